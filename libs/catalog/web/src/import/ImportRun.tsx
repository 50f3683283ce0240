import { useQuery } from '@apollo/client/react';
import { EmptyState, ErrorState, formatDateTime, Section } from '@sos/platform-ui';
import { FailurePanel } from '@sos/platform-web';
import { useEffect, useRef, useState } from 'react';
import { forgetSearches } from '../form/forgetSearches';
import styles from './import.module.css';
import { ImportProblemTable } from './ImportProblemTable';
import { ImportProgress } from './ImportProgress';
import { FeedsQuery, ImportQuery, type Run } from './importOperations';
import { ImportSummary } from './ImportSummary';

const shownAtFirst = 50;

type ImportRunProps = {
  id: string;
  /** It was started here and now: focus follows it. */
  takesFocus: boolean;
  onImport: (() => void) | null;
};

export const ImportRun = ({ id, takesFocus, onImport }: ImportRunProps) => {
  const [problems, setProblems] = useState(shownAtFirst);
  const { known, error, refetch } = useFollowedRun(id, problems);
  const heading = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const run = known?.catalogImport;
  if (error && !run)
    return <FailurePanel what="The import" error={error} onRetry={async () => void (await refetch())} />;
  return (
    <Section
      title={
        <span ref={heading} tabIndex={-1}>
          {run ? titleOf(run) : 'Import'}
        </span>
      }
      end={run && `${run.feedKey}, ${formatDateTime(run.startedAt)}`}
    >
      {known && !run && (
        <EmptyState icon="search" title="The hub has no import at this address." body="Start it again above." />
      )}
      {!known && <Waiting />}
      {run && <ImportProgress run={run} />}
      {run?.state === 'FAILED' && (
        <ErrorState title={run.failure ?? 'The import failed.'} body="Nothing in the catalog has changed." />
      )}
      {run?.state === 'FINISHED' && <ImportSummary run={run} onImport={onImport} />}
      {run && run.state !== 'RUNNING' && run.problemCount > 0 && (
        <ImportProblemTable run={run} onMore={() => setProblems(run.problems.length + 200)} />
      )}
    </Section>
  );
};

/** Asks every second until the import is over; then what was read before it is out of date. */
const useFollowedRun = (id: string, problems: number) => {
  const [isOver, setIsOver] = useState(false);
  const { data, previousData, error, refetch, client } = useQuery(ImportQuery, {
    variables: { id, problems },
    pollInterval: isOver ? 0 : 1000,
    fetchPolicy: 'cache-and-network',
  });
  const known = data ?? previousData;
  const state = known?.catalogImport?.state;
  const over = state === 'FINISHED' || state === 'FAILED';
  if (over && !isOver) setIsOver(true);
  useEffect(() => {
    if (!over) return;
    forgetSearches(client.cache);
    void client.refetchQueries({ include: [FeedsQuery] });
  }, [over, client]);
  return { known, error, refetch };
};

/** A small hub answers only when its import leaves it a moment. */
const Waiting = () => (
  <div className={styles.progress}>
    <progress aria-label="Import" />
    <span>Waiting for the hub</span>
  </div>
);

const titleOf = ({ state, dryRun }: Run): string => {
  if (state === 'RUNNING') return dryRun ? 'Trying the import' : 'Importing';
  if (state === 'FAILED') return dryRun ? 'Trial failed' : 'Import failed';
  return dryRun ? 'Trial finished: nothing was changed' : 'Import finished';
};
