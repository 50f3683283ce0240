import type { Queryable, Row } from '@sos/platform-server';
import { TableLines } from './backup-file';

/** A table as a backup needs it: what is stored, not what the database derives from it. */
export interface BackupTable {
  name: string;
  columns: string[];
  /** Their types, as a cast names them. */
  types: string[];
  /** Its key, by which rows have one order everywhere. */
  key: string[];
}

const tablesOfTheHub = `
  select c.relname as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' order by a.attnum) as columns,
    array(select format_type(a.atttypid, a.atttypmod) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
      and not a.attisdropped and a.attgenerated = '' order by a.attnum) as types,
    array(select a.attname::text from pg_index i cross join unnest(i.indkey) with ordinality as part (number, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = part.number
      where i.indrelid = c.oid and i.indisprimary order by part.place) as key
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not exists (
    select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.relname collate "C"`;

export const readTables = (queryable: Queryable): Promise<BackupTable[]> =>
  queryable.query<BackupTable & Row>(tablesOfTheHub);

/** Values leave as text, and these settings decide how times, bytes and numbers are written. */
export async function speakExactly(queryable: Queryable): Promise<void> {
  for (const setting of [
    "timezone = 'UTC'",
    "datestyle = 'ISO, YMD'",
    "intervalstyle = 'postgres'",
    "bytea_output = 'hex'",
    'extra_float_digits = 1',
    'statement_timeout = 0',
    // The owner is held back by no row security today; should that change, no row may go missing.
    "hub.everything = 'yes'",
  ])
    await queryable.query(`set local ${setting}`);
}

const pageSize = 500;

/** Every row of a table, one line each, in the order of its key, a page at a time in the running transaction. */
export async function* linesOfTable(transaction: Queryable, table: BackupTable): AsyncGenerator<string> {
  const values = table.columns.map((column) => `${quoted(column)}::text`).join(', ');
  const order = table.key.map(quoted).join(', ') || 'ctid';
  await transaction.query(
    `declare backup_rows no scroll cursor for
     select array_to_json(array[${values}])::text as line from public.${quoted(table.name)} order by ${order}`,
  );
  for (;;) {
    const page = await transaction.query<{ line: string }>(`fetch forward ${pageSize} from backup_rows`);
    for (const { line } of page) yield line;
    if (page.length < pageSize) break;
  }
  await transaction.query('close backup_rows');
}

/** The hash that a backup of this table would carry now. */
export async function hashOfTable(transaction: Queryable, table: BackupTable): Promise<string> {
  const lines = new TableLines();
  for await (const line of linesOfTable(transaction, table)) lines.add(line);
  return lines.digest();
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
