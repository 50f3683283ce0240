import { useSuspenseQuery } from '@apollo/client/react';
import type { AuditTrailQuery as Answer } from '@sos/platform-contract';
import {
  Button,
  DataTable,
  EmptyState,
  formatDateTime,
  RestrictedMark,
  ShowMore,
  type TableColumn,
} from '@sos/platform-ui';
import { useDeferredValue, useMemo, useTransition } from 'react';
import { Link } from 'react-router';
import styles from './Audit.module.css';
import { AuditTrailQuery } from './auditTrail.query';
import { type AuditFilterState, filterInput } from './useAuditFilter';
import { mostExported, useAuditDownload } from './useAuditDownload';

type Entry = Answer['auditTrail']['edges'][number]['node'];

const pageLength = 50;

export const AuditTable = ({ filter }: { filter: AuditFilterState }) => {
  const input = useDeferredValue(useMemo(() => filterInput(filter), [filter]));
  const { data, fetchMore } = useSuspenseQuery(AuditTrailQuery, {
    variables: { filter: input, first: pageLength },
    fetchPolicy: 'cache-and-network',
  });
  const [isLoadingMore, startLoading] = useTransition();
  const { download, isBusy } = useAuditDownload(input);
  const { edges, pageInfo, totalCount } = data.auditTrail;
  if (totalCount === 0)
    return <EmptyState icon="search" title="No entry matches." body="Empty a field, or choose a longer time." />;
  const more = () => startLoading(async () => void (await fetchMore({ variables: { after: pageInfo.endCursor } })));
  return (
    <>
      <div className={styles.head}>
        <p role="status">{totalCount === 1 ? '1 entry' : `${totalCount.toLocaleString('en-US')} entries`}</p>
        <Button size="s" icon="download" busy={isBusy} onClick={download}>
          {totalCount > mostExported
            ? `Download the latest ${mostExported.toLocaleString('en-US')} as CSV`
            : 'Download as CSV'}
        </Button>
      </div>
      <DataTable
        caption="Entries of the audit trail, latest first"
        hideCaption
        columns={columns}
        rows={edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
      />
      <ShowMore
        what="entries"
        shown={edges.length}
        total={totalCount}
        busy={isLoadingMore}
        onMore={pageInfo.hasNextPage ? more : null}
      />
    </>
  );
};

const columns: TableColumn<Entry>[] = [
  { key: 'when', header: 'When', cell: ({ occurredAt }) => formatDateTime(occurredAt), width: '20%' },
  { key: 'who', header: 'Who', cell: ({ actorLabel }) => actorLabel, width: '18%' },
  {
    key: 'what',
    header: 'What',
    cell: ({ action, subjectLabel, subjectPath, detail, isRestricted }) => (
      <div className={styles.what}>
        <span>
          {action} {subjectPath ? <Link to={subjectPath}>{subjectLabel}</Link> : subjectLabel}
        </span>
        {isRestricted && <RestrictedMark />}
        {detail && <span className={styles.detail}>“{detail}”</span>}
      </div>
    ),
  },
  {
    key: 'change',
    header: 'Before and after',
    cell: ({ before, after, subjectLabel }) =>
      (before || after) && (
        <details>
          <summary aria-label={`Before and after: ${subjectLabel}`}>Show</summary>
          <dl className={styles.change}>
            <dt>Before</dt>
            <dd>{before ?? 'Nothing'}</dd>
            <dt>After</dt>
            <dd>{after ?? 'Nothing'}</dd>
          </dl>
        </details>
      ),
    width: '24%',
  },
];
