import type { ApolloClient } from '@apollo/client';

/** Lists that may gain, lose or reorder rows when an item changes. */
const itemQueries = new Set([
  'MyWork',
  'DueCount',
  'ItemPage',
  'ItemList',
  'ItemBoard',
  'SubGroupBoard',
  'SubGroupItemList',
  'GoalItems',
  'ObjectiveItems',
]);

/** Figures that are worked out from items, by the type that shows them. */
const workedOut: Record<string, readonly string[]> = {
  Goal: ['computedHealth', 'reporting', 'openHelpRequestCount', 'overdueCount', 'blockedCount', 'lastUpdateOn'],
  Objective: ['computedHealth', 'reporting', 'openHelpRequestCount', 'lastUpdateOn'],
  FocusItem: ['actionItemCount', 'openHelpRequestCount', 'lastUpdateOn'],
  SubGroup: ['board', 'actionItemCount', 'goalsWithItems'],
};

/**
 * After an act on an item: what is on the screen is asked for again, without being taken away meanwhile; what other
 * pages have kept and would now show wrongly is forgotten.
 */
export const refreshItems = async (client: ApolloClient): Promise<void> => {
  const shown = [...client.getObservableQueries('active')];
  const refreshing = shown.filter((query) => itemQueries.has(query.queryName ?? '')).map((query) => query.refetch());
  const namesShown = new Set(shown.map((query) => query.queryName));
  // A page that shows such figures now asks for them itself when it is opened anew; taking them away from under it
  // would blank it.
  if (![...namesShown].some((name) => name !== undefined && pagesWithFigures.test(name))) forgetFigures(client);
  await Promise.allSettled(refreshing);
};

const pagesWithFigures = /^(?:Goal|Objective|SubGroup|Workgroup|Focus)/;

const forgetFigures = ({ cache }: ApolloClient): void => {
  const kept = cache.extract() as Record<string, { __typename?: string } | undefined>;
  for (const [id, record] of Object.entries(kept))
    for (const fieldName of workedOut[record?.__typename ?? ''] ?? []) cache.evict({ id, fieldName, broadcast: false });
};
