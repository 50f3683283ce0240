import { createHash } from 'node:crypto';
import type { Queryable, Row } from '@sos/platform-server';

/**
 * Inserts any number of rows with one statement. The keys of the rows are column names; the table's own types read
 * the values, so arrays, dates and JSON need no care here.
 */
export async function insertRows(transaction: Queryable, table: string, rows: readonly Row[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await transaction.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** The same id for the same thing of the content in every hub: content may refer to what is not inserted yet. */
export function idOf(kind: string, key: string | number): string {
  const hash = createHash('sha256').update(`${kind}:${key}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
