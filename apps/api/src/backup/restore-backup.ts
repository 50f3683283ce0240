import { holdWaiting, type Database, type Queryable, type Transaction } from '@sos/platform-server';
import { migrations } from '../migrations';
import { BackupError, readBackup, type BackupHeader, type TableEnd } from './backup-file';
import { hashOfTable, quoted, readTables, speakExactly, type BackupTable } from './backup-tables';
import { ownerTransaction } from './owner-transaction';

export interface RestoreSummary {
  tables: number;
  rows: number;
  createdAt: string;
  endedSessions: number;
  /** Of what waited in the outbox: set aside, since the hub of before may have delivered it after the backup. */
  heldEntries: number;
}

/**
 * Makes the hub what the backup says, or leaves it as it is: the file is read through once before anything is
 * touched, and everything that follows is one transaction.
 * @param replace The name of the workgroup whose hub is thrown away; null restores into an empty hub only.
 * @throws BackupError with words for the person.
 */
export async function restoreBackup(database: Database, file: string, replace: string | null): Promise<RestoreSummary> {
  const backup = await readBackup(file, { header: checkMigrations, row: () => undefined, tableEnd: () => undefined });
  const { endedSessions, heldEntries } = await ownerTransaction(database, 'READ COMMITTED', async (transaction) => {
    await transaction.query(`set local lock_timeout = '10s'`);
    await speakExactly(transaction);
    await refuseToOverwrite(transaction, replace);
    await clearSchema(transaction);
    await buildSchema(transaction, backup);
    await fill(transaction, file);
    for (const { name, lastValue, isCalled } of backup.end.sequences)
      await transaction.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), lastValue, isCalled]);
    return { endedSessions: await endSessions(transaction), heldEntries: await holdOutbox(transaction) };
  });
  await database.reopen();
  await database.migrate();
  return {
    tables: backup.tables.length,
    rows: backup.end.rows,
    createdAt: backup.createdAt,
    endedSessions,
    heldEntries,
  };
}

/** A backup of a newer hub has a shape that this one does not know; an older one is brought up to date afterwards. */
function checkMigrations(header: BackupHeader): void {
  const known = new Set(migrations.map(({ name }) => name));
  const strange = header.migrations.filter((name) => !known.has(name));
  if (strange.length > 0)
    throw new BackupError(
      `The backup was made by a newer SOS Hub (${header.hubVersion}, with ${strange.join(', ')}); nothing was changed. Update this one first.`,
    );
}

async function refuseToOverwrite(transaction: Queryable, replace: string | null): Promise<void> {
  const name = await nameOfHub(transaction);
  if (name === null || name === replace) return;
  throw new BackupError(
    replace === null
      ? `This hub is not empty: it holds “${name}”. To throw that away and put the backup in its place, add: --replace ${JSON.stringify(name)}`
      : `This hub holds “${name}”, not “${replace}”; nothing was changed.`,
  );
}

/** The name of its workgroup; null when there is nothing in it that anybody would miss. */
async function nameOfHub(transaction: Queryable): Promise<string | null> {
  const [schema] = await transaction.query<{ exists: boolean }>(
    `select to_regclass('public.workgroup') is not null and to_regclass('public.audit_entry') is not null as exists`,
  );
  if (!schema?.exists) return null;
  const [hub] = await transaction.query<{ name: string | null; isUsed: boolean }>(
    `select (select name from workgroup order by ended_on is null desc, started_on desc limit 1) as name,
       exists (select from workgroup) or exists (select from person) or exists (select from audit_entry) as "isUsed"`,
  );
  if (!hub?.isUsed) return null;
  const [{ name } = { name: '' }] = await transaction.query<{ name: string }>('select current_database() as name');
  return hub.name ?? name;
}

/** Everything of ours goes, the job queue’s own schema too; what an extension brought stays. */
const clear = `
do $$
declare statement text;
begin
  for statement in
    select format('drop %s if exists %s cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
      when 'S' then 'sequence' else 'table' end, c.oid::regclass)
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('e', 'i', 'a'))
  loop execute statement; end loop;
  for statement in
    select format('drop routine if exists %s cascade', p.oid::regprocedure)
    from pg_proc p where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  loop execute statement; end loop;
  for statement in
    select format('drop type if exists %s cascade', t.oid::regtype)
    from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd')
      and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
  loop execute statement; end loop;
  execute 'drop schema if exists pgboss cascade';
end $$`;

const clearSchema = (transaction: Queryable): Promise<unknown> => transaction.query(clear);

