import { useQuery } from '@apollo/client/react';
import { type ActionItemFilter, graphql } from '@sos/platform-contract';
import { Button, LiveRegion, LoadingRows, PageHeader, SelectField, TabLinks, workStatuses } from '@sos/platform-ui';
import { countOf } from '@sos/platform-ui';
import { FailurePanel, urlText, usePage, useUrlState, useViewer } from '@sos/platform-web';
import { Link, useLocation } from 'react-router';
import { useFilterOptions } from '../list/useFilterOptions';
import { ItemBoard } from './ItemBoard';
import styles from './ItemBoard.module.css';

export const ItemBoardQuery = graphql(`
  query ItemBoard(
    $notStarted: ActionItemFilter
    $inProgress: ActionItemFilter
    $blocked: ActionItemFilter
    $done: ActionItemFilter
  ) {
    NOT_STARTED: actionItems(filter: $notStarted, first: 10) {
      ...BoardLane @unmask
    }
    IN_PROGRESS: actionItems(filter: $inProgress, first: 10) {
      ...BoardLane @unmask
    }
    BLOCKED: actionItems(filter: $blocked, first: 10) {
      ...BoardLane @unmask
    }
    DONE: actionItems(filter: $done, sort: LAST_UPDATE_DESCENDING, first: 10) {
      ...BoardLane @unmask
    }
  }
`);

export const BoardLaneFragment = graphql(`
  fragment BoardLane on ActionItemConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        ...BoardItem @unmask
      }
    }
  }
`);

const parts = { subgroup: urlText(), goal: urlText() };

const filterOf = (subgroup: string, goal: string): ActionItemFilter => ({
  subGroupSlugs: subgroup ? [subgroup] : undefined,
  goalNumbers: /^\d{1,4}$/.test(goal) ? [Number(goal)] : undefined,
});

/** All action items by status. */
export const ItemBoardPage = () => {
  const viewer = useViewer();
  const { search } = useLocation();
  const [{ subgroup, goal }, setUrl] = useUrlState(parts);
  const options = useFilterOptions();
  const filter = filterOf(subgroup, goal);
  // Not suspending, for the reason that the list has: the select that was changed must not wait for the answer.
  const { data, previousData, loading, error, refetch } = useQuery(ItemBoardQuery, {
    variables: {
      notStarted: { ...filter, statuses: ['NOT_STARTED'] },
      inProgress: { ...filter, statuses: ['IN_PROGRESS'] },
      blocked: { ...filter, statuses: ['BLOCKED'] },
      done: { ...filter, statuses: ['DONE'] },
    },
    fetchPolicy: 'cache-and-network',
  });
  usePage({ title: 'Board', breadcrumbs: [{ label: 'Action items', to: '/items' }, { label: 'Board' }] });
  const shown = data ?? previousData;
  const columns = shown
    ? workStatuses.map((status) => ({
        status,
        totalCount: shown[status].totalCount,
        items: shown[status].edges.map(({ node }) => node),
      }))
    : [];
  const total = columns.reduce((sum, { totalCount }) => sum + totalCount, 0);
  return (
    <>
      <PageHeader
        title="Action items"
        lede={shown ? `${countOf(total, 'item')}${subgroup || goal ? ' match' : ''}, by status.` : ' '}
        actions={
          viewer.mayCreateActionItems && (
            <Button variant="primary" icon="plus" to={`/items/new${search}`}>
              Add item
            </Button>
          )
        }
      />
      <TabLinks
        label="Show as"
        tabs={[
          { label: 'List', to: `/items${search}` },
          { label: 'Board', to: `/items/board${search}`, current: true },
        ]}
      />
      <div className={styles.filters}>
        <SelectField
          label="Sub-group"
          placeholder="All sub-groups"
          options={options.subgroup}
          value={subgroup}
          onChange={(value) => setUrl({ subgroup: value }, { push: true })}
        />
        <SelectField
          label="Goal"
          placeholder="All goals"
          options={options.goal}
          value={goal}
          onChange={(value) => setUrl({ goal: value }, { push: true })}
        />
      </div>
      <LiveRegion>{loading || !shown ? '' : countOf(total, 'action item')}</LiveRegion>
      {error && !shown && <FailurePanel error={error} what="The board" onRetry={async () => void (await refetch())} />}
      {!shown && !error && <LoadingRows rows={6} label="Loading the board" />}
      {shown && (
        <ItemBoard
          headingLevel={2}
          columns={columns}
          more={(column, hidden) => <Link to={listPath(search, column.status)}>{hidden} more</Link>}
        />
      )}
    </>
  );
};

const listPath = (search: string, status: string): string => {
  const parameters = new URLSearchParams(search);
  parameters.set('status', status);
  return `/items?${parameters.toString()}`;
};
