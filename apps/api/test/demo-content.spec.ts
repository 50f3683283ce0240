import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Calendar, type Database } from '@sos/platform-server';
import { createTestDatabase, type TestDatabase } from '@sos/platform-testing';
import { loadCaliforniaStructure } from '../src/demo/load-california-structure';
import { loadDemonstration } from '../src/demo/load-demonstration';
import { openDatabase } from '../src/open-database';

const now = new Date();
const calendar = new Calendar('America/Los_Angeles', () => now);

const tables = [
  'agency',
  'person',
  'role_grant',
  'workgroup',
  'sub_group',
  'focus_item',
  'focus_listing',
  'seat',
  'goal',
  'objective',
  'objective_focus_item',
  'health_declaration',
  'action_item',
  'action_item_supporting_agency',
  'action_item_assignee',
  'action_item_update',
  'help_request',
  'data_source',
  'distribution',
  'action_item_data_source',
  'vocabulary_concept',
  'catalog_word',
  'audit_entry',
] as const;

async function countsOf(database: Database): Promise<Record<string, number>> {
  const [row] = await database.query<Record<string, number>>(
    `select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`,
  );
  return row!;
}

const fingerprint = async (database: Database): Promise<string> =>
  (
    await database.query<{ hash: string }>(
      `select md5(string_agg(line, chr(10) order by line)) as hash from (
         select concat_ws('|', id, status, version, latest_update_at, due_on) as line from action_item
         union all select concat_ws('|', id, posted_at, note) from action_item_update
         union all select concat_ws('|', id, occurred_at, action) from audit_entry
         union all select concat_ws('|', id, person_id, starts_on) from seat
       ) lines`,
    )
  )[0]!.hash;

