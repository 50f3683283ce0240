import { Button, ErrorState, PageHeader } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import { useState } from 'react';
import { Link } from 'react-router';
import { PasskeyBesides } from '../passkeys/PasskeyBesides';
import { sendOneTimeToken } from './oneTimeToken';
import styles from './signing.module.css';
import { useEnter } from './useEnter';
import { useTokenInFragment } from './useTokenInFragment';

/**
 * The address in the mail leads here and does nothing by itself: mail scanners follow addresses, only a person presses
 * the button. The token stands behind the #, which browsers send to no server.
 */
export const OneTimeSignInPage = () => {
  usePage({ title: 'Sign in' });
  const enter = useEnter();
  const token = useTokenInFragment();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [passkeyRequest, setPasskeyRequest] = useState<object | null>(null);

  const signIn = async (value: string) => {
    setIsBusy(true);
    setProblem(null);
    const answer = await sendOneTimeToken(value);
    if (answer.kind === 'signed in')
      await enter().catch(() => setProblem('You are signed in. Reload the page to go on.'));
    else if (answer.kind === 'passkey') setPasskeyRequest(answer.request);
    else setProblem(answer.message);
    setIsBusy(false);
  };

  if (passkeyRequest) return <PasskeyBesides request={passkeyRequest} />;
  return (
    <>
      <PageHeader
        width="narrow"
        title="Sign in"
        lede={token ? 'Your address is good for one sign-in on this computer.' : 'This address has lost its last part.'}
      />
      <div className={styles.prose}>
        {problem && <ErrorState title="You are not signed in." body={problem} />}
        {problem && <Link to="/sign-in">Go to the sign-in page</Link>}
        {token ? (
          <Button variant="primary" busy={isBusy} onClick={() => void signIn(token)}>
            {isBusy ? 'Signing in' : 'Sign in'}
          </Button>
        ) : (
          <p>
            Copy the whole address from the message, up to its end, or <Link to="/sign-in">ask for another</Link>.
          </p>
        )}
      </div>
    </>
  );
};
