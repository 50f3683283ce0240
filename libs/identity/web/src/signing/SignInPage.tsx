import { useHub } from '@sos/platform-web';
import { ArrangedSignIn } from './ArrangedSignIn';
import { DemonstrationSignIn } from './DemonstrationSignIn';

export const SignInPage = () => (useHub().isDemonstration ? <DemonstrationSignIn /> : <ArrangedSignIn />);
