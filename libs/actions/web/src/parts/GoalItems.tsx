import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { ItemsSection } from './ItemsSection';

export const GoalItemsQuery = graphql(`
  query GoalItems($number: Int!) {
    goal(number: $number) {
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

/** A section of a goal's page. */
export const GoalItems = ({ goalNumber }: { goalNumber: number }) => {
  const { data } = useSuspenseQuery(GoalItemsQuery, {
    variables: { number: goalNumber },
    fetchPolicy: 'cache-and-network',
  });
  const items = data.goal?.actionItems;
  return (
    items && (
      <ItemsSection
        items={items.edges.map(({ node }) => node)}
        totalCount={items.totalCount}
        queryString={`goal=${goalNumber}`}
        what="this goal"
      />
    )
  );
};
