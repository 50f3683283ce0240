import { useApolloClient } from '@apollo/client/react';
import { safeReturnPath } from '@sos/platform-web';
import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

/** Where the person wanted to go before they had to sign in. */
export const useReturnPath = (): string => {
  const [parameters] = useSearchParams();
  return safeReturnPath(parameters.get('return'));
};

/** After a session has begun: nothing of an earlier person stays in memory, then on to where they wanted to go. */
export const useEnter = () => {
  const client = useApolloClient();
  const navigate = useNavigate();
  const returnPath = useReturnPath();
  return useCallback(async () => {
    await client.resetStore();
    await navigate(returnPath, { replace: true });
  }, [client, navigate, returnPath]);
};
