import { Button, countOf, StatStrip } from '@sos/platform-ui';
import styles from './import.module.css';
import type { Run } from './importOperations';

type ImportSummaryProps = {
  run: Run;
  /** After a trial: imports the same catalog in earnest. */ onImport: (() => void) | null;
};

export const ImportSummary = ({ run, onImport }: ImportSummaryProps) => {
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
        {run.rejected > 0
          ? `${countOf(run.rejected, 'dataset')} rejected: without an identifier or a title nobody could find it again. `
          : 'No dataset rejected. '}
        {run.withProblems > 0
          ? `${countOf(run.withProblems, 'dataset')} taken in with problems, which are listed below.`
          : 'No problems found.'}
      </p>
      {!run.dryRun && (
        <Button to={run.removed > 0 ? `${path}&withdrawn=1` : path} icon="data">
          Show the imported sources
        </Button>
      )}
      {run.dryRun && onImport && (
        <Button variant="primary" onClick={onImport}>
          Import catalog
        </Button>
      )}
      {run.dryRun && !onImport && <p>To import it, choose it above and take “Try it first” off.</p>}
    </div>
  );
};
