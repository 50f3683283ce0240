import { useApolloClient } from '@apollo/client/react';
import { signInPath } from '@sos/platform-web';
import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { askWhoIsSignedIn, sessionEnded } from './goToSignIn';

/** For the frame, which has no hand on the router itself: what `goToSignIn` does. */
export const useSessionOver = () => {
  const client = useApolloClient();
  const navigate = useNavigate();
  const location = useLocation();
  return useCallback(() => {
    const isThere = navigate(signInPath(location), { replace: true, state: sessionEnded });
    void askWhoIsSignedIn(client, isThere);
  }, [client, location, navigate]);
};
