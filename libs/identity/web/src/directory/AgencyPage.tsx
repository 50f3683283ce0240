import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { NotFoundPage } from '@sos/platform-web';
import { useParams } from 'react-router';
import { AgencyProfile } from './AgencyProfile';

export const AgencyQuery = graphql(`
  query AgencyPage($key: String!) {
    agencyByKey(key: $key) {
      id
      ...AgencyProfile
    }
  }
`);

export const AgencyPage = () => {
  const { key = '' } = useParams();
  const { data } = useSuspenseQuery(AgencyQuery, { variables: { key } });
  return data.agencyByKey ? (
    <AgencyProfile agency={data.agencyByKey} />
  ) : (
    <NotFoundPage what="agency" action={{ label: 'Go to the directory', to: '/directory' }} />
  );
};
