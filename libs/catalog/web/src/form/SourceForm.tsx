import { Button, PanelFoot } from '@sos/platform-ui';
import styles from './form.module.css';
import { fieldLabels, labelOfPath } from './fieldLabels';
import { SourceFormContext } from './sourceFormContext';
import { SourceSections } from './SourceSections';
import { useSourceForm } from './useSourceForm';

type SourceFormProps = Parameters<typeof useSourceForm>[0] & { submitLabel: string; cancelTo: string };

export const SourceForm = ({ submitLabel, cancelTo, ...options }: SourceFormProps) => {
  const { form, context, submit, isBusy, problems, message, theirs, taken, keptNote, wasRestored, startOver } =
    useSourceForm(options);
  const wrong = [...new Set(Object.keys(problems).map(labelOfPath))];
  return (
    <SourceFormContext value={context}>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {wasRestored && (
          <div className={styles.notice}>
            <p>What you wrote here earlier is back. It has not been saved yet.</p>
            <Button size="s" onClick={startOver}>
              Start over
            </Button>
          </div>
        )}
        <SourceSections />
        <div role="alert">
          {message === 'stale' && (
            <StaleNotice taken={taken} conflicts={Object.keys(theirs)} submitLabel={submitLabel} />
          )}
          {message !== null && message !== 'stale' && <p className={styles.trouble}>{message}</p>}
          {wrong.length > 0 && <p className={styles.trouble}>Check {wrong.join(', ')}.</p>}
        </div>
        <PanelFoot end={keptNote}>
          <Button type="submit" variant="primary" busy={isBusy}>
            {submitLabel}
          </Button>
          <Button to={cancelTo}>Cancel</Button>
        </PanelFoot>
      </form>
    </SourceFormContext>
  );
};

type StaleNoticeProps = { taken: string[]; conflicts: string[]; submitLabel: string };

const names = (fields: string[]) => fields.map((field) => fieldLabels[field as keyof typeof fieldLabels]).join(', ');

const StaleNotice = ({ taken, conflicts, submitLabel }: StaleNoticeProps) => (
  <div className={styles.notice}>
    <p>
      <b>Somebody saved this source while you were writing.</b> Your text is kept.{' '}
      {conflicts.length > 0 && `Both of you changed ${names(conflicts)}: what they saved stands below your text. `}
      {taken.length > 0 && `Taken over from them: ${names(taken)}. `}
      Choose “{submitLabel}” again to save yours.
    </p>
  </div>
);
