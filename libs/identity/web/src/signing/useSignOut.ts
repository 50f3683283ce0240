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

/** Leaves nothing of this person behind: no session, no unsent words, no cached answer. */
export const useSignOut = () => {
  const client = useApolloClient();
  const navigate = useNavigate();
  const personId = useViewerIfSignedIn()?.person.id;
  const [signOut] = useMutation(SignOutMutation);
  return useCallback(async () => {
    await signOut();
    if (personId) forgetPerson(personId);
    await navigate('/sign-in');
    // Queries of the page that is just going away may be refused now; the sign-in page is there already.
    await client.resetStore().catch(() => undefined);
  }, [client, navigate, personId, signOut]);
};
