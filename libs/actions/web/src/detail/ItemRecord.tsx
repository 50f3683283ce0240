import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { AsOfSection } from '@sos/activity-web';
import { graphql } from '@sos/platform-contract';
import { Button, Columns, PageHeader, Separator } from '@sos/platform-ui';
import { Slot, urlFlag, useHotkeys, usePage, useUrlState } from '@sos/platform-web';
import { useRef } from 'react';
import { itemPath } from '../item/itemWords';
import { UpdatePanel } from '../update/UpdatePanel';
import { HelpSection } from './HelpSection';
import { itemDataSources } from './itemDataSources';
import { ItemFacts } from './ItemFacts';
import { ItemHistory } from './ItemHistory';
import { ItemStanding } from './ItemStanding';
import { OpenToWorkgroup } from './OpenToWorkgroup';
import { useRemoveItem } from './useRemoveItem';

export const ItemRecordFragment = graphql(`
  fragment ItemRecord on ActionItem {
    id
    reference
    title
    description
    viewerMayPost
    viewerMayEdit
    subGroups {
      id
      name
    }
    ...OpenToWorkgroup
    ...ItemStanding
    ...ItemFacts
    ...HelpSection
    ...ItemHistory
    ...UpdatePanel
  }
`);

type ItemRecordProps = {
  item: FragmentType<typeof ItemRecordFragment>;
  onMoreUpdates: (after: string) => void;
  isLoadingMore: boolean;
};

const parts = { update: urlFlag() };

/** One action item, as the register has it. */
export const ItemRecord = ({ item, onMoreUpdates, isLoadingMore }: ItemRecordProps) => {
  const { data } = useSuspenseFragment({ fragment: ItemRecordFragment, fragmentName: 'ItemRecord', from: item });
  const [{ update }, setUrl] = useUrlState(parts);
  const opener = useRef<HTMLButtonElement>(null);
  const isOpen = update && data.viewerMayPost;
  const { remove, isRemoving } = useRemoveItem(data);
  usePage({
    title: data.title,
    breadcrumbs: [{ label: 'Action items', to: '/items' }, { label: data.reference }],
  });
  const close = () => {
    setUrl({ update: false });
    opener.current?.focus();
  };
  useHotkeys({
    u: () => (isOpen ? close() : data.viewerMayPost && setUrl({ update: true })),
    escape: () => isOpen && close(),
  });
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            {data.reference}
            <Separator />
            {data.subGroups.map((group) => group.name).join(', ')}
          </>
        }
        title={data.title}
        lede={data.description || undefined}
        actions={
          <>
            <OpenToWorkgroup item={data} />
            {data.viewerMayEdit && (
              <Button variant="subtle" busy={isRemoving} onClick={() => void remove()}>
                Remove
              </Button>
            )}
            {data.viewerMayEdit && <Button to={`${itemPath(data.reference)}/edit`}>Edit</Button>}
            {data.viewerMayPost && (
              <Button
                ref={opener}
                variant="primary"
                aria-expanded={isOpen}
                onClick={() => (isOpen ? close() : setUrl({ update: true }))}
              >
                Post update
              </Button>
            )}
          </>
        }
      />
      <Columns
        main={
          <>
            <ItemStanding item={data}>
              {isOpen && <UpdatePanel item={data} onPosted={close} onClose={close} />}
            </ItemStanding>
            <ItemHistory item={data} onMore={onMoreUpdates} isLoadingMore={isLoadingMore} />
            <AsOfSection id={data.id} />
          </>
        }
        aside={
          <>
            <HelpSection item={data} />
            <ItemFacts item={data} />
            <Slot
              of={itemDataSources}
              reference={data.reference}
              actionItemId={data.id}
              viewerMayEdit={data.viewerMayEdit}
            />
          </>
        }
      />
    </>
  );
};
