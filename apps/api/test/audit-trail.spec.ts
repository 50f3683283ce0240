import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ActivityRecorder, headsFile, readHeads, writeDownHeads } from '@sos/activity-server';
import { asHub, Calendar, type Database, type Settings } from '@sos/platform-server';
import pg from 'pg';
import { auditHeads, verifyAudit } from '../src/commands/audit';
import type { Command } from '../src/commands/command';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let folder: string;
/** Owns the database, as whoever breaks into its server does. */
let owner: pg.Client;
beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration' });
  folder = mkdtempSync(join(tmpdir(), 'sos-audit-'));
  owner = new pg.Client({ connectionString: hub.settings.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await hub.close();
  rmSync(folder, { recursive: true });
});

/** Runs a command on a database, or on what a transaction of the owner sees. */
async function run(command: Command, options: object, database: Pick<Database, 'query'>, dataFolder = 'memory://') {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const services = {
    settings: { ...hub.settings, dataFolder } satisfies Settings,
    database: database as Database,
    calendar: new Calendar('America/Los_Angeles'),
  };
  const exitCode = await command({ ...options }, services, { progress: say, print: say });
  return { exitCode, said };
}

const record = (
  database: Pick<Database, 'transaction'>,
  labels: readonly string[],
  workgroupIds: (string | undefined)[],
) =>
  database.transaction(async (transaction) => {
    for (const [index, subjectLabel] of labels.entries()) {
      await new ActivityRecorder().record(transaction, null, {
        action: 'changed',
        subjectType: 'Goal',
        subjectId: '00000000-0000-4000-8000-000000000001',
        subjectLabel,
        workgroupId: workgroupIds[index % workgroupIds.length],
        before: { text: `"quoted", [bracketed] ${'\u00e9\u{1F9E1}'}` },
      });
    }
  });

test('an intact trail is said to be intact, and every entry of it has its seal', async () => {
  const { exitCode, said } = await run(verifyAudit, {}, hub.database);
  expect(said[0]).toMatch(/^Intact: [1-9]\d+ entries in \d+ chains/);
  expect(exitCode).toBe(0);
  const { rows } = await owner.query(
    'select (select count(*) from audit_entry) as entries, (select count(*) from audit_link) as links',
  );
  expect(rows[0].entries).toBeGreaterThan(200);
  expect(rows[0].links).toBe(rows[0].entries);
});

test('sixteen writers at once, each with entries of several workgroups, never wait for each other for ever', async () => {
  const { rows } = await owner.query('select id from workgroup order by id');
  const [one, other] = rows.map(({ id }) => id as string);
  const writers = await Promise.all(
    Array.from({ length: 16 }, async () => {
      const client = new pg.Client({ connectionString: hub.settings.databaseUrl });
      await client.connect();
      return client;
    }),
  );
  const write = async (client: pg.Client, place: number) => {
    for (let round = 0; round < 8; round += 1) {
      await client.query('begin');
      const workgroupIds = (place + round) % 2 ? [one, undefined, other] : [other, one, undefined];
      const transaction = {
        query: async (text: string, values: readonly unknown[] = []) =>
          (await client.query(text, values as unknown[])).rows,
      };
      await record({ transaction: (work) => work(transaction as never) }, ['a', 'b', 'c'], workgroupIds);
      await client.query('commit');
    }
  };
  await Promise.all(writers.map(write));
  await Promise.all(writers.map((client) => client.end()));
  const { rows: written } = await owner.query(
    `select count(*) as count from audit_entry where subject_label in ('a', 'b', 'c')`,
  );
  expect(written[0].count).toBe(16 * 8 * 3);
  expect((await run(verifyAudit, {}, hub.database)).exitCode).toBe(0);
});

