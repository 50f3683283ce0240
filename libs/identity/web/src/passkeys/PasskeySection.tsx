import { useSuspenseQuery } from '@apollo/client/react';
import { Button, ErrorState, Ledger, Section } from '@sos/platform-ui';
import styles from '../profile/profile.module.css';
import { supportsPasskeys } from './askPasskey';
import { MyPasskeysQuery } from './passkey.operations';
import { PasskeyRow } from './PasskeyRow';
import { usePasskeys } from './usePasskeys';

/** In one's own profile: what unlocks the hub without mail. */
export const PasskeySection = () => {
  const { data } = useSuspenseQuery(MyPasskeysQuery);
  const { add, rename, remove, busyWith, problem } = usePasskeys();
  if (!data.viewer) return null;
  const { passkeys, needsPasskey } = data.viewer;
  return (
    <Section title="Passkeys" count={passkeys.length}>
      <div className={styles.form}>
        <p>
          A passkey signs you in with your device’s PIN, face or finger, without waiting for mail. It stays on your
          device or in your password manager.
        </p>
        {needsPasskey &&
          (passkeys.length > 0 ? (
            <p>
              Because of your role, a link by mail asks for a passkey besides. If you lose your devices, an
              administrator can reset your passkeys; a second passkey saves you from that.
            </p>
          ) : (
            <p>Because of your role, add one soon: from then on nobody gets in with your mail alone.</p>
          ))}
        {problem && <ErrorState title="Nothing was changed." body={problem} />}
      </div>
      {passkeys.length > 0 && (
        <Ledger label="Passkeys">
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              isBusy={busyWith === passkey.id}
              onRename={(name) => rename(passkey.id, name)}
              onRemove={() => void remove(passkey.id)}
            />
          ))}
        </Ledger>
      )}
      <p className={styles.everywhere}>
        {supportsPasskeys() ? (
          <Button icon="plus" busy={busyWith === 'new'} onClick={() => void add()}>
            {busyWith === 'new' ? 'Adding passkey' : 'Add a passkey'}
          </Button>
        ) : (
          'This browser cannot make passkeys. Open your profile in another one to add one.'
        )}
      </p>
    </Section>
  );
};
