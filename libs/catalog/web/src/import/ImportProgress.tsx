import { LiveRegion } from '@sos/platform-ui';
import styles from './import.module.css';
import type { Run } from './importOperations';

const count = (number: number) => number.toLocaleString('en-US');

/** The bar moves with every answer; only quarters and the end are spoken. */
export const ImportProgress = ({ run }: { run: Run }) => {
  const { state, processed, total } = run;
  const words = total === null ? `${count(processed)} read` : `${count(processed)} of ${count(total)} read`;
  return (
    <>
      {state === 'RUNNING' && (
        <div className={styles.progress}>
          <progress aria-label="Import" max={total ?? undefined} value={total === null ? undefined : processed} />
          <span>{words}</span>
        </div>
      )}
      <LiveRegion>{milestone(run)}</LiveRegion>
    </>
  );
};

const milestone = ({ state, processed, total, dryRun }: Run): string => {
  const what = dryRun ? 'Trial' : 'Import';
  if (state === 'FINISHED') return `${what} finished`;
  if (state === 'FAILED') return `${what} failed`;
  if (!total) return `${what} started`;
  const quarter = Math.floor((processed / total) * 4);
  return quarter === 0 ? `${what} started` : `${quarter * 25}% read`;
};