test('an entry is linked without reading the links of all others, also where the planner knows of none', async () => {
  /** How often the whole table is read while a short trail gets so many entries; nothing of it stays. */
  const timesReadWhole = async (entries: number) => {
    const client = new pg.Client({ connectionString: hub.settings.databaseUrl });
    await client.connect();
    const soFar = async () => {
      await client.query('select pg_stat_force_next_flush()');
      const { rows } = await client.query(`select seq_scan from pg_stat_user_tables where relname = 'audit_link'`);
      return Number(rows[0].seq_scan);
    };
    const before = await soFar();
    await client.query('begin');
    await client.query('delete from audit_link');
    await client.query('analyze audit_link');
    await client.query('set constraints all immediate');
    for (let time = 0; time < entries; time += 1)
      await client.query(
        `insert into audit_entry (actor_label, action, subject_type, subject_id, subject_label)
         values ('The hub', 'changed', 'Goal', '00000000-0000-4000-8000-000000000001', 'Linked by index')`,
      );
    await client.query('rollback');
    const times = (await soFar()) - before;
    await client.end();
    return times;
  };
  expect(await timesReadWhole(8)).toBe(await timesReadWhole(0));
});

test('restricted work is sealed and verified too, though the hub’s role sees it only when it must', async () => {
  const { rows } = await owner.query('select id from sub_group order by id limit 1');
  await asHub(() =>
    hub.database.transaction((transaction) =>
      new ActivityRecorder().record(transaction, null, {
        action: 'changed',
        subjectType: 'ActionItem',
        subjectId: '00000000-0000-4000-8000-000000000002',
        subjectLabel: 'Restricted',
        restrictedToSubGroupId: rows[0].id,
      }),
    ),
  );
  expect(await hub.database.query(`select 1 from audit_entry where subject_label = 'Restricted'`)).toEqual([]);
  expect((await run(verifyAudit, {}, hub.database)).exitCode).toBe(0);
});

test('a transaction that fails leaves neither an entry nor a link', async () => {
  const before = await readHeads(hub.database);
  const failing = hub.database.transaction(async (transaction) => {
    await record({ transaction: (work) => work(transaction) }, ['never'], [undefined]);
    throw new Error('changed its mind');
  });
  await expect(failing).rejects.toThrow('changed its mind');
  expect(await readHeads(hub.database)).toEqual(before);
});

