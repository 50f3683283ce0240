import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { NotFoundPage } from '@sos/platform-web';
import { useParams } from 'react-router';
import { SubGroupProfile } from './SubGroupProfile';
import { isTab } from './tabs';

export const SubGroupQuery = graphql(`
  query SubGroupPage($slug: String!) {
    subGroup(slug: $slug) {
      id
      ...SubGroupProfile
    }
  }
`);

const toSubGroups = { label: 'Go to sub-groups', to: '/subgroups' };

export const SubGroupPage = () => {
  const { slug = '', tab = 'overview' } = useParams();
  const { data } = useSuspenseQuery(SubGroupQuery, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  if (!data.subGroup) return <NotFoundPage what="sub-group" action={toSubGroups} />;
  if (!isTab(tab)) return <NotFoundPage action={{ label: 'Go to the sub-group', to: `/subgroups/${slug}` }} />;
  return <SubGroupProfile subGroup={data.subGroup} tab={tab} />;
};
