import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { Button, EmptyState, ShowMore } from '@sos/platform-ui';
import { useViewer } from '@sos/platform-web';
import { useTransition } from 'react';
import { Link } from 'react-router';
import styles from './ItemLine.module.css';
import { ItemTable } from '../item/ItemTable';

export const SubGroupItemListQuery = graphql(`
  query SubGroupItemList($slugs: [String!]!, $after: String) {
    actionItems(
      filter: { subGroupSlugs: $slugs, statuses: [NOT_STARTED, IN_PROGRESS, BLOCKED] }
      first: 25
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...ItemTableRow
        }
      }
    }
  }
`);

/** The open items that a sub-group sees, those due first on top, as a table without a heading of its own. */
export const SubGroupItemList = ({ subGroupSlug }: { subGroupSlug: string }) => {
  const viewer = useViewer();
  const [isLoadingMore, startLoadingMore] = useTransition();
  const { data, fetchMore } = useSuspenseQuery(SubGroupItemListQuery, {
    variables: { slugs: [subGroupSlug] },
    fetchPolicy: 'cache-and-network',
  });
  const { edges, pageInfo, totalCount } = data.actionItems;
  if (totalCount === 0)
    return (
      <EmptyState
        title="This sub-group has no open action item."
        body="Items under its focus items come here."
        action={
          viewer.mayCreateActionItems && (
            <Button size="s" to={`/items/new?subgroup=${encodeURIComponent(subGroupSlug)}`}>
              Add item
            </Button>
          )
        }
      />
    );
  const after = pageInfo.endCursor;
  return (
    <>
      <ItemTable
        caption="Action items"
        columns={['reference', 'title', 'owner', 'due', 'status', 'update']}
        items={edges.map(({ node }) => node)}
      />
      <p className={styles.all}>
        <Link to={`/items?subgroup=${encodeURIComponent(subGroupSlug)}&done=1`}>All its items, with the done ones</Link>
      </p>
      {totalCount > edges.length && (
        <ShowMore
          shown={edges.length}
          total={totalCount}
          busy={isLoadingMore}
          onMore={after ? () => startLoadingMore(() => void fetchMore({ variables: { after } })) : null}
        />
      )}
    </>
  );
};
