import type { ApolloClient } from '@apollo/client';
import { ShellQuery, signInPath } from '@sos/platform-web';
import type { createBrowserRouter } from 'react-router';

type Router = ReturnType<typeof createBrowserRouter>;

/** Lets the sign-in page say why one is there. */
export const sessionEnded = { sessionEnded: true };

/** Several queries may find out at once that the session is over: the first one leads away, the rest are already there. */
export const goToSignIn = ({ state, navigate }: Router, client: ApolloClient): void => {
  const goingTo = state.navigation.location ?? state.location;
  if (goingTo.pathname.startsWith('/sign-in')) return;
  const isThere = navigate(signInPath(state.location), { replace: true, state: sessionEnded });
  void askWhoIsSignedIn(client, isThere);
};

/**
 * Only once the sign-in page is there: the shell would send away whoever is not signed in by itself, and without a word
 * of why. Anybody may ask who is signed in, so this can't lead here again.
 */
export const askWhoIsSignedIn = async (client: ApolloClient, isThere: Promise<void> | void): Promise<void> => {
  await isThere;
  await client.refetchQueries({ include: [ShellQuery] }).catch(() => undefined);
};
