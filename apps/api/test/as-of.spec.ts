import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildActionItem, buildActionsWorld, type ActionsWorld, type WorldPerson } from '@sos/actions-server/testing';
import { buildGoal } from '@sos/goals-server/testing';
import { addDays, asHub, Calendar, decodeId, encodeId } from '@sos/platform-server';
import { runCatalogImport } from '../src/commands/catalog-import';
import { catalog, dataset } from './support/catalog-feed';
import { startTestHub, type TestHub } from './support/test-hub';

interface Field {
  name: string;
  label: string;
  then: string[];
  now: string[];
  isChanged: boolean;
}
interface Change {
  actorLabel: string;
  action: string;
  fields: string[];
}
interface AsOf {
  date: string;
  existed: boolean;
  since: string;
  fields: Field[];
  changes: Change[];
}

let hub: TestHub;
let world: ActionsWorld;
let today: string;
beforeAll(async () => {
  hub = await startTestHub();
  world = await buildActionsWorld(hub.database);
  today = new Calendar(hub.settings.timeZone).today();
  await hub.database.query(
    `insert into catalog_feed (key, title) values ('hub', 'Curated by the workgroup') on conflict do nothing`,
  );
});
afterAll(() => hub.close());

const question = `query ($id: ID!, $date: Date!) { asOf(id: $id, date: $date) {
  date existed since fields { name label then now isChanged } changes { actorLabel action fields } } }`;
const lookBack = async (id: string, date: string, person: WorldPerson = 'staff'): Promise<AsOf> =>
  (await (await hub.as(world.people[person])).query(question, { id, date })).asOf;
const send = async (text: string, variables: object, person: WorldPerson = 'staff') =>
  (await (await hub.as(world.people[person])).query(text, variables)).result;

/** One act, with everything that it left in the trail. */
interface Step {
  what: string;
  act: () => Promise<unknown>;
}

/**
 * Takes the steps one after the other, writes down after each what the thing is, and then puts a day between them.
 * @returns what the thing was at the end of each day, by what the hub said of it on that day.
 */
async function live(id: string, steps: readonly Step[]): Promise<{ what: string; date: string; was: Field[] }[]> {
  const uuid = decodeId(id)!.uuid;
  const record: { what: string; was: Field[]; entries: number[] }[] = [];
  for (const { what, act } of steps) {
    const [last] = await hub.database.query<{ id: number }>('select coalesce(max(id), 0) as id from audit_entry');
    await act();
    const entries = await hub.database.query<{ id: number }>('select id from audit_entry where id > $1', [last!.id]);
    expect([what, entries.length]).toEqual([what, 1]);
    record.push({ what, was: (await lookBack(id, today)).fields, entries: entries.map((entry) => entry.id) });
  }
  const days = record.map(({ what, was, entries }, index) => ({
    what,
    was,
    entries,
    date: addDays(today, 3 * (index - record.length)),
  }));
  await hub.database.asOwner(async (owner) => {
    for (const { entries, date } of days) {
      const noon = `('${date} 12:00'::timestamp at time zone '${hub.settings.timeZone}')`;
      const times = await owner.query(
        `update audit_entry set occurred_at = ${noon} where id = any($1::bigint[]) returning after ->> 'updateId' as "updateId"`,
        [entries],
      );
      for (const { updateId } of times[0] as { updateId: string | null }[])
        if (updateId) await owner.query(`update action_item_update set posted_at = ${noon} where id = $1`, [updateId]);
    }
    // Declarations have a time of their own; the latest of a goal belongs to the latest day.
    await owner.query(
      `update health_declaration d set declared_at = e.occurred_at from audit_entry e
       where e.subject_id = $1 and d.goal_id = $1 and e.after ->> 'reason' = d.reason`,
      [uuid],
    );
  });
  return days;
}

const valuesOf = (fields: readonly Field[], side: 'then' | 'now') =>
  Object.fromEntries(fields.map((field) => [field.label, field[side]]));

