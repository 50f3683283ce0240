import { Button, countOf, StatStrip } from '@sos/platform-ui';
import styles from './import.module.css';
import type { Run } from './ImportRun';

export const ImportSummary = ({ run }: { run: Run }) => {
  const path = `/data?feed=${encodeURIComponent(run.feedKey)}`;
  const stats = [
    { value: run.added, label: 'added' },
    { value: run.changed, label: 'changed' },
    { value: run.unchanged, label: 'unchanged' },
    { value: run.removed, label: 'withdrawn' },
  ].map(({ value, label }) => ({ value: value.toLocaleString('en-US'), label }));
  return (
    <div className={styles.summary}>
      <StatStrip stats={stats} />
      <p>
        {countOf(run.rejected, 'dataset')} rejected for want of an identifier or a title.{' '}
        {run.withProblems > 0
          ? `${countOf(run.withProblems, 'dataset')} imported with problems: they are listed below.`
          : 'None has problems.'}
      </p>
      {!run.dryRun && (
        <Button to={run.removed > 0 ? `${path}&withdrawn=1` : path} icon="data">
          Show the imported sources
        </Button>
      )}
      {run.dryRun && <p>To import it, take “Try it first” off above.</p>}
    </div>
  );
};
