import { Button, Panel, useToast } from '@sos/platform-ui';
import { useEffect, useRef } from 'react';
import styles from './tokens.module.css';

type MadeTokenProps = { name: string; token: string; onPutAway: () => void };

/** The one time that the secret is seen. It takes the focus, so that nobody overlooks it. */
export const MadeToken = ({ name, token, onPutAway }: MadeTokenProps) => {
  const secret = useRef<HTMLInputElement>(null);
  const toast = useToast();
  useEffect(() => secret.current?.select(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(token);
      toast({ message: 'Token copied' });
    } catch {
      secret.current?.select();
    }
  };
  return (
    <Panel>
      <div className={styles.made}>
        <label htmlFor="made-token">
          The token “{name}”. It is shown only now: copy it to where the program keeps its secrets.
        </label>
        <input id="made-token" className={styles.secret} ref={secret} readOnly value={token} spellCheck={false} />
        <div className={styles.buttons}>
          <Button variant="primary" onClick={() => void copy()}>
            Copy token
          </Button>
          <Button onClick={onPutAway}>I have put it away</Button>
        </div>
      </div>
    </Panel>
  );
};
