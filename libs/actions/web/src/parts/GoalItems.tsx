import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { ItemsSection } from './ItemsSection';

export const GoalItemsQuery = graphql(`
  query GoalItems($number: Int!) {
    goal(number: $number) {
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

/** A section of a goal's page. */
export const GoalItems = ({ goalNumber }: { goalNumber: number }) => {
  const { data } = useSuspenseQuery(GoalItemsQuery, {
    variables: { number: goalNumber },
    fetchPolicy: 'cache-and-network',
  });
  const { goal } = data;
  return (
    goal && (
      <ItemsSection
        items={goal.open.edges.map(({ node }) => node)}
        openCount={goal.open.totalCount}
        totalCount={goal.all.totalCount}
        queryString={`goal=${goalNumber}`}
        what="this goal"
      />
    )
  );
};
