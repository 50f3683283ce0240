import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ActivityRecorder, verifyAuditTrail } from '@sos/activity-server';
import { asHub, Calendar, Database, type Settings } from '@sos/platform-server';
import { createTestDatabase, type TestDatabase } from '@sos/platform-testing';
import { backUp, restore } from '../src/commands/backup';
import type { Command } from '../src/commands/command';
import { entities } from '../src/entities';
import { migrations } from '../src/migrations';
import { openDatabase } from '../src/open-database';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let folder: string;
let file: string;
let before: Record<string, string>;
const opened: Database[] = [];
const made: TestDatabase[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sos-backup-'));
  file = join(folder, 'hub.backup');
  hub = await startTestHub({ content: 'demonstration' });
  await addAwkwardRows(hub.database);
  before = await fingerprints(hub.database);
  expect((await run(backUp, { file }, hub.database)).exitCode).toBe(0);
});
afterAll(async () => {
  for (const database of opened) await database.close();
  for (const testDatabase of made) await testDatabase.drop();
  await hub.close();
  rmSync(folder, { recursive: true });
});

async function run(command: Command, options: object, database: Database) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const settings = { ...hub.settings, dataFolder: 'memory://' } satisfies Settings;
  const calendar = new Calendar('America/Los_Angeles');
  const exitCode = await command({ ...options }, { settings, database, calendar }, { progress: say, print: say });
  return { exitCode, said };
}

/** A PostgreSQL database in which nothing has happened yet, or an embedded one. */
async function blank(kind: 'PostgreSQL' | 'PGlite'): Promise<Database> {
  const testDatabase = kind === 'PGlite' ? null : await createTestDatabase('hub_blank', async () => undefined);
  if (testDatabase) made.push(testDatabase);
  const database = await openDatabase({
    ...hub.settings,
    databaseUrl: testDatabase?.url,
    dataFolder: 'memory://',
    databasePoolSize: 3,
  });
  opened.push(database);
  return database;
}

/** Values that a careless format loses. */
async function addAwkwardRows(database: Database): Promise<void> {
  await asHub(async () => {
    await database.query(`update agency set role_description = $1 where key = (select min(key) from agency)`, [
      `"quotes", \\backslash\\, {braces}, tab\t, line\nbreak,\r, ${'\u{1F9E1}\u0301'} and NULL`,
    ]);
    await database.query(
      `update data_source set source_record = 'null', breakdowns = '{"n": 1.10, "big": 12345678901234567890.5}', keywords = array['', 'NULL', '{a,"b"}']
       where slug = (select min(slug) from data_source)`,
    );
    await database.query(
      `update person set deactivated_at = '2026-03-08 02:30:00.123456-08' where id = (select min(id::text)::uuid from person)`,
    );
    const [group] = await database.query<{ id: string }>('select id from sub_group order by id limit 1');
    await database.transaction((transaction) =>
      new ActivityRecorder().record(transaction, null, {
        action: 'changed',
        subjectType: 'ActionItem',
        subjectId: '00000000-0000-4000-8000-000000000002',
        subjectLabel: 'Restricted',
        restrictedToSubGroupId: group!.id,
        before: { text: 'null' },
      }),
    );
  });
}

const momentary = ['session', 'sign_in_token', 'sign_in_code', 'address_confirmation', 'setup_token'];

/** Each table as one hash, by a way of its own; those of sessions apart, which a restore ends. */
async function fingerprints(database: Database): Promise<Record<string, string>> {
  return database.asOwner(async (owner) => {
    const prints: Record<string, string> = {};
    const tables = (await owner.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    )) as { name: string }[];
    for (const { name } of tables.filter((table) => !momentary.includes(table.name))) {
      const [{ print }] = (await owner.query(
        `select count(*) || ' ' || md5(coalesce(string_agg(row, E'\\n' order by row collate "C"), '')) as print
         from (select t::text as row from "${name}" t) rows`,
      )) as [{ print: string }];
      prints[name] = print;
    }
    return prints;
  });
}

/** Everything that holds between and around the rows. */
async function rulesOf(database: Database): Promise<string[]> {
  return database.asOwner(async (owner) => {
    const rows = (await owner.query(`
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as rule
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
        and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
      union all select tablename || ' ' || indexdef from pg_indexes where schemaname = 'public'
      union all select tablename || ' ' || policyname || ' ' || qual from pg_policies where schemaname = 'public'
      union all select relname || ' ' || relrowsecurity || coalesce(array_to_string(array(select unnest(relacl)::text order by 1), ','), '')
        from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')
      union all select sequencename || ' ' || coalesce(last_value, 0) from pg_sequences where schemaname = 'public'
      order by 1`)) as { rule: string }[];
    return rows.map(({ rule }) => rule);
  });
}

