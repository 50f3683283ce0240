import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { NotFoundPage } from '@sos/platform-web';
import { useParams } from 'react-router';
import { GoalProfile } from './GoalProfile';

export const GoalQuery = graphql(`
  query GoalPage($number: Int!) {
    goal(number: $number) {
      id
      ...GoalProfile
    }
  }
`);

/** GraphQL's Int; anything else in the address is no goal and asks nothing. */
const numberIn = (written: string): number | null => (/^\d{1,9}$/.test(written) ? Number(written) : null);

export const GoalPage = () => {
  const number = numberIn(useParams()['number'] ?? '');
  return number === null ? <NoSuchGoal /> : <NumberedGoal number={number} />;
};

const NumberedGoal = ({ number }: { number: number }) => {
  const { data } = useSuspenseQuery(GoalQuery, { variables: { number }, fetchPolicy: 'cache-and-network' });
  return data.goal ? <GoalProfile goal={data.goal} /> : <NoSuchGoal />;
};

const NoSuchGoal = () => <NotFoundPage what="goal" action={{ label: 'Go to goals', to: '/goals' }} />;
