import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { NotFoundPage } from '@sos/platform-web';
import { useTransition } from 'react';
import { useParams } from 'react-router';
import { ItemRecord } from './ItemRecord';

export const ItemPageQuery = graphql(`
  query ItemPage($reference: String!, $updatesAfter: String) {
    actionItem(reference: $reference) {
      id
      ...ItemRecord
    }
  }
`);

export const ItemPage = () => {
  const { reference = '' } = useParams();
  const [isLoadingMore, startLoadingMore] = useTransition();
  const { data, fetchMore } = useSuspenseQuery(ItemPageQuery, {
    variables: { reference },
    fetchPolicy: 'cache-and-network',
  });
  if (!data.actionItem) return <NotFoundPage what="action item" action={{ label: 'All action items', to: '/items' }} />;
  return (
    <ItemRecord
      key={data.actionItem.id}
      item={data.actionItem}
      isLoadingMore={isLoadingMore}
      onMoreUpdates={(updatesAfter) => startLoadingMore(() => void fetchMore({ variables: { updatesAfter } }))}
    />
  );
};
