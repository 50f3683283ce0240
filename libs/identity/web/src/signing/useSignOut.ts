import { useApolloClient, useMutation } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { forgetPerson, useViewerIfSignedIn } from '@sos/platform-web';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';

export const SignOutMutation = graphql(`
  mutation SignOut {
    signOut {
      signedOut
    }
  }
`);

/** Once the session has ended by the person's own wish: no unsent words and no cached answer stay behind. */
export const useLeave = () => {
  const client = useApolloClient();
  const navigate = useNavigate();
  const personId = useViewerIfSignedIn()?.person.id;
  return useCallback(async () => {
    if (personId) forgetPerson(personId);
    await navigate('/sign-in');
    // Queries of the page that is just going away may be refused now; the sign-in page is there already.
    await client.resetStore().catch(() => undefined);
  }, [client, navigate, personId]);
};

export const useSignOut = () => {
  const leave = useLeave();
  const [signOut] = useMutation(SignOutMutation);
  return useCallback(async () => {
    await signOut();
    await leave();
  }, [leave, signOut]);
};
