import { useMutation } from '@apollo/client/react';
import { Button, countOf, Dialog, ErrorState, Section } from '@sos/platform-ui';
import { useState } from 'react';
import styles from './admin.module.css';
import { ResetPasskeysMutation } from './people.queries';
import { useAct } from './useAct';

const outcomeWords = (count: number, fullName: string): string =>
  count === 0
    ? `${fullName} had no passkey. A link by mail signs them in.`
    : `${countOf(count, 'passkey', 'passkeys')} of ${fullName} reset. A link by mail signs them in now; tell them to add a new passkey in their profile.`;

/** For somebody who has lost their device. It cannot be undone, so it says beforehand what it does. */
export const ResetPasskeys = ({ person: { id, fullName } }: { person: { id: string; fullName: string } }) => {
  const { act, isBusy, trouble } = useAct();
  const [reset] = useMutation(ResetPasskeysMutation);
  const [isAsking, setIsAsking] = useState(false);
  const [outcome, setOutcome] = useState<string | null>(null);
  const close = () => setIsAsking(false);
  const resetNow = async () => {
    setOutcome(null);
    // First: the hub may ask in a dialog of its own who one is.
    close();
    const { value } = await act(
      async () => (await reset({ variables: { personId: id } })).data?.resetPasskeys,
      'PasskeyResetSuccess',
    );
    if (value) setOutcome(outcomeWords(value.count, fullName));
  };
  return (
    <Section title="Passkeys">
      <div className={styles.answer}>
        <p className={styles.quiet}>For a lost device: all passkeys of {fullName} stop working.</p>
        {trouble && <ErrorState title="The passkeys stay as they are." body={trouble} />}
        <div role="status">{outcome && <p>{outcome}</p>}</div>
        <div>
          <Button busy={isBusy} onClick={() => setIsAsking(true)}>
            Reset passkeys
          </Button>
        </div>
      </div>
      <Dialog
        opened={isAsking}
        onClose={close}
        title="Reset passkeys"
        description={`All passkeys of ${fullName} stop working at once. This cannot be undone.`}
        footer={
          <>
            <Button variant="subtle" onClick={close}>
              Cancel
            </Button>
            <Button variant="danger" onClick={() => void resetNow()}>
              Reset passkeys
            </Button>
          </>
        }
      >
        <div className={styles.answer}>
          <p>Next, they sign in by a link in a mail to their address, then add a new passkey in their profile.</p>
          <p>Where they are signed in already, they stay so until that session ends.</p>
        </div>
      </Dialog>
    </Section>
  );
};
