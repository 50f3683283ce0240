import { Button, formatDateTime, LedgerRow, TextField } from '@sos/platform-ui';
import type { MyPasskeysQuery } from '@sos/platform-contract';
import { useState } from 'react';
import styles from '../profile/profile.module.css';

type Passkey = NonNullable<MyPasskeysQuery['viewer']>['passkeys'][number];

type PasskeyRowProps = {
  passkey: Passkey;
  isBusy: boolean;
  /** Answers whether it has the name now. */
  onRename: (name: string) => Promise<boolean>;
  onRemove: () => void;
};

export const PasskeyRow = ({ passkey, isBusy, onRename, onRemove }: PasskeyRowProps) => {
  const [name, setName] = useState<string | null>(null);
  const save = async () => {
    if (name !== null && (await onRename(name))) setName(null);
  };
  return (
    <LedgerRow
      margin={passkey.lastUsedAt ? `Used ${formatDateTime(passkey.lastUsedAt)}` : 'Not used yet'}
      title={passkey.name}
      meta={
        <>
          <span>Added {formatDateTime(passkey.createdAt)}</span>
          {passkey.isSynced && <span>On all your devices with this password manager</span>}
        </>
      }
      action={
        name === null && (
          <div className={styles.buttons}>
            <Button size="s" aria-label={`Rename ${passkey.name}`} onClick={() => setName(passkey.name)}>
              Rename
            </Button>
            <Button size="s" aria-label={`Remove ${passkey.name}`} busy={isBusy} onClick={onRemove}>
              Remove
            </Button>
          </div>
        )
      }
    >
      {name !== null && (
        <form
          className={styles.form}
          noValidate
          aria-label={`Rename ${passkey.name}`}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextField label="Name" autoFocus maxLength={60} value={name} onChange={setName} />
          <div className={styles.buttons}>
            <Button onClick={() => setName(null)}>Cancel</Button>
            <Button variant="primary" type="submit" busy={isBusy}>
              Rename
            </Button>
          </div>
        </form>
      )}
    </LedgerRow>
  );
};