describe('whoever owns the database', () => {
  /** What a transaction of the owner sees, undone after each test. */
  const seen = {
    query: async (text: string, values: readonly unknown[] = []) => (await owner.query(text, values as unknown[])).rows,
  };
  let ids: number[];
  beforeEach(async () => {
    await owner.query('begin');
    // One chain with enough entries that it has a middle.
    const { rows } = await owner.query(
      `select entry_id as id from audit_link where (workgroup_id, slot) =
         (select workgroup_id, slot from audit_link group by 1, 2 order by count(*) desc limit 1) order by sequence`,
    );
    ids = rows.map(({ id }) => id);
  });
  afterEach(() => owner.query('rollback'));
  const verify = (options: object = {}, dataFolder?: string) => run(verifyAudit, options, seen as never, dataFolder);
  const expectBroken = async (entry: number, words: RegExp, options: object = {}, dataFolder?: string) => {
    const { exitCode, said } = await verify(options, dataFolder);
    expect(said[0]).toMatch(new RegExp(`^BROKEN: entry ${entry}\\b`));
    expect(said[0]).toMatch(words);
    expect(exitCode).toBe(1);
    return said;
  };

  test('every column of the trail is sealed', async () => {
    const id = ids[10]!;
    const { rows: columns } = await owner.query(
      `select column_name as name, data_type as type, udt_name as udt from information_schema.columns
       where table_schema = 'public' and table_name = 'audit_entry' and column_name <> 'id'`,
    );
    expect(columns.length).toBeGreaterThanOrEqual(18);
    const other: Record<string, string> = {
      text: `coalesce($, '') || ' '`,
      uuid: `'00000000-0000-4000-8000-0000000000ff'::uuid`,
      'timestamp with time zone': `$ + interval '1 microsecond'`,
      boolean: 'not $',
      jsonb: `coalesce($, '{}') || '{"x": 1}'`,
      ARRAY: `array_append($, '00000000-0000-4000-8000-0000000000ff'::uuid)`,
    };
    for (const { name, type } of columns) {
      await owner.query('savepoint before');
      const changed = await owner.query(
        `update audit_entry set "${name}" = ${other[type]!.replaceAll('$', `"${name}"`)} where id = $1`,
        [id],
      );
      expect(changed.rowCount).toBe(1);
      await expectBroken(id, /is not what was sealed/);
      await owner.query('rollback to savepoint before');
    }
    expect((await verify()).exitCode).toBe(0);
  });

  test('cannot turn nothing into an empty text', async () => {
    const { rows } = await owner.query('select id from audit_entry where request_id is null order by id limit 1');
    await owner.query(`update audit_entry set request_id = '' where id = $1`, [rows[0].id]);
    await expectBroken(rows[0].id, /is not what was sealed/);
  });

  test('cannot remove an entry from the middle, with or without its link', async () => {
    const id = ids[20]!;
    await owner.query('delete from audit_entry where id = $1', [id]);
    await expectBroken(id, /is gone/);
    await owner.query('delete from audit_link where entry_id = $1', [id]);
    await expectBroken(ids[21]!, /follows a gap: the entry before it .* is gone/);
  });

  test('cannot swap two entries', async () => {
    const [one, other] = [ids[5]!, ids[30]!];
    await owner.query(
      'create temporary table swapped on commit drop as select * from audit_entry where id in ($1, $2)'
        .replace('$1', String(one))
        .replace('$2', String(other)),
    );
    await owner.query('delete from audit_entry where id in ($1, $2)', [one, other]);
    await owner.query(`update swapped set id = case id when ${one} then ${other} else ${one} end`);
    await owner.query('alter table audit_entry disable trigger audit_entry_link');
    await owner.query('insert into audit_entry overriding system value select * from swapped');
    await owner.query('alter table audit_entry enable trigger audit_entry_link');
    const said = await expectBroken(one, /is not what was sealed/);
    expect(said[1]).toContain(`entry ${other}`);
  });

  test('cannot swap the places of two links', async () => {
    const [one, other] = [ids[5]!, ids[30]!];
    await owner.query('update audit_link set entry_id = -entry_id where entry_id in ($1, $2)', [one, other]);
    await owner.query(
      'update audit_link set entry_id = case entry_id when $1 then $4::bigint else $3::bigint end where entry_id in ($1, $2)',
      [-one, -other, one, other],
    );
    await expectBroken(one, /is not what was sealed/);
  });

  test('cannot cut off the end', async () => {
    await owner.query('delete from audit_entry where id = any($1::bigint[])', [ids.slice(-3)]);
    await expectBroken(ids.at(-3)!, /is gone/);
  });

  test('cannot cut off the end and its links: the file knows better', async () => {
    const file = headsFile(folder)!;
    writeDownHeads(file, await readHeads(seen as never));
    await owner.query('delete from audit_entry where id = any($1::bigint[])', [ids.slice(-3)]);
    await owner.query('delete from audit_link where entry_id = any($1::bigint[])', [ids.slice(-3)]);
    expect((await verify()).exitCode).toBe(0);
    await expectBroken(ids.at(-1)!, /as written down at .*, is gone/, {}, folder);
    await expectBroken(ids.at(-1)!, /is gone/, { heads: file });
    // What was found does not become what is remembered.
    await expectBroken(ids.at(-1)!, /is gone/, {}, folder);
  });

  test('cannot reckon everything anew: the file knows better', async () => {
    const { said } = await run(auditHeads, {}, seen as never);
    const file = join(folder, 'kept-elsewhere.jsonl');
    // As `npm run hub -- audit heads > file` leaves it.
    writeFileSync(file, `\n> sos-hub@0.2.0 hub\n> node infra/scripts/hub.mjs audit heads\n\n${said.join('\n')}\n`);
    expect((await verify({ heads: file })).exitCode).toBe(0);
    await owner.query('create temporary table kept on commit drop as select * from audit_entry');
    await owner.query(`update kept set detail = 'It never was so.' where id = ${ids.at(-2)}`);
    await owner.query('delete from audit_entry');
    await owner.query('delete from audit_link');
    await owner.query('insert into audit_entry overriding system value select * from kept order by id');
    await owner.query('set constraints all immediate');
    expect((await verify()).exitCode).toBe(0);
    const { exitCode, said: found } = await verify({ heads: file });
    expect(found[0]).toMatch(/^BROKEN: entry \d+, the end of chain .* (is gone|is another one now)/);
    expect(exitCode).toBe(1);
  });

  test('cannot put an entry in past the hub, nor leave the trail unsealed', async () => {
    await owner.query('alter table audit_entry disable trigger audit_entry_link');
    const { rows } = await owner.query(
      `insert into audit_entry (actor_label, action, subject_type, subject_id, subject_label)
       values ('Ana Reyes', 'deleted', 'Goal', gen_random_uuid(), 'Forged') returning id`,
    );
    const said = await expectBroken(rows[0].id, /has no seal/);
    expect(said[0]).not.toContain('Forged');
    expect(said[1]).toContain('switched off');
  });

  test('cannot forge a link either', async () => {
    await owner.query('alter table audit_entry disable trigger audit_entry_link');
    const { rows } = await owner.query(
      `insert into audit_entry (actor_label, action, subject_type, subject_id, subject_label)
       values ('Ana Reyes', 'deleted', 'Goal', gen_random_uuid(), 'Forged') returning id`,
    );
    await owner.query(`insert into audit_link values (gen_random_uuid(), 99, 1, $1, sha256('guess'))`, [rows[0].id]);
    await expectBroken(rows[0].id, /is not what was sealed/);
  });
});

