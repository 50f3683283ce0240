import { Button, ErrorState, FormPanel, PageHeader, PanelFoot, TextField } from '@sos/platform-ui';
import { Slot, usePage } from '@sos/platform-web';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { otherWaysIn } from '../identity.slots';
import { SessionEndedNote } from './SessionEndedNote';
import styles from './signing.module.css';
import { type SentLink, useRequestSignInLink } from './useRequestSignInLink';
import { useReturnPath } from './useEnter';

export const MailSignInForm = ({ onSent }: { onSent: (link: SentLink) => void }) => {
  usePage({ title: 'Sign in' });
  const returnPath = useReturnPath();
  const [email, setEmail] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { request, isBusy, problem, failure } = useRequestSignInLink(returnPath);

  const send = async () => {
    const sent = await request(email);
    if (sent) onSent(sent);
    else field.current?.focus();
  };

  return (
    <>
      <PageHeader
        width="narrow"
        title="Sign in"
        lede="Type your e-mail address at work. The hub sends you a link that signs you in; no password is needed."
      />
      <div className={styles.form}>
        <SessionEndedNote />
        {failure && <ErrorState title="The link is not sent." body={failure.message} reference={failure.reference} />}
        <FormPanel
          noValidate
          aria-label="Sign in by mail"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TextField
            ref={field}
            label="E-mail address at work"
            type="email"
            name="email"
            autoComplete="username webauthn"
            value={email}
            onChange={setEmail}
            error={problem}
          />
          <PanelFoot>
            <Button variant="primary" type="submit" busy={isBusy}>
              {isBusy ? 'Sending link' : 'Send link'}
            </Button>
          </PanelFoot>
        </FormPanel>
        <Slot of={otherWaysIn} returnPath={returnPath} email={email} />
        <p>
          New here? Members of the workgroup are invited by its staff. <Link to="/help">Help and contact</Link>
        </p>
      </div>
    </>
  );
};
