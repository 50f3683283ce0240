import type { ApolloClient } from '@apollo/client';

/**
 * A suspending query that failed is kept with its error for 30 seconds, so drawing the page again would throw the same
 * error: ask anew first.
 */
export const retryFailedQueries = async (client: ApolloClient): Promise<void> => {
  const failed = [...client.getObservableQueries('active')].filter((query) => query.getCurrentResult().error);
  await Promise.allSettled(failed.map((query) => query.refetch()));
};