test('the file holds restricted work, so only the account that made it can read it', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(gunzipSync(readFileSync(file)).toString()).toContain('Restricted');
});

test('PostgreSQL to PostgreSQL: the same rows, rules and counters, an intact trail, and everybody signs in again', async () => {
  await hub.cookieOf('ana.reyes');
  const withSession = join(folder, 'with-session.backup');
  await run(backUp, { file: withSession }, hub.database);
  const database = await blank('PostgreSQL');
  const { exitCode, said } = await run(restore, { file: withSession }, database);
  expect(said.join('\n')).toContain('everyone signs in again');
  expect(exitCode).toBe(0);
  expect(await fingerprints(database)).toEqual(before);
  expect(await rulesOf(database)).toEqual(await rulesOf(hub.database));
  expect(await database.query('select 1 from session')).toEqual([]);
  expect(await verifyAuditTrail(database)).toMatchObject({ flaws: [] });
  // The hub's role still sees nothing restricted, and the next entry follows the last.
  expect(await database.query(`select 1 from audit_entry where subject_label = 'Restricted'`)).toEqual([]);
  await database.transaction((transaction) =>
    new ActivityRecorder().record(transaction, null, {
      action: 'changed',
      subjectType: 'Goal',
      subjectId: '00000000-0000-4000-8000-000000000001',
      subjectLabel: 'After',
    }),
  );
  expect(await verifyAuditTrail(database)).toMatchObject({ flaws: [] });
});

test('PostgreSQL to PGlite and back: the same rows', async () => {
  const embedded = await blank('PGlite');
  expect((await run(restore, { file }, embedded)).exitCode).toBe(0);
  expect(await fingerprints(embedded)).toEqual(before);
  const again = join(folder, 'embedded.backup');
  expect((await run(backUp, { file: again }, embedded)).exitCode).toBe(0);
  const database = await blank('PostgreSQL');
  expect((await run(restore, { file: again }, database)).exitCode).toBe(0);
  expect(await fingerprints(database)).toEqual(before);
  expect(await verifyAuditTrail(database)).toMatchObject({ flaws: [] });
});

test('what is written while the backup is made is in it whole or not at all', async () => {
  let isRunning = true;
  const writing = (async () => {
    while (isRunning) {
      await hub.database.transaction(async (transaction) => {
        await transaction.query(
          `update agency set website = coalesce(website, '') || '.' where key = (select max(key) from agency)`,
        );
        await new ActivityRecorder().record(transaction, null, {
          action: 'dotted',
          subjectType: 'Agency',
          subjectId: '00000000-0000-4000-8000-000000000003',
          subjectLabel: 'Agency',
        });
      });
    }
  })();
  const during = join(folder, 'during.backup');
  await run(backUp, { file: during }, hub.database);
  isRunning = false;
  await writing;
  const database = await blank('PostgreSQL');
  await run(restore, { file: during }, database);
  const [count] = await database.query(
    `select (select length(substring(website from '\\.*$')) from agency order by key desc limit 1) as dots,
       (select count(*) from audit_entry where action = 'dotted') as entries`,
  );
  const [now] = await hub.database.query(`select count(*) as entries from audit_entry where action = 'dotted'`);
  expect(count!.entries).toBe(count!.dots);
  expect(now!.entries).toBeGreaterThan(0);
  expect(await verifyAuditTrail(database)).toMatchObject({ flaws: [] });
});

test('a backup of an older hub is restored in its own shape and then brought up to date', async () => {
  const testDatabase = await createTestDatabase('hub_blank', async () => undefined);
  made.push(testDatabase);
  const older = await Database.open({
    url: testDatabase.url,
    dataFolder: '',
    poolSize: 2,
    entities,
    migrations: migrations.slice(0, 1),
  });
  opened.push(older);
  await older.migrate();
  await older.query(
    `insert into agency (key, name, short_name, abbreviation, kind) values ('cdph', 'Health', 'Health', 'CDPH', 'state')`,
  );
  await older.query(
    `insert into audit_entry (actor_label, action, subject_type, subject_id, subject_label) values ('The hub', 'added', 'Agency', gen_random_uuid(), 'Health')`,
  );
  const old = join(folder, 'old.backup');
  expect((await run(backUp, { file: old }, older)).exitCode).toBe(0);
  const database = await blank('PostgreSQL');
  expect((await run(restore, { file: old }, database)).exitCode).toBe(0);
  expect(await database.pendingMigrations()).toBe(false);
  expect(await database.query('select key from agency')).toEqual([{ key: 'cdph' }]);
  expect(await verifyAuditTrail(database)).toMatchObject({ entries: 1, flaws: [] });
});

