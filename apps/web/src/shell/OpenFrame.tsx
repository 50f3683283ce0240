import { useViewerIfSignedIn } from '@sos/platform-web';
import { PlainFrame } from './PlainFrame';
import { SignedInFrame } from './SignedInFrame';

/** Help and accessibility: for everyone, with the navigation for those who have one. */
export const OpenFrame = () => (useViewerIfSignedIn() ? <SignedInFrame /> : <PlainFrame />);
