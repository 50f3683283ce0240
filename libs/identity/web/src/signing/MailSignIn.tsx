import { useState } from 'react';
import { LinkSent } from './LinkSent';
import { MailSignInForm } from './MailSignInForm';
import type { SentLink } from './useRequestSignInLink';

/** A real hub: the address first, because everybody has one; other ways stand below it. */
export const MailSignIn = () => {
  const [sent, setSent] = useState<SentLink | null>(null);
  return sent ? <LinkSent {...sent} onAgain={() => setSent(null)} /> : <MailSignInForm onSent={setSent} />;
};
