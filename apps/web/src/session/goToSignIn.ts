import { signInPath } from '@sos/platform-web';
import type { createBrowserRouter } from 'react-router';

type Router = ReturnType<typeof createBrowserRouter>;

/** Several queries may find out at once that the session is over: the first one leads away, the rest are already there. */
export const goToSignIn = (router: Router): void => {
  const { location, navigation } = router.state;
  const goingTo = navigation.location ?? location;
  if (goingTo.pathname.startsWith('/sign-in')) return;
  void router.navigate(signInPath(location), { replace: true });
};
