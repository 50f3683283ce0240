import type { ApolloCache } from '@apollo/client';

/** What was found before a change may not be found after it, and the counts are others. */
export const forgetSearches = (cache: ApolloCache): void => {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'dataSourceSearch' });
  cache.gc();
};
