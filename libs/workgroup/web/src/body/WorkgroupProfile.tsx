import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql, type WorkgroupProfileFragment } from '@sos/platform-contract';
import { Button, Columns, Facts, PageHeader, Section, Separator } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import { Link } from 'react-router';
import { FocusTable } from '../focus/FocusTable';
import { SeatList } from '../seats/SeatList';
import { SeatTable } from '../seats/SeatTable';
import { periodWords } from '../words/periodWords';
import { SubGroupRows } from '../sub-group/SubGroupRows';

export const WorkgroupProfileParts = graphql(`
  fragment WorkgroupProfile on Workgroup {
    id
    name
    purpose
    values
    startedOn
    endedOn
    convener {
      id
      key
      name
    }
    predecessor {
      id
      name
    }
    seats {
      ...SeatParts @unmask
    }
    subGroups {
      id
      ...SubGroupRow
    }
    ...FocusTable
  }
`);

export const WorkgroupProfile = ({ workgroup: from }: { workgroup: FragmentType<WorkgroupProfileFragment> }) => {
  const { data: workgroup } = useSuspenseFragment({ fragment: WorkgroupProfileParts, from });
  const { name, seats, subGroups } = workgroup;
  const chairs = seats.filter(({ role }) => role !== 'MEMBER');
  usePage({ title: name, breadcrumbs: [{ label: 'Workgroup' }] });
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            Workgroup
            <Separator />
            {periodWords(workgroup)}
          </>
        }
        title={name}
        lede={workgroup.purpose}
        actions={
          <>
            <Button to="/workgroup/history">History</Button>
            <Button to="/activity">Activity</Button>
          </>
        }
      />
      <Columns
        main={<FocusTable workgroup={workgroup} />}
        aside={
          <>
            <Section title="About">
              <Facts rows={factsOf(workgroup)} />
            </Section>
            <Section title="Chairs">
              {chairs.length === 0 ? <p>No chair is named.</p> : <SeatList seats={chairs} />}
            </Section>
          </>
        }
      />
      <Section title="Sub-groups" count={subGroups.length}>
        <SubGroupRows subGroups={subGroups} headingLevel={3} />
      </Section>
      <Section title="Members and seats" count={seats.length}>
        <SeatTable seats={seats} caption={`Seats of the ${name}`} />
      </Section>
    </>
  );
};

const factsOf = ({
  values,
  convener,
  predecessor,
}: Pick<WorkgroupProfileFragment, 'values' | 'convener' | 'predecessor'>) => [
  ...(values ? [{ label: 'Values', value: values }] : []),
  ...(convener
    ? [{ label: 'Convened by', value: <Link to={`/directory/agencies/${convener.key}`}>{convener.name}</Link> }]
    : []),
  ...(predecessor ? [{ label: 'Before it', value: <Link to="/workgroup/history">{predecessor.name}</Link> }] : []),
];
