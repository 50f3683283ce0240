import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { Button, EmptyState, ShowMore } from '@sos/platform-ui';
import { useViewer } from '@sos/platform-web';
import { useTransition } from 'react';
import { ItemTable } from '../item/ItemTable';

export const SubGroupItemListQuery = graphql(`
  query SubGroupItemList($slugs: [String!]!, $after: String) {
    actionItems(filter: { subGroupSlugs: $slugs }, first: 25, after: $after) {
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

/** The items that a sub-group sees, as a table without a heading of its own. */
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
        title="This sub-group has no action items yet."
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