describe('an action item', () => {
  let id: string;
  let days: Awaited<ReturnType<typeof live>>;
  let version = 1;

  beforeAll(async () => {
    const otherGoal = await buildGoal(hub.database, { workgroupId: world.workgroupId });
    const built = await buildActionItem(hub.database, {
      workgroupId: world.workgroupId,
      goalId: world.goalId,
      focusItemId: world.sharedFocusId,
      subGroupId: world.subGroups.one,
      leadAgencyId: world.agencies.lead,
      assigneeIds: [world.people.assigned],
      title: 'First title',
      openedDaysAgo: 200,
    });
    id = encodeId('ActionItem', built.id);
    const [source] = await hub.database.query<{ id: string }>(
      `insert into data_source (feed_key, identifier, slug, title, access_level) values ('hub', 'linked', 'linked', 'Linked source', 'public') returning id`,
    );
    const dataSourceId = encodeId('DataSource', source!.id);
    const edit = (changes: object) => async () => {
      const input = { actionItemId: id, expectedVersion: version++, ...changes };
      const result = await send(
        `mutation ($input: EditActionItemInput!) { result: editActionItem(input: $input) { __typename ... on InvalidInputRefusal { message } } }`,
        { input },
      );
      expect(result).toEqual({ __typename: 'EditActionItemSuccess' });
    };
    const post = (more: object) => async () => {
      const input = { actionItemId: id, expectedVersion: version++, ...more };
      const result = await send(
        `mutation ($input: PostUpdateInput!) { result: postUpdate(input: $input) { __typename } }`,
        { input },
        'assigned',
      );
      expect(result).toEqual({ __typename: 'PostUpdateSuccess' });
    };
    const link = (act: string) => () =>
      send(
        `mutation ($item: ID!, $source: ID!) { result: ${act}(actionItemId: $item, dataSourceId: $source) { __typename } }`,
        {
          item: id,
          source: dataSourceId,
        },
      );
    days = await live(id, [
      { what: 'another title', act: edit({ title: 'Second title', description: 'Described.' }) },
      { what: 'first update', act: post({ status: 'IN_PROGRESS', note: 'It began.' }) },
      { what: 'dates', act: edit({ startOn: '2026-01-05', dueOn: '2026-12-31', priority: 'HIGH' }) },
      { what: 'a source', act: link('linkDataSource') },
      {
        what: 'people and agencies',
        act: edit({
          assigneeIds: [encodeId('Person', world.people.lead), encodeId('Person', world.people.assigned)],
          supportingAgencyIds: [encodeId('Agency', world.agencies.helping)],
        }),
      },
      {
        what: 'blocked, help wanted',
        act: post({
          status: 'BLOCKED',
          note: 'It waits.',
          helpWantedAgencyIds: [encodeId('Agency', world.agencies.helping)],
        }),
      },
      {
        what: 'a move',
        act: () =>
          send(`mutation ($input: MoveActionItemInput!) { result: moveActionItem(input: $input) { __typename } }`, {
            input: { actionItemId: id, expectedVersion: version++, status: 'IN_PROGRESS' },
          }),
      },
      { what: 'another goal', act: edit({ goalId: encodeId('Goal', otherGoal), objectiveId: null }) },
      { what: 'no source', act: link('unlinkDataSource') },
      { what: 'emptied', act: edit({ description: null, tags: ['a', 'b'], dueOn: null, nextStep: 'Next.' }) },
      { what: 'done', act: post({ status: 'DONE', note: 'It is done.' }) },
    ]);
  });

  test('was on each day what the hub said of it on that day', async () => {
    for (const { what, date, was } of days) {
      const { fields, existed } = await lookBack(id, date);
      expect({ what, existed, ...valuesOf(fields, 'then') }).toEqual({ what, existed: true, ...valuesOf(was, 'now') });
      // The days between two changes are like the day before.
      expect(valuesOf((await lookBack(id, addDays(date, 2))).fields, 'then')).toEqual(valuesOf(was, 'now'));
    }
  });

  test('began as it was opened', async () => {
    const { fields, since } = await lookBack(id, addDays(days[0]!.date, -1));
    expect(since).toBe(addDays(today, -200));
    expect(valuesOf(fields, 'then')).toMatchObject({
      Title: ['First title'],
      Description: [],
      Status: ['Not started'],
      'Latest update': [],
      'People assigned': ['Asha Assigned'],
      'Data sources': [],
    });
  });

  test('shows what differs from now, and who changed what since', async () => {
    const { fields, changes } = await lookBack(id, days[8]!.date);
    expect(fields.filter(({ isChanged }) => isChanged).map(({ label }) => label)).toEqual([
      'Status',
      'Latest update',
      'Next step',
      'Due date',
      'Description',
      'Tags',
    ]);
    expect(changes).toMatchObject([
      { action: 'posted Done on', fields: ['Status', 'Latest update'] },
      { action: 'edited', fields: expect.arrayContaining(['Description', 'Due date', 'Next step', 'Tags']) },
    ]);
    expect(changes[0]!.actorLabel).toBe('Asha Assigned');
  });

  test('today is now, and a day to come is like today', async () => {
    for (const date of [today, addDays(today, 40)]) {
      const { fields, changes } = await lookBack(id, date);
      expect(fields.some(({ isChanged }) => isChanged)).toBe(false);
      expect(changes).toEqual([]);
    }
  });

  test('did not exist before it was opened', async () => {
    const { existed, fields, since } = await lookBack(id, addDays(today, -201));
    expect({ existed, fields, since }).toEqual({ existed: false, fields: [], since: addDays(today, -200) });
  });

  test('counts for the goal that it served on that day, with the status that it had', async () => {
    const tally = async (date: string) =>
      valuesOf((await lookBack(encodeId('Goal', world.goalId), date)).fields, 'then')['Action items'];
    expect(await tally(days[1]!.date)).toEqual(['1 In progress']);
    expect(await tally(days[5]!.date)).toEqual(['1 Blocked']);
    expect(await tally(days[7]!.date)).toEqual([]);
  });
});

