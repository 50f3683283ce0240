import { Button, ErrorState } from '@sos/platform-ui';
import { supportsPasskeys } from './askPasskey';
import { usePasskeyInField } from './usePasskeyInField';
import { useSignInWithPasskey } from './useSignInWithPasskey';

/** On the sign-in page: a button, and the browser's own list under the address field. */
export const PasskeySignIn = () => {
  const { signIn, ask, answerWith, isBusy, problem } = useSignInWithPasskey();
  usePasskeyInField(ask, answerWith);
  if (!supportsPasskeys()) return null;
  return (
    <>
      {problem && <ErrorState title="You are not signed in." body={problem} />}
      <Button icon="key" busy={isBusy} onClick={() => void signIn()}>
        {isBusy ? 'Signing in' : 'Sign in with a passkey'}
      </Button>
    </>
  );
};
