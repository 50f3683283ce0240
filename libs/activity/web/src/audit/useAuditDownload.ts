import { useApolloClient } from '@apollo/client/react';
import type { AuditTrailQuery as Answer } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { csvOf, downloadCsv } from '@sos/platform-web';
import { useState } from 'react';
import { AuditTrailQuery } from './auditTrail.query';
import type { filterInput } from './useAuditFilter';

/** More than this is for `npm run hub -- audit export`, which has no end. */
export const mostExported = 5_000;

const header = ['When (UTC)', 'Who', 'Act', 'Type', 'Thing', 'Path', 'Detail', 'Before', 'After', 'Restricted'];

const rowOf = (entry: Answer['auditTrail']['edges'][number]['node']): string[] => [
  entry.occurredAt,
  entry.actorLabel,
  entry.action,
  entry.subjectType,
  entry.subjectLabel,
  entry.subjectPath ?? '',
  entry.detail ?? '',
  entry.before ?? '',
  entry.after ?? '',
  entry.isRestricted ? 'yes' : 'no',
];

/** Everything that the filter finds, and not only what is on the screen. */
export const useAuditDownload = (filter: ReturnType<typeof filterInput>) => {
  const client = useApolloClient();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const page = async (after: string | null) => {
    const { data } = await client.query({
      query: AuditTrailQuery,
      variables: { filter, first: 200, after },
      fetchPolicy: 'no-cache',
    });
    return data?.auditTrail;
  };
  const load = async () => {
    const rows: string[][] = [];
    let after: string | null = null;
    do {
      const found: Awaited<ReturnType<typeof page>> = await page(after);
      rows.push(...(found?.edges ?? []).map(({ node }) => rowOf(node)));
      after = found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after && rows.length < mostExported);
    return rows;
  };
  const download = async () => {
    setIsBusy(true);
    try {
      downloadCsv('audit-trail.csv', csvOf(header, await load()));
      toast({ message: 'Audit trail downloaded' });
    } catch {
      toast({ message: 'The audit trail was not downloaded. Try again.' });
    } finally {
      setIsBusy(false);
    }
  };
  return { download, isBusy };
};
