import { signInPath, useViewerIfSignedIn } from '@sos/platform-web';
import { useEffect, useRef } from 'react';
import { Navigate, useLocation } from 'react-router';
import { sessionEnded } from '../session/goToSignIn';
import { SignedInFrame } from './SignedInFrame';

/** Pages for signed-in people only. Whoever was one a moment ago is told why they are asked to sign in. */
export const Shell = () => {
  const viewer = useViewerIfSignedIn();
  const location = useLocation();
  const wasSignedIn = useRef(false);
  useEffect(() => {
    if (viewer) wasSignedIn.current = true;
  }, [viewer]);
  if (viewer) return <SignedInFrame />;
  return <Navigate to={signInPath(location)} replace state={wasSignedIn.current ? sessionEnded : undefined} />;
};
