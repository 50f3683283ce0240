import { useSuspenseQuery } from '@apollo/client/react';
import type { RemovedQuery as PageData } from '@sos/platform-contract';
import { Button, DataTable, EmptyState, formatDate, PageHeader, ShowMore, VisuallyHidden } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import { useRef, useState, useTransition } from 'react';
import { RemovedQuery } from './removal.operations';
import { useRestore } from './useRestore';

type Removed = PageData['removed']['edges'][number]['node'];

const kinds: Record<string, string> = {
  ActionItem: 'Action item',
  DataSource: 'Data source',
  SavedView: 'Saved view',
};

const first = 50;

/** What was removed in the last 30 days, and the way back. */
export const RemovedPage = () => {
  usePage({ title: 'Recently removed', breadcrumbs: [{ label: 'Recently removed' }] });
  const { data, fetchMore } = useSuspenseQuery(RemovedQuery, {
    variables: { first },
    fetchPolicy: 'cache-and-network',
  });
  const [isLoadingMore, startLoading] = useTransition();
  const place = useRef<HTMLDivElement>(null);
  const { edges, totalCount, pageInfo } = data.removed;
  return (
    <>
      <PageHeader
        title="Recently removed"
        lede="What you may change and somebody removed. It can be restored for 30 days, with all that belongs to it."
      />
      <div ref={place} tabIndex={-1} role="group" aria-label="Removed things">
        {edges.length === 0 ? (
          <EmptyState title="Nothing was removed in the last 30 days." body="What you remove appears here." />
        ) : (
          <DataTable
            caption="Removed in the last 30 days, latest first"
            hideCaption
            rows={edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            columns={[
              { key: 'label', header: 'Title', cell: ({ label }) => label },
              { key: 'kind', header: 'Kind', cell: ({ subjectType }) => kinds[subjectType] ?? 'Something else' },
              {
                key: 'removed',
                header: 'Removed',
                cell: ({ removedAt, removedByLabel }) => `${formatDate(removedAt)} by ${removedByLabel}`,
              },
              {
                key: 'until',
                header: 'Restorable until',
                cell: ({ restorableUntil }) => formatDate(restorableUntil),
              },
              {
                key: 'act',
                header: 'Act',
                hideHeader: true,
                end: true,
                cell: (removed) => <RestoreButton removed={removed} onRestored={() => place.current?.focus()} />,
              },
            ]}
          />
        )}
      </div>
      {edges.length > 0 && (
        <ShowMore
          shown={edges.length}
          total={totalCount}
          what="removed things"
          busy={isLoadingMore}
          onMore={
            pageInfo.hasNextPage
              ? () => startLoading(async () => void (await fetchMore({ variables: { after: pageInfo.endCursor } })))
              : null
          }
        />
      )}
    </>
  );
};

/** Its row goes away with it, so focus goes to the list. */
const RestoreButton = ({ removed: { id, label }, onRestored }: { removed: Removed; onRestored: () => void }) => {
  const restore = useRestore();
  const [isBusy, setIsBusy] = useState(false);
  const press = async () => {
    setIsBusy(true);
    const isBack = await restore(id, label);
    setIsBusy(false);
    if (isBack) onRestored();
  };
  return (
    <Button size="s" busy={isBusy} onClick={() => void press()}>
      Restore<VisuallyHidden> {label}</VisuallyHidden>
    </Button>
  );
};
