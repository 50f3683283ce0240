import type { FragmentType } from '@apollo/client';
import { Ledger, Section, type SectionProps } from '@sos/platform-ui';
import type { WorkPanel } from './useWorkPanel';
import { WorkRow, type WorkRowFragment } from './WorkRow';

type WorkSectionProps = Pick<SectionProps, 'title' | 'end'> & {
  items: readonly (FragmentType<typeof WorkRowFragment> & { id: string })[];
  panel: WorkPanel;
};

export const WorkSection = ({ title, end, items, panel }: WorkSectionProps) =>
  items.length > 0 && (
    <Section title={title} count={items.length} end={end}>
      <Ledger>
        {items.map((item) => (
          <WorkRow key={item.id} item={item} panel={panel} />
        ))}
      </Ledger>
    </Section>
  );
