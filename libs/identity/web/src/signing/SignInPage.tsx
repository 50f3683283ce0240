import { useHub } from '@sos/platform-web';
import { DemonstrationSignIn } from './DemonstrationSignIn';
import { MailSignIn } from './MailSignIn';

export const SignInPage = () => (useHub().isDemonstration ? <DemonstrationSignIn /> : <MailSignIn />);
