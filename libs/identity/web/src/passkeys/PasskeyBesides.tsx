import { Button, ErrorState, PageHeader } from '@sos/platform-ui';
import { useState } from 'react';
import { Link } from 'react-router';
import styles from '../signing/signing.module.css';
import { askPasskey } from './askPasskey';
import { useSignInWithPasskey } from './useSignInWithPasskey';

/** After a link by mail, for whoever can do much harm: the link alone is not enough. */
export const PasskeyBesides = ({ request }: { request: object }) => {
  const { signIn, answerWith, isBusy, problem } = useSignInWithPasskey();
  const [wasAsked, setWasAsked] = useState(false);
  // The link's own request is good once; after that any passkey of the person's will do.
  const confirm = () => {
    setWasAsked(true);
    return wasAsked ? signIn() : answerWith(askPasskey(request));
  };
  return (
    <>
      <PageHeader
        width="narrow"
        title="Now confirm with your passkey"
        lede="Because of your role, the link from the message is not enough by itself."
      />
      <div className={styles.prose}>
        {problem && <ErrorState title="You are not signed in." body={problem} />}
        <Button variant="primary" icon="key" busy={isBusy} onClick={() => void confirm()}>
          {isBusy ? 'Confirming' : 'Confirm with your passkey'}
        </Button>
        <p>
          Lost your passkey? An administrator of the hub can reset it; then the link alone lets you in again.{' '}
          <Link to="/help">Help and contact</Link>
        </p>
      </div>
    </>
  );
};
