import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { ItemsSection } from './ItemsSection';

export const ObjectiveItemsQuery = graphql(`
  query ObjectiveItems($key: String!) {
    objective(key: $key) {
      id
      actionItems(first: 12) {
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
  }
`);

/** A section of an objective's page. */
export const ObjectiveItems = ({ objectiveKey }: { objectiveKey: string }) => {
  const { data } = useSuspenseQuery(ObjectiveItemsQuery, {
    variables: { key: objectiveKey },
    fetchPolicy: 'cache-and-network',
  });
  const items = data.objective?.actionItems;
  return (
    items && (
      <ItemsSection
        items={items.edges.map(({ node }) => node)}
        totalCount={items.totalCount}
        queryString={`objective=${encodeURIComponent(objectiveKey)}`}
        what="this objective"
      />
    )
  );
};
