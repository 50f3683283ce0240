import { Button, CheckboxField, SelectField, TextField } from '@sos/platform-ui';
import type { FieldProblems } from '@sos/platform-web';
import { useState } from 'react';
import styles from './tokens.module.css';
import type { NewToken } from './useAccessTokens';

const terms = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'a year' },
];

type NewTokenFormProps = {
  make: (token: NewToken) => Promise<boolean>;
  isMaking: boolean;
  problems: FieldProblems;
};

export const NewTokenForm = ({ make, isMaking, problems }: NewTokenFormProps) => {
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [mayWrite, setMayWrite] = useState(false);
  const submit = async () => {
    if (await make({ name: name.trim(), mayWrite, days: Number(days) })) setName('');
  };
  return (
    <form
      className={styles.form}
      noValidate
      aria-label="New access token"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label="What the token is for"
        placeholder="Monthly report"
        maxLength={100}
        value={name}
        onChange={setName}
        error={problems['name']}
      />
      <SelectField label="Works for" options={terms} value={days} onChange={setDays} error={problems['days']} />
      <CheckboxField
        label="May change things"
        hint="Without it the program only reads. It can never make tokens or change who you are."
        checked={mayWrite}
        onChange={setMayWrite}
      />
      <div className={styles.buttons}>
        <Button type="submit" busy={isMaking}>
          Make token
        </Button>
      </div>
    </form>
  );
};
