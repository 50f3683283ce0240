import { Button, ErrorState, Section, TextField } from '@sos/platform-ui';
import { useRef, useState } from 'react';
import styles from './profile.module.css';
import type { Me } from './ProfilePage';
import { useNotificationAddress } from './useNotificationAddress';

/** Nothing goes to another address before its owner has followed the link there. */
export const Notifications = ({ me }: { me: Me }) => {
  const { notificationEmail, unconfirmedEmail } = me.profile;
  const [email, setEmail] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { request, remove, isBusy, problem, trouble } = useNotificationAddress();
  const send = async () => {
    if (await request(email.trim())) setEmail('');
    else field.current?.focus();
  };
  return (
    <Section title="Notifications">
      <form
        className={styles.form}
        noValidate
        aria-label="Notifications"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>Notifications go to {notificationEmail ?? me.person.email}.</p>
        {unconfirmedEmail && (
          <p>
            {unconfirmedEmail} waits to be confirmed: follow the link in the message there. Until then nothing changes.
          </p>
        )}
        {trouble && <ErrorState title="Nothing was changed." body={trouble.message} reference={trouble.reference} />}
        <TextField
          ref={field}
          label="Another address for notifications"
          hint="Sign-in links still go to your address at work."
          type="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          error={problem}
        />
        <div className={styles.buttons}>
          <Button type="submit" busy={isBusy}>
            {isBusy ? 'Sending link' : 'Send link to confirm it'}
          </Button>
          {(notificationEmail ?? unconfirmedEmail) && (
            <Button variant="subtle" onClick={() => void remove()}>
              Use the address at work
            </Button>
          )}
        </div>
      </form>
    </Section>
  );
};
