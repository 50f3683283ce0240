import { Button, PageHeader } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import styles from './signing.module.css';
import type { SentLink } from './useRequestSignInLink';

/** Says the same for every address: nobody learns here who takes part. */
export const LinkSent = ({ email, message, onAgain }: SentLink & { onAgain: () => void }) => {
  usePage({ title: 'Look in your mail', place: '/sign-in#sent' });
  return (
    <>
      <PageHeader width="narrow" title="Look in your mail" lede={`You asked for a link to ${email}.`} />
      <div className={styles.prose}>
        <p>{message}</p>
        <Button onClick={onAgain}>Use another address</Button>
      </div>
    </>
  );
};
