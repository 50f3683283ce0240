import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { NotFoundPage } from '@sos/platform-web';
import { useParams } from 'react-router';
import { ObjectiveProfile } from './ObjectiveProfile';

export const ObjectiveQuery = graphql(`
  query ObjectivePage($key: String!) {
    objective(key: $key) {
      id
      ...ObjectiveProfile
    }
  }
`);

export const ObjectivePage = () => {
  const { key = '' } = useParams();
  const { data } = useSuspenseQuery(ObjectiveQuery, { variables: { key }, fetchPolicy: 'cache-and-network' });
  return data.objective ? (
    <ObjectiveProfile objective={data.objective} />
  ) : (
    <NotFoundPage what="objective" action={{ label: 'Go to goals', to: '/goals' }} />
  );
};
