import { useQuery } from '@apollo/client/react';
import { Button, CheckboxField, FormPanel, PanelFoot, SegmentedChoice, TextField } from '@sos/platform-ui';
import { FeedLimits } from './FeedLimits';
import { FeedField } from './FeedField';
import { usualLimits } from './feedLimitWords';
import styles from './import.module.css';
import { FeedsQuery } from './importOperations';
import { FileField } from './FileField';
import { isFeedKey, type useImportForm } from './useImportForm';

type ImportFormProps = ReturnType<typeof useImportForm>;

const origins = [
  { value: 'file' as const, label: 'A file' },
  { value: 'address' as const, label: 'A web address' },
];

export const ImportForm = ({ form, values, set, problems, message, isBusy, uploaded, submit }: ImportFormProps) => {
  const { data } = useQuery(FeedsQuery);
  const feeds = data?.catalogFeeds.filter(({ isCurated }) => !isCurated) ?? [];
  const feed = feeds.find(({ key }) => key === values.feedKey);
  return (
    <FormPanel
      ref={form}
      className={styles.form}
      noValidate
      aria-label="Import"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <SegmentedChoice
        label="The catalog comes from"
        value={values.origin}
        options={origins}
        onChange={(origin) => set({ origin })}
      />
      {values.origin === 'file' ? (
        <FileField file={values.file} onChange={(file) => set({ file })} error={problems['content']} />
      ) : (
        <TextField
          label="Address of the catalog"
          type="url"
          placeholder="https://data.example.gov/data.json"
          value={values.url}
          onChange={(url) => set({ url })}
          error={problems['url']}
        />
      )}
      <FeedField
        feeds={feeds}
        value={values.feedKey}
        onChange={(feedKey) => set({ feedKey })}
        error={problems['feedKey']}
      />
      {values.origin === 'address' && isFeedKey(values.feedKey) && (
        <FeedLimits
          key={values.feedKey}
          feed={feed ?? { key: values.feedKey, title: values.feedKey }}
          limits={feed?.limits ?? usualLimits}
        />
      )}
      <CheckboxField
        label="Try it first"
        hint="Says what would change, and changes nothing."
        checked={values.dryRun}
        onChange={(dryRun) => set({ dryRun })}
      />
      {uploaded !== null && (
        <div className={styles.progress}>
          <progress aria-label="File sent" max={1} value={uploaded} />
          <span>{uploaded < 1 ? `Sending the file, ${Math.floor(uploaded * 100)}%` : 'The hub takes the file'}</span>
        </div>
      )}
      {message && (
        <p role="alert" className={styles.trouble}>
          {message}
        </p>
      )}
      <PanelFoot>
        <Button type="submit" variant="primary" busy={isBusy}>
          {values.dryRun ? 'Try import' : 'Import catalog'}
        </Button>
      </PanelFoot>
    </FormPanel>
  );
};