describe('a hub that holds something', () => {
  let full: Database;
  let held: Record<string, string>;
  beforeAll(async () => {
    full = await blank('PostgreSQL');
    await full.migrate();
    await full.query(
      `insert into workgroup (slug, name, purpose, started_on) values ('w', 'Another Workgroup', 'Purpose.', '2021-03-01')`,
    );
    held = await fingerprints(full);
  });

  test.each([
    ['nothing is said', {}, 'holds “Another Workgroup”'],
    ['another name is typed', { replace: 'another workgroup' }, 'not “another workgroup”'],
  ])('is left alone when %s', async (_case, options, words) => {
    const { exitCode, said } = await run(restore, { file, ...options }, full);
    expect(said.join()).toContain(words);
    expect(exitCode).toBe(1);
    expect(await fingerprints(full)).toEqual(held);
  });

  const lines = () => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const packed = (changed: readonly string[]) => gzipSync(`${changed.join('\n')}\n`);
  const rowOf = (all: readonly string[], text: string) =>
    all.findIndex((line) => line.startsWith('[') && line.includes(text));
  const broken: [name: string, make: () => Buffer, words: RegExp][] = [
    ['is cut short in the middle', () => readFileSync(file).subarray(0, 20_000), /cut short or damaged/],
    ['lacks its last bytes', () => readFileSync(file).subarray(0, -9), /cut short or damaged/],
    ['lacks its last line', () => packed(lines().slice(0, -1)), /cut short or damaged/],
    ['has a flipped bit', () => flipped(readFileSync(file)), /cut short or damaged/],
    [
      'has an altered row',
      () => packed(lines().map((line) => line.replace('Ana Reyes', 'Eve Reyes'))),
      /cut short or damaged/,
    ],
    [
      'lacks a row',
      () => packed(lines().filter((_line, place, all) => place !== rowOf(all, 'Ana Reyes'))),
      /cut short or damaged/,
    ],
    ['lacks a table', () => packed(withoutTable(lines(), 'agency')), /cut short or damaged/],
    ['goes on after its end', () => packed([...lines(), '["more"]']), /cut short or damaged/],
    ['is something else', () => Buffer.from('hello'), /cut short or damaged/],
    ['is empty', () => Buffer.alloc(0), /cut short or damaged/],
    ['is no backup', () => packed(['{"format":"something"}']), /no backup of SOS Hub/],
    [
      'is of a format to come',
      () => packed(lines().map((line, place) => (place ? line : line.replace('"version":1', '"version":2')))),
      /newer SOS Hub/,
    ],
    [
      'is of a hub to come',
      () =>
        packed(lines().map((line, place) => (place ? line : line.replace('Once1795350000000', 'Later1999999999999')))),
      /newer SOS Hub .*Later1999999999999/,
    ],
  ];
  test.each(broken)('is left alone when the file %s', async (name, make, words) => {
    const other = join(folder, `${name.replaceAll(' ', '-')}.backup`);
    writeFileSync(other, make());
    const { exitCode, said } = await run(restore, { file: other, replace: 'Another Workgroup' }, full);
    expect(said.join()).toMatch(words);
    expect(exitCode).toBe(1);
    expect(await fingerprints(full)).toEqual(held);
  });

  test('is left alone when there is no such file', async () => {
    const { exitCode, said } = await run(restore, { file: join(folder, 'nothing') }, full);
    expect(said.join()).toContain('cannot be read (ENOENT)');
    expect(exitCode).toBe(1);
  });

  test('is as it was when the restore fails at its very end', async () => {
    const small = await blank('PostgreSQL');
    await small.migrate();
    await small.query(
      `insert into agency (key, name, short_name, abbreviation, kind) values ('a', 'A', 'A', 'A', 'state')`,
    );
    await small.asOwner(async (owner) => {
      await owner.query('alter table person drop constraint person_agency_id_fkey');
      await owner.query(
        `insert into person (full_name, email, agency_id) values ('Nobody’s', 'nobody@example.org', gen_random_uuid())`,
      );
    });
    const inconsistent = join(folder, 'inconsistent.backup');
    await run(backUp, { file: inconsistent }, small);
    await expect(run(restore, { file: inconsistent, replace: 'Another Workgroup' }, full)).rejects.toThrow(
      /foreign key/,
    );
    expect(await fingerprints(full)).toEqual(held);
  });

  test('is replaced when its name is typed', async () => {
    const { exitCode } = await run(restore, { file, replace: 'Another Workgroup' }, full);
    expect(exitCode).toBe(0);
    expect(await fingerprints(full)).toEqual(before);
  });
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[30_000] = copy[30_000]! ^ 4;
  return copy;
}

function withoutTable(lines: readonly string[], table: string): string[] {
  const end = lines.findIndex((line) => line.startsWith(`{"table":"${table}"`));
  const start = lines.slice(0, end).findLastIndex((line) => line.startsWith('{'));
  return [...lines.slice(0, start + 1), ...lines.slice(end + 1)];
}