/** As TypeORM makes it, before the first migration; the migrations themselves refer to it. */
const migrationsTable = `
create table migrations (
  id serial,
  timestamp bigint not null,
  name character varying not null,
  constraint "PK_8c82d7f526340ab734260ea46be" primary key (id)
)`;

/** The tables as they were when the backup was made, by the same migrations, in this transaction. */
async function buildSchema({ manager, query }: Transaction, backup: BackupHeader): Promise<void> {
  await query(migrationsTable);
  for (const Migration of migrations.filter(({ name }) => backup.migrations.includes(name)))
    await new Migration().up(manager.queryRunner!);
}

/** Rows first, then the rules that hold between tables, which look at all of them again. */
async function fill(transaction: Transaction, file: string): Promise<void> {
  const tables = new Map((await readTables(transaction)).map((table) => [table.name, table]));
  const names = [...tables.keys()].map(quoted).join(', ');
  const references = await transaction.query<{ table: string; name: string; rule: string }>(
    `select c.conrelid::regclass::text as table, c.conname as name, pg_get_constraintdef(c.oid) as rule
     from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by c.oid`,
  );
  for (const { table, name } of references)
    await transaction.query(`alter table ${table} drop constraint ${quoted(name)}`);
  // Migrations may have put rows of their own in.
  await transaction.query(`truncate ${names}`);
  for (const table of tables.keys()) await transaction.query(`alter table ${quoted(table)} disable trigger user`);
  await insertRows(transaction, file, tables);
  for (const table of tables.keys()) await transaction.query(`alter table ${quoted(table)} enable trigger user`);
  for (const { table, name, rule } of references)
    await transaction.query(`alter table ${table} add constraint ${quoted(name)} ${rule}`);
}

const batchRows = 500;
const batchLength = 4_000_000;

async function insertRows(
  transaction: Transaction,
  file: string,
  tables: ReadonlyMap<string, BackupTable>,
): Promise<void> {
  let batch: string[] = [];
  let length = 0;
  const flush = async (name: string) => {
    if (batch.length > 0) await transaction.query(insertStatement(tables.get(name)!), [`[${batch.join(',')}]`]);
    batch = [];
    length = 0;
  };
  await readBackup(file, {
    header: (header) => checkShape(header, tables),
    row: async (name, line) => {
      batch.push(line);
      length += line.length;
      if (batch.length >= batchRows || length > batchLength) await flush(name);
    },
    tableEnd: async (end: TableEnd) => {
      await flush(end.table);
      if ((await hashOfTable(transaction, tables.get(end.table)!)) !== end.sha256)
        throw new Error(`The rows of ${end.table} are not what the backup holds. Nothing was changed.`);
    },
  });
}

function checkShape(header: BackupHeader, tables: ReadonlyMap<string, BackupTable>): void {
  const shape = (name: string, columns: readonly string[]) => `${name} (${columns.toSorted().join(', ')})`;
  const wanted = header.tables.map(({ name, columns }) => shape(name, columns)).toSorted();
  const made = [...tables.values()].map(({ name, columns }) => shape(name, columns)).toSorted();
  if (wanted.join('\n') === made.join('\n')) return;
  throw new BackupError('The backup’s tables are not those that this hub’s migrations make; nothing was changed.');
}

/** Each value is read by its column’s own type from the text that it was written as. */
function insertStatement({ name, columns, types }: BackupTable): string {
  const values = types.map((type, place) => `(line.value ->> ${place})::${type}`).join(', ');
  return `insert into ${quoted(name)} (${columns.map(quoted).join(', ')}) overriding system value
    select ${values} from jsonb_array_elements($1::jsonb) with ordinality as line (value, place) order by line.place`;
}

/** In the transaction of the restore, after the rows were compared: no worker ever finds them due. */
async function holdOutbox(transaction: Queryable): Promise<number> {
  const [table] = await transaction.query<{ exists: boolean }>(
    `select to_regclass('public.outbox_entry') is not null as exists`,
  );
  return table!.exists ? holdWaiting(transaction) : 0;
}

/** What lets somebody in for a while, children before parents. */
const momentary = [
  'sign_in_code',
  'address_confirmation',
  'passkey_challenge',
  'provider_sign_in',
  'setup_token',
  'sign_in_token',
  'session',
];

/** Who had signed out since the backup would be signed in again, and used addresses would work once more. */
async function endSessions(transaction: Queryable): Promise<number> {
  const present = new Set((await readTables(transaction)).map(({ name }) => name));
  let ended = 0;
  for (const table of momentary.filter((name) => present.has(name)))
    ended = (await transaction.query(`delete from ${table} returning 1`)).length;
  return ended;
}
