import { useApolloClient } from '@apollo/client/react';
import { downloadCsv } from '@sos/platform-web';
import { Button, DataTable, ShowMore, useToast } from '@sos/platform-ui';
import { useState } from 'react';
import { failureWords } from '../failureWords';
import styles from './import.module.css';
import type { Run } from './importOperations';
import { ImportQuery } from './importOperations';
import { problemsAsCsv } from './problemsAsCsv';

export const ImportProblemTable = ({ run, onMore }: { run: Run; onMore: () => void }) => {
  const { problems, problemCount } = run;
  const { download, isBusy } = useDownload(run);
  return (
    <div className={styles.problems}>
      <div className={styles.problemsHead}>
        <h3>Problems</h3>
        <Button size="s" icon="download" busy={isBusy} onClick={download}>
          Download as CSV
        </Button>
      </div>
      <DataTable
        caption="Problems found on import"
        hideCaption
        rows={problems.map((problem, place) => ({ ...problem, key: String(place) }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'identifier',
            header: 'Dataset',
            cell: ({ identifier }) => <code className={styles.code}>{identifier ?? 'Without identifier'}</code>,
          },
          { key: 'path', header: 'Where', cell: ({ path }) => <code className={styles.code}>{path}</code> },
          { key: 'message', header: 'Problem', narrowLabel: '', cell: ({ message }) => message },
        ]}
      />
      <ShowMore
        what="problems"
        shown={problems.length}
        total={problemCount}
        onMore={problems.length < problemCount ? onMore : null}
      />
    </div>
  );
};

/** All of them, and not only those on the screen. */
const useDownload = ({ id, feedKey, problemCount }: Run) => {
  const client = useApolloClient();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const download = async () => {
    setIsBusy(true);
    try {
      const { data } = await client.query({
        query: ImportQuery,
        variables: { id, problems: problemCount },
        fetchPolicy: 'no-cache',
      });
      downloadCsv(`import-problems-${feedKey}.csv`, problemsAsCsv(data?.catalogImport?.problems ?? []));
      toast({ message: 'Problems downloaded' });
    } catch (error) {
      toast({ message: failureWords(error) });
    }
    setIsBusy(false);
  };
  return { download: () => void download(), isBusy };
};