describe('restricted work', () => {
  let id: string;
  let openedOn: string;
  beforeAll(async () => {
    const built = await asHub(() =>
      buildActionItem(hub.database, {
        workgroupId: world.workgroupId,
        goalId: world.goalId,
        focusItemId: world.sharedFocusId,
        subGroupId: world.subGroups.one,
        leadAgencyId: world.agencies.lead,
        title: 'Sensitive',
        isRestricted: true,
        openedDaysAgo: 100,
      }),
    );
    id = encodeId('ActionItem', built.id);
  });

  test('is not there for whoever may not know of it, on no day', async () => {
    const unknown = await lookBack(encodeId('ActionItem', '00000000-0000-4000-8000-000000000000'), today, 'other');
    expect(await lookBack(id, today, 'other')).toEqual(unknown);
    expect(await lookBack(id, addDays(today, -50), 'other')).toEqual(unknown);
    expect(await lookBack(id, today, 'memberOfOne')).toMatchObject({ existed: true });
    const goal = encodeId('Goal', world.goalId);
    const seen = async (person: WorldPerson) =>
      valuesOf((await lookBack(goal, addDays(today, -1), person)).fields, 'then')['Action items'];
    expect(await seen('other')).toEqual([]);
    expect(await seen('memberOfOne')).toEqual(['1 Not started']);
  });

  test('that was opened to all keeps its past from whoever could not see it then', async () => {
    const edited = await send(
      `mutation ($input: EditActionItemInput!) { result: editActionItem(input: $input) { __typename } }`,
      { input: { actionItemId: id, expectedVersion: 1, title: 'Fit for all' } },
    );
    expect(edited).toEqual({ __typename: 'EditActionItemSuccess' });
    await send(
      `mutation ($input: OpenToWorkgroupInput!) { result: openActionItemToWorkgroup(input: $input) { __typename } }`,
      {
        input: { actionItemId: id, expectedVersion: 2 },
      },
    );
    openedOn = addDays(today, -10);
    await hub.database.asOwner((owner) =>
      owner.query(
        `update audit_entry set occurred_at = case action when 'edited' then $1::timestamptz - interval '10 days' else $1 end
         where subject_id = $2 and action in ('edited', 'opened to the workgroup')`,
        [`${openedOn} 20:00Z`, decodeId(id)!.uuid],
      ),
    );
    const outside = await lookBack(id, addDays(openedOn, -1), 'other');
    expect(outside).toMatchObject({ existed: false, since: openedOn, fields: [] });
    expect(JSON.stringify(outside)).not.toContain('Sensitive');
    expect((await lookBack(id, openedOn, 'other')).fields.find(({ name }) => name === 'title')).toMatchObject({
      then: ['Fit for all'],
    });
    const inside = await lookBack(id, addDays(openedOn, -15), 'memberOfOne');
    expect(inside.fields.find(({ name }) => name === 'title')).toMatchObject({ then: ['Sensitive'] });
    const goal = encodeId('Goal', world.goalId);
    const tally = async (person: WorldPerson) =>
      valuesOf((await lookBack(goal, addDays(openedOn, -1), person)).fields, 'then')['Action items'];
    expect(await tally('other')).toEqual([]);
    expect(await tally('memberOfOne')).toEqual(['1 Not started']);
  });
});

