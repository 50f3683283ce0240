import { Button, ErrorState, FormPanel, PanelFoot, TextField } from '@sos/platform-ui';
import { useEffect, useRef } from 'react';
import { limitWords, type LimitedFeed, type Limits, usualLimits } from './feedLimitWords';
import styles from './import.module.css';
import { useLimitFeed } from './useLimitFeed';

type FeedLimitsFormProps = { feed: LimitedFeed; limits: Limits; onSaved: () => void; onCancel: () => void };

export const FeedLimitsForm = ({ feed, limits, onSaved, onCancel }: FeedLimitsFormProps) => {
  const { values, set, problems, refusals, trouble, isBusy, save } = useLimitFeed(feed, limits, onSaved);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return (
    <FormPanel
      ref={form}
      className={styles.form}
      noValidate
      aria-label={`Limits of ${feed.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        // React carries it on to the form behind the dialog, which would begin the import.
        event.stopPropagation();
        void save(values);
      }}
    >
      {trouble && <ErrorState title="Nothing was saved." body={trouble} />}
      <TextField
        label="Megabytes"
        hint={`From 1 to 200; usually ${usualLimits.megabytes}. What arrives compressed counts unpacked.`}
        inputMode="numeric"
        value={values.megabytes}
        onChange={(megabytes) => set({ megabytes })}
        error={problems['megabytes']}
      />
      <TextField
        label="Seconds"
        hint={`From 1 to 600; usually ${usualLimits.seconds}.`}
        inputMode="numeric"
        value={values.seconds}
        onChange={(seconds) => set({ seconds })}
        error={problems['seconds']}
      />
      <PanelFoot>
        <Button onClick={onCancel}>Cancel</Button>
        {!limits.areUsual && (
          <Button onClick={() => void save({ megabytes: '', seconds: '' })}>
            Back to the usual: {limitWords(usualLimits).toLowerCase().replace(' mb', ' MB')}
          </Button>
        )}
        <Button type="submit" variant="primary" busy={isBusy}>
          Save limits
        </Button>
      </PanelFoot>
    </FormPanel>
  );
};
