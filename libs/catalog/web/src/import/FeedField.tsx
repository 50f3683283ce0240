import { SelectField, TextField } from '@sos/platform-ui';
import { useState } from 'react';
import styles from './import.module.css';

type Feed = { key: string; title: string; dataSourceCount: number };
type FeedFieldProps = { feeds: readonly Feed[]; value: string; onChange: (key: string) => void; error?: string };

const another = 'another';

/** Which feed the file belongs to: the half of each source's identity that the file itself does not tell. */
export const FeedField = ({ feeds, value, onChange, error }: FeedFieldProps) => {
  const [isNew, setIsNew] = useState(false);
  const known = feeds.some(({ key }) => key === value);
  const asksForKey = isNew || feeds.length === 0 || (value !== '' && !known);
  const keyField = (
    <TextField
      label="Source key of the new feed"
      hint="Small letters, digits and hyphens, for example cdc. A source is known by this key and its identifier, so keep the same key for the same feed, and another for another."
      value={value}
      onChange={(key) => onChange(key.trim().toLowerCase())}
      error={error}
      maxLength={60}
    />
  );
  if (feeds.length === 0) return keyField;
  return (
    <div className={styles.fields}>
      <SelectField
        label="Feed"
        hint="A source is known by its feed and its identifier: choose the feed that this catalog has always belonged to."
        value={asksForKey ? another : value}
        placeholder="Choose a feed"
        options={[
          ...feeds.map(({ key, title }) => ({ value: key, label: title === key ? key : `${title} (${key})` })),
          { value: another, label: 'A new feed' },
        ]}
        onChange={(chosen) => {
          setIsNew(chosen === another);
          onChange(chosen === another ? '' : chosen);
        }}
        error={asksForKey ? undefined : error}
      />
      {asksForKey && keyField}
    </div>
  );
};