describe('a goal', () => {
  test('was on each day as its chairs had declared it', async () => {
    const id = encodeId('Goal', world.goalId);
    const declare = (health: string, reason: string) => () =>
      send(
        `mutation ($input: DeclareGoalHealthInput!) { result: declareGoalHealth(input: $input) { __typename } }`,
        {
          input: { goalId: id, health, reason },
        },
        'workgroupChair',
      );
    const days = await live(id, [
      { what: 'on track', act: declare('ON_TRACK', 'All well.') },
      { what: 'at risk', act: declare('AT_RISK', 'Late.') },
      { what: 'off track', act: declare('OFF_TRACK', 'Later.') },
    ]);
    const chosen = (fields: readonly Field[], side: 'then' | 'now') => {
      const { 'Declared health': health, Reason: reason } = valuesOf(fields, side);
      return { health, reason };
    };
    for (const { date, was } of days)
      expect(chosen((await lookBack(id, date)).fields, 'then')).toEqual(chosen(was, 'now'));
    expect(chosen((await lookBack(id, addDays(days[0]!.date, -1))).fields, 'then')).toEqual({ health: [], reason: [] });
    expect((await lookBack(id, days[1]!.date)).changes).toMatchObject([
      { action: 'declared Off track for', fields: ['Declared health', 'Reason'] },
    ]);
  });
});

