import { Section, SegmentedChoice } from '@sos/platform-ui';
import { Slot, urlChoiceOr, useIsFilled, useUrlState } from '@sos/platform-web';
import { subGroupBoard, subGroupItemList } from '../workgroup.slots';

const views = ['list', 'board'] as const;
type View = (typeof views)[number];
const partsByUsual = {
  list: { view: urlChoiceOr<View>(views, 'list') },
  board: { view: urlChoiceOr<View>(views, 'board') },
};

type ItemsSectionProps = { subGroupSlug: string; count: number; usual: View };

/** A sub-group's action items, as a list or as a board; the address says which. */
export const ItemsSection = ({ subGroupSlug, count, usual }: ItemsSectionProps) => {
  const [{ view }, setView] = useUrlState(partsByUsual[usual]);
  const isFilled = useIsFilled(subGroupBoard);
  if (!isFilled) return null;
  return (
    <Section
      title="Action items"
      // The list leaves out what is done.
      count={view === 'board' ? count : undefined}
      end={
        <SegmentedChoice
          label="Show as"
          value={view}
          options={[
            { value: 'list', label: 'List', icon: 'list' },
            { value: 'board', label: 'Board', icon: 'board' },
          ]}
          onChange={(chosen) => setView({ view: chosen }, { push: true })}
        />
      }
    >
      <Slot key={view} of={view === 'list' ? subGroupItemList : subGroupBoard} subGroupSlug={subGroupSlug} />
    </Section>
  );
};
