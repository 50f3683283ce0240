import type { ApolloClient } from '@apollo/client';

/** Who is there and what can be chosen: an act on an item changes none of it. */
const unaffected = new Set([
  'Shell',
  'WorkgroupSize',
  'AgencyOptions',
  'FilterOptions',
  'SavedItemViews',
  'NewItem',
  'EditItemPage',
]);

/**
 * After an act on an item: lists may gain, lose or reorder rows, and goals and focus items are counted anew. All that
 * is on the screen is asked for again, without being taken away meanwhile; pages that are opened later ask by
 * themselves (`cache-and-network`).
 */
export const refreshItems = async (client: ApolloClient): Promise<void> => {
  const shown = [...client.getObservableQueries('active')].filter((query) => !unaffected.has(query.queryName ?? ''));
  await Promise.allSettled(shown.map((query) => query.refetch()));
};