describe('a data source', () => {
  test('that the workgroup describes was on each day what was written', async () => {
    const input = (more: object) => ({
      title: 'Sobering center visits',
      description: 'Visits, by month.',
      stewardAgencyId: encodeId('Agency', world.agencies.lead),
      keywords: ['sobering'],
      themes: ['Treatment'],
      accessLevel: 'PUBLIC',
      ...more,
    });
    const added = await send(
      `mutation ($input: DataSourceInput!) { result: addDataSource(input: $input) { ... on DataSourceSuccess { dataSource { id } } } }`,
      { input: input({}) },
    );
    const { id } = added.dataSource as { id: string };
    let version = 1;
    const edit = (more: object) => async () => {
      const result = await send(
        `mutation ($id: ID!, $version: Int!, $input: DataSourceInput!) { result: editDataSource(id: $id, expectedVersion: $version, input: $input) { __typename } }`,
        { id, version: version++, input: input(more) },
      );
      expect(result).toEqual({ __typename: 'DataSourceSuccess' });
    };
    await hub.database.query(`update data_source set created_at = now() - interval '90 days' where id = $1`, [
      decodeId(id)!.uuid,
    ]);
    const days = await live(id, [
      {
        what: 'more',
        act: edit({
          accessLevel: 'NON_PUBLIC',
          accessRoute: ['Ask', 'Sign'],
          updateFrequency: 'ANNUAL',
          geographicLevels: ['ZIP_CODE'],
        }),
      },
      {
        what: 'files',
        act: edit({
          distributions: [{ title: 'Table', format: 'CSV', downloadUrl: 'https://example.org/a.csv' }],
          breakdowns: { race: 'YES' },
        }),
      },
      {
        what: 'another agency',
        act: edit({
          stewardAgencyId: encodeId('Agency', world.agencies.helping),
          title: 'Sobering visits',
          firstYear: 2019,
        }),
      },
    ]);
    for (const { what, date, was } of days)
      expect({ what, ...valuesOf((await lookBack(id, date)).fields, 'then') }).toEqual({
        what,
        ...valuesOf(was, 'now'),
      });
    expect(valuesOf(days[0]!.was, 'now')).toMatchObject({
      Access: ['Restricted'],
      'Update frequency': ['Yearly'],
      Places: ['ZIP code'],
    });
    const first = await lookBack(id, addDays(days[0]!.date, -1));
    expect(valuesOf(first.fields, 'then')).toMatchObject({
      Title: ['Sobering center visits'],
      Access: ['Open'],
      'Files and pages': [],
    });
  });

  test('of a feed was on each day what the feed said', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sos-as-of-'));
    const location = join(folder, 'data.json');
    const bring =
      (...datasets: unknown[]) =>
      async () => {
        writeFileSync(location, catalog(...datasets));
        const output = { print: () => undefined, progress: () => undefined };
        const services = { settings: hub.settings, database: hub.database, calendar: undefined as never };
        // The summary of the import itself is an entry too.
        expect(await runCatalogImport({ location, source: 'example', allowEmpty: true }, services, output)).toBe(0);
        await hub.database.asOwner((owner) =>
          owner.query(`delete from audit_entry where subject_type <> 'DataSource' and action like '%import%'`),
        );
      };
    await bring(dataset(1))();
    const [row] = await hub.database.query<{ id: string }>(
      `update data_source set created_at = now() - interval '90 days' where feed_key = 'example' returning id`,
    );
    const id = encodeId('DataSource', row!.id);
    const days = await live(id, [
      {
        what: 'renamed',
        act: bring(dataset(1, { title: 'Deaths, renamed', keyword: ['deaths'], accrualPeriodicity: 'R/P1Y' })),
      },
      { what: 'gone', act: bring() },
      { what: 'back', act: bring(dataset(1, { title: 'Deaths, again', distribution: [] })) },
    ]);
    for (const { what, date, was } of days) {
      const { 'Left its feed': left, ...others } = valuesOf((await lookBack(id, date)).fields, 'then');
      const { 'Left its feed': leftThen, ...othersThen } = valuesOf(was, 'now');
      expect({ what, left, ...others }).toEqual({ what, left: leftThen, ...othersThen });
    }
    expect(valuesOf((await lookBack(id, addDays(days[0]!.date, -1))).fields, 'then')).toMatchObject({
      Title: ['Drug overdose deaths, table 1'],
      Keywords: ['overdose', 'deaths'],
      'Update frequency': ['Monthly'],
    });
    rmSync(folder, { recursive: true });
  });
});

test.each([
  'nonsense',
  encodeId('Person', '00000000-0000-4000-8000-000000000000'),
  encodeId('Goal', '00000000-0000-4000-8000-000000000000'),
])('nothing is known of %p', async (id) => {
  expect(await lookBack(id, today)).toBeNull();
});
