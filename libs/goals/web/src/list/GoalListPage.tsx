import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { EmptyState, PageHeader } from '@sos/platform-ui';
import { useHub, usePage } from '@sos/platform-web';
import { GoalEntry } from './GoalEntry';
import { GoalsLede } from './GoalsLede';

export const GoalListQuery = graphql(`
  query GoalList {
    goals {
      id
      number
      ...GoalHealthParts @unmask
      ...GoalEntry
    }
  }
`);

export const GoalListPage = () => {
  // Items change on other pages all day: what is kept is shown at once, and asked again.
  const { data } = useSuspenseQuery(GoalListQuery, { fetchPolicy: 'cache-and-network' });
  const { today } = useHub();
  usePage({ title: 'Goals', breadcrumbs: [{ label: 'Workgroup', to: '/workgroup' }, { label: 'Goals' }] });
  const { goals } = data;
  return (
    <>
      <PageHeader title="Goals" lede={goals.length > 0 && <GoalsLede goals={goals} today={today} />} />
      {goals.length === 0 ? (
        <EmptyState
          icon="goal"
          title="The workgroup has no current goals."
          body="Goals of earlier years are in the workgroup's history."
        />
      ) : (
        goals.map((goal) => <GoalEntry key={goal.id} goal={goal} />)
      )}
    </>
  );
};
