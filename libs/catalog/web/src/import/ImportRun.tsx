import { useQuery } from '@apollo/client/react';
import { EmptyState, ErrorState, formatDateTime, LoadingRows, Section } from '@sos/platform-ui';
import type { CatalogImportQuery } from '@sos/platform-contract';
import { FailurePanel } from '@sos/platform-web';
import { useEffect, useRef, useState } from 'react';
import { forgetSearches } from '../form/forgetSearches';
import { ImportProblemTable } from './ImportProblemTable';
import { ImportProgress } from './ImportProgress';
import { FeedsQuery, ImportQuery } from './importOperations';
import { ImportSummary } from './ImportSummary';

export type Run = NonNullable<CatalogImportQuery['catalogImport']>;

const shownAtFirst = 50;

type ImportRunProps = { id: string; onImport: (() => void) | null };

export const ImportRun = ({ id, onImport }: ImportRunProps) => {
  const [problems, setProblems] = useState(shownAtFirst);
  const { data, previousData, error, refetch, client, stopPolling } = useQuery(ImportQuery, {
    variables: { id, problems },
    pollInterval: 1000,
    fetchPolicy: 'cache-and-network',
  });
  const known = data ?? previousData;
  const run = known?.catalogImport;
  const state = run?.state;
  const wasRunning = useRef(false);
  useEffect(() => {
    if (state === 'RUNNING') wasRunning.current = true;
    if (state === undefined || state === 'RUNNING') return;
    stopPolling();
    if (!wasRunning.current) return;
    forgetSearches(client.cache);
    void client.refetchQueries({ include: [FeedsQuery] });
  }, [state, client, stopPolling]);

  if (error && !run)
    return <FailurePanel what="The import" error={error} onRetry={async () => void (await refetch())} />;
  if (!known) return <LoadingRows label="Loading the import" />;
  if (!run)
    return (
      <Section title="Import">
        <EmptyState icon="search" title="The hub has no import at this address." body="Start it again above." />
      </Section>
    );
  return (
    <Section title={titleOf(run)} end={`${run.feedKey}, ${formatDateTime(run.startedAt)}`}>
      <ImportProgress run={run} />
      {run.state === 'FAILED' && (
        <ErrorState title={run.failure ?? 'The import failed.'} body="Nothing in the catalog has changed." />
      )}
      {run.state === 'FINISHED' && <ImportSummary run={run} onImport={onImport} />}
      {run.state !== 'RUNNING' && run.problemCount > 0 && (
        <ImportProblemTable run={run} onMore={() => setProblems(run.problems.length + 200)} />
      )}
    </Section>
  );
};

const titleOf = ({ state, dryRun }: Run): string => {
  if (state === 'RUNNING') return dryRun ? 'Trying the import' : 'Importing';
  if (state === 'FAILED') return dryRun ? 'Trial failed' : 'Import failed';
  return dryRun ? 'Trial finished: nothing was changed' : 'Import finished';
};
