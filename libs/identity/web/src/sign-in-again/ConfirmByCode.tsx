import { Button, ErrorState, TextField } from '@sos/platform-ui';
import { useState } from 'react';
import styles from './signInAgain.module.css';
import type { ConfirmingProps } from './confirming';
import { useCode } from './useCode';

/** First the message, then the digits. */
export const ConfirmByCode = ({ onConfirmed }: ConfirmingProps) => {
  const { send, isSending, sentTo, answer, isConfirming, problem, codeProblem } = useCode(onConfirmed);
  const [code, setCode] = useState('');
  const trouble = problem && <ErrorState title="You are not confirmed." body={problem} />;
  if (sentTo === null)
    return (
      <div className={styles.steps}>
        {trouble}
        <p>The hub sends a code to your address at work. It is good for ten minutes.</p>
        <Button variant="primary" busy={isSending} onClick={() => void send()}>
          {isSending ? 'Sending code' : 'Send code'}
        </Button>
      </div>
    );
  return (
    <form
      className={styles.steps}
      noValidate
      aria-label="Confirm with a code"
      onSubmit={(event) => {
        event.preventDefault();
        void answer(code);
      }}
    >
      {trouble}
      <TextField
        label="Code"
        hint={`Eight digits, sent to ${sentTo}`}
        autoComplete="one-time-code"
        inputMode="numeric"
        autoFocus
        value={code}
        onChange={setCode}
        error={codeProblem}
      />
      <div className={styles.buttons}>
        <Button busy={isSending} onClick={() => void send()}>
          {isSending ? 'Sending code' : 'Send another code'}
        </Button>
        <Button variant="primary" type="submit" busy={isConfirming}>
          {isConfirming ? 'Confirming' : 'Confirm'}
        </Button>
      </div>
    </form>
  );
};
