import type { ApolloClient } from '@apollo/client';

/** What may name or count the thing that went or came: pages that are opened later ask anew. */
const lists = ['actionItem', 'actionItems', 'dataSource', 'dataSourceSearch', 'removed', 'search', 'activity'];

/** After a removal or its undoing: what is on the screen is asked for again, the rest is forgotten. */
export const forgetWhatWasListed = async (client: ApolloClient): Promise<void> => {
  // In a layer that is thrown away, so that no page loses what it shows while it asks again.
  await client.refetchQueries({
    include: 'active',
    updateCache: (cache) => lists.forEach((fieldName) => cache.evict({ id: 'ROOT_QUERY', fieldName })),
    optimistic: true,
  });
};
