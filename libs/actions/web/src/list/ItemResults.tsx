import type { ActionItemSort } from '@sos/platform-contract';
import { Button, EmptyState, ErrorState, LiveRegion, LoadingRows, ShowMore, SortSelect } from '@sos/platform-ui';
import { countOf } from '@sos/platform-ui';
import { readFailure } from '@sos/platform-web';
import { ItemTable } from '../item/ItemTable';
import { type ChangeFilters, noFilters, sortOf, tableSortOf } from './itemFilters';
import styles from './ItemListPage.module.css';
import type { useItemList } from './useItemList';
import { useRowFocus } from './useRowFocus';

type ItemResultsProps = {
  list: ReturnType<typeof useItemList>;
  sort: ActionItemSort;
  onSort: (sort: ActionItemSort) => void;
  change: ChangeFilters;
};

const orders: { value: ActionItemSort; label: string }[] = [
  { value: 'DUE_ON_ASCENDING', label: 'Due first' },
  { value: 'DUE_ON_DESCENDING', label: 'Due last' },
  { value: 'PRIORITY_DESCENDING', label: 'Highest priority' },
  { value: 'LAST_UPDATE_ASCENDING', label: 'Longest without an update' },
  { value: 'LAST_UPDATE_DESCENDING', label: 'Latest update' },
  { value: 'TITLE_ASCENDING', label: 'Title, A to Z' },
  { value: 'TITLE_DESCENDING', label: 'Title, Z to A' },
  { value: 'REFERENCE_ASCENDING', label: 'Number' },
  { value: 'STATUS_ASCENDING', label: 'Status' },
];

export const ItemResults = ({ list, sort, onSort, change }: ItemResultsProps) => {
  const { items, error, isBusy, refetch, showMore } = list;
  const results = useRowFocus();
  if (error && !items) {
    const { message, reference } = readFailure(error);
    return (
      <ErrorState
        title="The action items could not be loaded."
        body={message}
        reference={reference}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!items) return <LoadingRows rows={6} label="Loading action items" />;
  return (
    <div ref={results} className={styles.results} aria-busy={isBusy}>
      <LiveRegion>{isBusy ? '' : countOf(items.totalCount, 'action item')}</LiveRegion>
      {items.totalCount === 0 ? (
        <EmptyState
          icon="search"
          title="No action item matches."
          body="Take off a filter, try fewer words, or look among the done ones."
          action={
            <>
              <Button size="s" onClick={() => change({ done: true })}>
                Show done ones too
              </Button>
              <Button size="s" variant="subtle" onClick={() => change(noFilters)}>
                Clear all filters
              </Button>
            </>
          }
        />
      ) : (
        <>
          <div className={styles.order}>
            <SortSelect value={sort} options={orders} onChange={(value) => onSort(value as ActionItemSort)} />
          </div>
          <ItemTable
            caption="Action items"
            columns={['reference', 'title', 'owner', 'due', 'status', 'update']}
            items={items.edges.map(({ node }) => node)}
            sort={tableSortOf(sort)}
            onSort={(next) => onSort(sortOf(next))}
          />
          <ShowMore shown={items.edges.length} total={items.totalCount} busy={isBusy} onMore={showMore} />
        </>
      )}
    </div>
  );
};
