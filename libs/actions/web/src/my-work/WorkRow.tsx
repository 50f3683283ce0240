import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { Button, VisuallyHidden } from '@sos/platform-ui';
import { ItemRow } from '../item/ItemRow';
import { UpdatePanel } from '../update/UpdatePanel';
import type { WorkPanel } from './useWorkPanel';

export const WorkRowFragment = graphql(`
  fragment WorkRow on ActionItem {
    id
    reference
    title
    viewerMayPost
    ...ItemRow
    ...UpdatePanel
  }
`);

type WorkRowProps = { item: FragmentType<typeof WorkRowFragment>; panel: WorkPanel };

/** A row of My work: its panel opens in place, under it. */
export const WorkRow = ({ item, panel }: WorkRowProps) => {
  const { data } = useSuspenseFragment({ fragment: WorkRowFragment, fragmentName: 'WorkRow', from: item });
  const { reference } = data;
  const isOpen = panel.openReference === reference;
  return (
    <ItemRow
      item={data}
      current={panel.current === reference}
      action={
        data.viewerMayPost && (
          <Button size="s" aria-expanded={isOpen} onClick={() => (isOpen ? panel.close() : panel.open(reference))}>
            {isOpen ? 'Close' : 'Update'}
            <VisuallyHidden> {data.title}</VisuallyHidden>
          </Button>
        )
      }
    >
      {isOpen && (
        <UpdatePanel
          item={data}
          takesFocus={!panel.isWaiting}
          onPosted={panel.goOn}
          onClose={() => panel.close()}
          step={panel.step ? { words: panel.step, onSkip: panel.goOn } : undefined}
        />
      )}
    </ItemRow>
  );
};
