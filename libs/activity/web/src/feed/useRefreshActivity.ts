import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';

/** For acts that the trail records: asks the feeds on the screen again. */
export const useRefreshActivity = () => {
  const client = useApolloClient();
  return useCallback(
    () =>
      client.refetchQueries({
        // In a layer that is thrown away: it only finds the queries that show activity.
        optimistic: true,
        updateCache: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'activity' }),
      }),
    [client],
  );
};
