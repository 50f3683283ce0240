import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { NotFoundPage } from '@sos/platform-web';
import { WorkgroupProfile } from './WorkgroupProfile';

export const WorkgroupQuery = graphql(`
  query WorkgroupPage {
    workgroup {
      id
      ...WorkgroupProfile
    }
  }
`);

export const WorkgroupPage = () => {
  const { data } = useSuspenseQuery(WorkgroupQuery, { fetchPolicy: 'cache-and-network' });
  return data.workgroup ? <WorkgroupProfile workgroup={data.workgroup} /> : <NotFoundPage what="workgroup" />;
};
