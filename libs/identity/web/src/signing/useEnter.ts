import { useApolloClient } from '@apollo/client/react';
import { safeReturnPath } from '@sos/platform-web';
import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

/** After a session has begun: nothing of an earlier person stays in memory, then on to where they wanted to go. */
export const useEnter = () => {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const returnPath = safeReturnPath(parameters.get('return'));
  return useCallback(async () => {
    await client.resetStore();
    await navigate(returnPath, { replace: true });
  }, [client, navigate, returnPath]);
};
