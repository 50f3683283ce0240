import { SubGroupBoard } from '@sos/actions-web';
import { Section } from '@sos/platform-ui';
import { Link } from 'react-router';

/** The page asks for a section with its heading, the domain of action items offers the board alone. */
export const SubGroupBoardSection = ({ subGroupSlug }: { subGroupSlug: string }) => (
  <Section title="Action items" end={<Link to={`/subgroups/${subGroupSlug}/items`}>See as a list</Link>}>
    <SubGroupBoard subGroupSlug={subGroupSlug} />
  </Section>
);
