import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { NotFoundPage } from '@sos/platform-web';
import { useParams } from 'react-router';
import { Source } from './Source';

export const SourcePageQuery = graphql(`
  query SourcePage($slug: String!) {
    dataSource(slug: $slug) {
      id
      ...Source
    }
  }
`);

export const SourcePage = () => {
  const { slug = '' } = useParams();
  const { data } = useSuspenseQuery(SourcePageQuery, { variables: { slug } });
  return data.dataSource ? (
    <Source source={data.dataSource} />
  ) : (
    <NotFoundPage what="data source" action={{ label: 'Search the data catalog', to: '/data' }} />
  );
};
