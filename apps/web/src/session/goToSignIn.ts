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
  void navigate(signInPath(state.location), { replace: true, state: sessionEnded });
  // Anybody may ask who is signed in, so this can't lead here again.
  void client.refetchQueries({ include: [ShellQuery] }).catch(() => undefined);
};