describe('the demonstration', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let embedded: Database;
  beforeAll(async () => {
    testDatabase = await createTestDatabase('demo_empty', async () => undefined);
    database = await openDatabase({ databaseUrl: testDatabase.url, dataFolder: '', databasePoolSize: 3 });
    embedded = await openDatabase({ databaseUrl: undefined, dataFolder: 'memory://', databasePoolSize: 1 });
    for (const each of [database, embedded]) await each.migrate();
  }, 60_000);
  afterAll(async () => {
    await embedded.close();
    await database.close();
    await testDatabase.drop();
  });

  test('is loaded once, even when two hubs start at once, in few statements', async () => {
    let statements = 0;
    const stop = database.onStatement(() => (statements += 1));
    const outcomes = await Promise.all([loadDemonstration(database, calendar), loadDemonstration(database, calendar)]);
    stop();
    expect(outcomes.toSorted()).toEqual([false, true]);
    expect(statements).toBeLessThan(60);
    const counts = await countsOf(database);
    expect(await loadDemonstration(database, calendar)).toBe(false);
    expect(await countsOf(database)).toEqual(counts);
    expect(counts).toMatchObject({
      workgroup: 2,
      sub_group: 7,
      focus_item: 10,
      focus_listing: 16,
      goal: 10,
      objective: 15,
    });
    expect(counts.action_item).toBeGreaterThanOrEqual(60);
    expect(counts.data_source).toBeGreaterThanOrEqual(60);
    expect(counts.person).toBeGreaterThanOrEqual(30);
  });

  test('is the same on the embedded database, and tells what it does', async () => {
    const lines: string[] = [];
    expect(await loadDemonstration(embedded, calendar, (line) => lines.push(line))).toBe(true);
    expect(lines.length).toBeGreaterThan(1);
    expect(await countsOf(embedded)).toEqual(await countsOf(database));
    expect(await fingerprint(embedded)).toBe(await fingerprint(database));
  });

  test.each([
    [
      'an item agrees with its latest update',
      `
      select i.reference from action_item i
      left join lateral (select * from action_item_update u where u.action_item_id = i.id order by u.posted_at desc limit 1) u on true
      where (u.id, u.posted_at, u.note, u.author_id) is distinct from
            (i.latest_update_id, i.latest_update_at, i.latest_update_note, i.latest_update_author_id)
         or i.status <> coalesce(u.status, 'not_started')`,
    ],
    [
      'the version counts the updates',
      `
      select i.reference from action_item i
      where i.version <> 1 + (select count(*) from action_item_update u where u.action_item_id = i.id)`,
    ],
    [
      'each update follows from the one before',
      `
      select 1 from (select u.*, lag(u.status, 1, 'not_started') over w as before, row_number() over w as place
        from action_item_update u window w as (partition by u.action_item_id order by u.posted_at)) u
      where u.previous_status <> u.before or u.item_version <> u.place + 1`,
    ],
    [
      'done items say since when, others do not',
      `
      select reference from action_item where (status = 'done') <> (completed_at is not null)`,
    ],
    [
      'open requests for help are counted, and stand in the latest update',
      `
      select i.reference from action_item i
      where i.open_help_request_count <> (select count(*) from help_request h where h.action_item_id = i.id and h.state = 'open')
         or exists (select 1 from help_request h where h.action_item_id = i.id
                    and (h.state = 'open') <> (h.action_item_update_id = i.latest_update_id))`,
    ],
    [
      'an item is opened before its first update, and nothing lies in the future',
      `
      select i.reference from action_item i left join action_item_update u on u.action_item_id = i.id
      where u.posted_at < i.created_at or u.posted_at > now() or i.created_at > now()`,
    ],
    [
      'the sub-group that opened an item carries its focus',
      `
      select i.reference from action_item i where not exists (select 1 from focus_listing l
        where l.focus_item_id = i.focus_item_id and l.sub_group_id = i.sub_group_id)`,
    ],
    [
      'an item serves the goal of its objective',
      `
      select i.reference from action_item i join objective o on o.id = i.objective_id where o.goal_id <> i.goal_id`,
    ],
    [
      'every update and declaration stands in the trail',
      `
      select id from action_item_update u where not exists (
        select 1 from audit_entry e where e.after ->> 'updateId' = u.id::text and e.occurred_at = u.posted_at)
      union all select id from health_declaration d where not exists (
        select 1 from audit_entry e where e.after ->> 'declarationId' = d.id::text)`,
    ],
    [
      'the trail is numbered in the order of time',
      `
      select id from (select id, occurred_at, lag(occurred_at) over (order by id) as before from audit_entry) e
      where e.occurred_at < e.before`,
    ],
    [
      'a trail entry is for all sub-groups that carry the focus',
      `
      select e.id from audit_entry e join action_item i on i.id = e.subject_id
      where cardinality(e.sub_group_ids) <> (select count(*) from focus_listing l where l.focus_item_id = i.focus_item_id)`,
    ],
    [
      'every data source can be found',
      `
      select slug from data_source where search_vector = '' or steward_agency_id is null or source_reference is null`,
    ],
    [
      'every address is an example',
      `select email from person where email not like '%@example.org' or not is_demonstration`,
    ],
  ])('%s', async (_what, exceptions) => {
    expect(await database.query(exceptions)).toEqual([]);
  });
});

test('a real hub gets the structure and nobody in it', async () => {
  const testDatabase = await createTestDatabase('demo_empty', async () => undefined);
  const database = await openDatabase({ databaseUrl: testDatabase.url, dataFolder: '', databasePoolSize: 2 });
  await database.migrate();
  expect(await loadCaliforniaStructure(database)).toBe(true);
  expect(await loadCaliforniaStructure(database)).toBe(false);
  const counts = await countsOf(database);
  expect(counts).toMatchObject({ workgroup: 2, sub_group: 7, focus_item: 10, focus_listing: 16, goal: 10 });
  expect(counts.vocabulary_concept).toBeGreaterThan(50);
  expect(counts).toMatchObject({ person: 0, seat: 0, action_item: 0, objective: 0, data_source: 0, audit_entry: 0 });
  await database.close();
  await testDatabase.drop();
});