describe('the hub’s own role', () => {
  test.each([
    `update audit_entry set detail = 'x'`,
    'delete from audit_entry',
    'truncate audit_entry',
    `update audit_link set hash = ''`,
    'delete from audit_link',
    'truncate audit_link',
    `insert into audit_link values (gen_random_uuid(), 0, 0, 0, '')`,
    'alter table audit_entry disable trigger audit_entry_link',
    'drop trigger audit_entry_link on audit_entry',
    'drop table audit_link',
  ])('may not: %s', async (statement) => {
    await expect(hub.database.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('what is written down outside', () => {
  test('holds each head once, and survives a crash in the middle of a line', async () => {
    const file = headsFile(join(folder, 'new'))!;
    const heads = await readHeads(hub.database);
    expect(writeDownHeads(file, heads)).toBe(heads.length);
    expect(writeDownHeads(file, heads)).toBe(0);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20));
    expect(writeDownHeads(file, heads)).toBe(1);
    expect((await run(verifyAudit, {}, hub.database, join(folder, 'new'))).exitCode).toBe(0);
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(heads.length);
  });

  test('is not guessed at: a line that is no head is named', async () => {
    const file = join(folder, 'broken.jsonl');
    writeFileSync(file, '{"at":"now","chain":"0/0"}\n');
    const { exitCode, said } = await run(verifyAudit, { heads: file }, hub.database);
    expect(said[0]).toContain('Line 1');
    expect(exitCode).toBe(1);
  });
});

describe('who cuts the end of a chain off with its links, and knows nothing of the file', () => {
  let other: TestHub;
  beforeAll(async () => {
    other = await startTestHub({ content: 'demonstration' });
  });
  afterAll(() => other.close());

  test('is remembered by PostgreSQL, which counts what is removed', async () => {
    const before = await run(verifyAudit, {}, other.database);
    expect(before.said).toEqual([expect.stringMatching(/^Intact/)]);
    await other.database.asOwner(async (its) => {
      await its.query(
        `with cut as (delete from audit_link where (workgroup_id, slot, sequence) in (
             select workgroup_id, slot, max(sequence) from audit_link group by 1, 2 limit 1) returning entry_id)
         delete from audit_entry using cut where id = entry_id`,
      );
    });
    // PostgreSQL counts when the connection has gone.
    for (let wait = 0; wait < 50; wait += 1) {
      const { said } = await run(verifyAudit, {}, other.database);
      if (said.length > 1) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { exitCode, said } = await run(verifyAudit, {}, other.database);
    expect(said).toEqual([
      expect.stringMatching(/^Intact/),
      expect.stringMatching(/^LOOK: PostgreSQL remembers 2 rows of the trail that were altered or removed/),
    ]);
    expect(exitCode).toBe(0);
  });

  test('in a hub on the embedded database nothing is counted that the hub did itself', async () => {
    const embedded = await startTestHub({ embedded: true, content: 'demonstration' });
    expect((await run(verifyAudit, {}, embedded.database)).said).toEqual([expect.stringMatching(/^Intact/)]);
    await embedded.close();
  });
});
