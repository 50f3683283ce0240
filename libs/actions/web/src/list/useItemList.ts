import { useQuery } from '@apollo/client/react';
import { type ActionItemSort, graphql } from '@sos/platform-contract';
import { useMemo } from 'react';
import { filterInput, type ItemFilters } from './itemFilters';

export const ItemListQuery = graphql(`
  query ItemList($filter: ActionItemFilter, $sort: ActionItemSort, $first: Int = 25, $after: String) {
    actionItems(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          reference
          tags
          ...ItemTableRow
        }
      }
    }
  }
`);

/**
 * The items that match. Not a suspending query: the router changes the address in a transition, and a page that
 * suspends in it would hold back the very control that was pressed until the answer is there. The list before stays,
 * marked busy.
 */
export const useItemList = (filters: ItemFilters, sort: ActionItemSort) => {
  const filter = useMemo(() => filterInput(filters), [filters]);
  const { data, previousData, loading, error, fetchMore, refetch } = useQuery(ItemListQuery, {
    variables: { filter, sort },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const items = (data ?? previousData)?.actionItems;
  const after = items?.pageInfo.hasNextPage ? items.pageInfo.endCursor : null;
  return {
    items,
    error,
    isBusy: loading,
    refetch: async () => void (await refetch()),
    showMore: data && after ? () => void fetchMore({ variables: { after } }) : null,
  };
};
