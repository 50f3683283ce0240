import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { NotFoundPage } from '@sos/platform-web';
import { useParams } from 'react-router';
import { PersonProfile } from './PersonProfile';

export const PersonQuery = graphql(`
  query PersonPage($id: ID!) {
    node(id: $id) {
      id
      ... on Person {
        ...PersonProfile
      }
    }
  }
`);

export const PersonPage = () => {
  const { id = '' } = useParams();
  const { data } = useSuspenseQuery(PersonQuery, { variables: { id } });
  return data.node?.__typename === 'Person' ? (
    <PersonProfile person={data.node} />
  ) : (
    <NotFoundPage what="person" action={{ label: 'Go to the directory', to: '/directory' }} />
  );
};
