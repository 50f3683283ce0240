import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { ItemsSection } from './ItemsSection';

export const ObjectiveItemsQuery = graphql(`
  query ObjectiveItems($key: String!) {
    objective(key: $key) {
      id
      all: actionItems(first: 1) {
        totalCount
      }
      open: actionItems(filter: { statuses: [NOT_STARTED, IN_PROGRESS, BLOCKED] }, first: 12) {
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
  const { objective } = data;
  return (
    objective && (
      <ItemsSection
        items={objective.open.edges.map(({ node }) => node)}
        openCount={objective.open.totalCount}
        totalCount={objective.all.totalCount}
        queryString={`objective=${encodeURIComponent(objectiveKey)}`}
        what="this objective"
      />
    )
  );
};
