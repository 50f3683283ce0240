import { signInPath, useViewerIfSignedIn } from '@sos/platform-web';
import { Navigate, useLocation } from 'react-router';
import { SignedInFrame } from './SignedInFrame';

/** Pages for signed-in people only. */
export const Shell = () => {
  const viewer = useViewerIfSignedIn();
  const location = useLocation();
  return viewer ? <SignedInFrame /> : <Navigate to={signInPath(location)} replace />;
};
