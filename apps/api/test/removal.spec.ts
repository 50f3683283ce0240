import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Removables, Removals } from '@sos/activity-server';
import {
  buildActionItem,
  buildActionsWorld,
  buildUpdate,
  itemId,
  sharedItemTraits,
  type ActionItemTraits,
  type ActionsWorld,
  type WorldPerson,
} from '@sos/actions-server/testing';
import { buildRole } from '@sos/identity-server/testing';
import { encodeId, ScheduledWork } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let world: ActionsWorld;
beforeAll(async () => {
  hub = await startTestHub();
  world = await buildActionsWorld(hub.database);
  await hub.database.query(`insert into catalog_feed (key, title) values ('hub', 'Curated') on conflict do nothing`);
});
afterAll(() => hub.close());

const as = (person: WorldPerson) => hub.as(world.people[person]);
const removedParts = 'removed { id subjectType label path removedByLabel removedAt restorableUntil }';
const problems =
  '... on Refusal { message } ... on InvalidInputRefusal { fields { path } } ... on NotAllowedRefusal { whoCan }';

const removeItem = (client: GraphqlClient, item: { id: string }) =>
  resultOf(
    client,
    `mutation ($input: RemoveActionItemInput!) { result: removeActionItem(input: $input) { __typename ... on RemoveSuccess { ${removedParts} } ${problems} } }`,
    { actionItemId: itemId(item.id) },
  );
const removeSource = (client: GraphqlClient, id: string) =>
  resultOf(
    client,
    `mutation ($input: RemoveDataSourceInput!) { result: removeDataSource(input: $input) { __typename ... on RemoveSuccess { ${removedParts} } ${problems} } }`,
    { dataSourceId: id },
  );
const restore = (client: GraphqlClient, removedId: string) =>
  resultOf(
    client,
    `mutation ($input: RestoreInput!) { result: restore(input: $input) { __typename ... on RestoreSuccess { subjectType subjectId label path } ... on Refusal { message } } }`,
    { removedId },
  );
async function resultOf(client: GraphqlClient, text: string, input: object) {
  const { result } = await client.query(text, { input });
  return result;
}
const removedBy = async (client: GraphqlClient): Promise<{ id: string; label: string }[]> => {
  const { removed } = await client.query('{ removed { totalCount edges { node { id label } } } }');
  const nodes = removed.edges.map((edge: { node: unknown }) => edge.node);
  expect(removed.totalCount).toBe(nodes.length);
  return nodes;
};

/** As the hub itself: the builder counts items, restricted ones too. */
const newItem = (more: ActionItemTraits = {}) => hub.database.asHub(() => buildItem(more));
const buildItem = async (more: ActionItemTraits) => {
  const item = await buildActionItem(hub.database, {
    ...sharedItemTraits(world),
    title: 'Stock the courthouse boxes',
    supportingAgencyIds: [world.agencies.helping],
    assigneeIds: [world.people.assigned],
    ...more,
  });
  await buildUpdate(hub.database, {
    actionItemId: item.id,
    authorId: world.people.assigned,
    note: 'Nobody may order.',
    helpWantedAgencyIds: [world.agencies.helping],
  });
  return item;
};
const newSource = async (title: string) => {
  const staff = await as('staff');
  const { addDataSource } = await staff.query(
    `mutation ($input: DataSourceInput!) { addDataSource(input: $input) { ... on DataSourceSuccess { dataSource { id slug } } } }`,
    {
      input: {
        title,
        description: 'What it holds.',
        stewardAgencyId: encodeId('Agency', world.agencies.lead),
        keywords: ['naloxone'],
        themes: ['Deaths'],
        accessLevel: 'PUBLIC',
        contactName: 'Data desk',
        contactEmail: 'data.desk@example.org',
        landingPage: 'https://example.org/source',
        distributions: [{ title: 'The file', downloadUrl: 'https://example.org/data.csv' }],
      },
    },
  );
  return addDataSource.dataSource as { id: string; slug: string };
};
const link = async (item: { id: string }, source: { id: string }) => {
  const { linkDataSource } = await (
    await as('staff')
  ).query(
    `mutation ($item: ID!, $source: ID!) { linkDataSource(actionItemId: $item, dataSourceId: $source) { __typename } }`,
    { item: itemId(item.id), source: source.id },
  );
  expect(linkDataSource.__typename).toBe('LinkDataSourceSuccess');
};

/** Every row of every table that speaks of the id, as text, so that nothing that is not put back goes unseen. */
async function rowsAbout(id: string): Promise<string[]> {
  return hub.database.asHub(async () => {
    const tables = await hub.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('audit_entry', 'audit_link', 'removed_thing', 'idempotency_key')`,
    );
    const found = [];
    for (const { name } of tables) {
      const rows = await hub.database.query<{ row: string }>(
        `select '${name} ' || to_jsonb(one)::text as row from "${name}" one where to_jsonb(one)::text like '%' || $1 || '%' order by 1`,
        [id],
      );
      found.push(...rows.map(({ row }) => row));
    }
    return found.sort();
  });
}

describe('a removed item', () => {
  /** Whatever a page can ask that could name or count the item. */
  const everything = `query ($reference: String!, $id: ID!, $slug: String!, $goal: Int!) {
    actionItem(reference: $reference) { title }
    node(id: $id) { id }
    actionItems(first: 200) { totalCount edges { node { reference } } }
    found: actionItems(filter: { text: "courthouse" }) { totalCount edges { node { reference } } }
    subGroup(slug: $slug) { actionItems(first: 200) { totalCount edges { node { reference } } } board { status totalCount items { reference } } }
    goal(number: $goal) { computedHealth { explanation } actionItems { totalCount } }
    focusItems { slug }
    myWork { openCount overdue { reference } dueSoon { reference } later { reference } waitingOnYou { id note } }
    search(text: "courthouse") { totalCount hits { id path } }
    activity(first: 200) { edges { node { subjectLabel action } } }
    ofItem: activity(subjectId: $id) { edges { node { action } } }
  }`;
  const ask = async (client: GraphqlClient, item: { id: string; reference: string }) => {
    const answer = await client.send(everything, {
      reference: item.reference,
      id: itemId(item.id),
      slug: world.subGroupSlugs.one,
      goal: 1,
    });
    expect(answer.errors).toBeUndefined();
    return JSON.stringify(answer.data);
  };

  test.each<WorldPerson>(['helping', 'other', 'assigned', 'workgroupChair', 'staff'])(
    'is for %s everywhere as if it had never been',
    async (person) => {
      const client = await as(person);
      const absent = { id: '00000000-0000-4000-8000-000000000000', reference: 'XX-9999' };
      const without = await ask(client, absent);
      const item = await newItem();
      expect(await ask(client, item)).not.toBe(without);
      expect(await removeItem(await as('staff'), item)).toMatchObject({ __typename: 'RemoveSuccess' });
      expect(await ask(client, item)).toBe(without);
    },
  );

  test('comes back byte for byte, with its updates, requests, people and links', async () => {
    const [item, source] = [await newItem(), await newSource('Naloxone orders')];
    await link(item, source);
    const staff = await as('staff');
    const [before, seen] = [await rowsAbout(item.id), await ask(staff, item)];
    expect(before.map((row) => row.split(' ')[0])).toEqual([
      'action_item',
      'action_item_assignee',
      'action_item_data_source',
      'action_item_supporting_agency',
      'action_item_update',
      'help_request',
    ]);
    const { removed } = await removeItem(staff, item);
    expect(await rowsAbout(item.id)).toEqual([]);
    expect(await restore(staff, removed.id)).toEqual({
      __typename: 'RestoreSuccess',
      subjectType: 'ActionItem',
      subjectId: itemId(item.id),
      label: 'Stock the courthouse boxes',
      path: `/items/${item.reference}`,
    });
    expect(await rowsAbout(item.id)).toEqual(before);
    const again = JSON.parse(await ask(staff, item));
    expect(again.ofItem.edges.map((edge: { node: { action: string } }) => edge.node.action).slice(0, 2)).toEqual([
      'restored',
      'removed',
    ]);
    const { activity: _one, ofItem: _two, ...rest } = again;
    const { activity: _three, ofItem: _four, ...restBefore } = JSON.parse(seen);
    expect(rest).toEqual(restBefore);
  });

  test('is removed by those who may edit it, and by nobody else', async () => {
    const item = await newItem();
    for (const person of ['helping', 'other', 'memberOfOne', 'chairOfThree'] as const) {
      expect(await removeItem(await as(person), item)).toMatchObject({
        __typename: 'NotAllowedRefusal',
        whoCan: expect.stringContaining('assigned to the item'),
      });
    }
    expect(await removeItem(await as('lead'), item)).toMatchObject({
      __typename: 'RemoveSuccess',
      removed: { subjectType: 'ActionItem', label: 'Stock the courthouse boxes', removedByLabel: 'Lena Lead' },
    });
  });

  test('is listed for those who may restore it; for others it is not there, nor to be restored', async () => {
    const item = await newItem();
    const { removed } = await removeItem(await as('assigned'), item);
    const knows = async (person: WorldPerson) =>
      (await removedBy(await as(person))).some(({ id }) => id === removed.id);
    const mayNot: WorldPerson[] = ['helping', 'other', 'memberOfOne', 'chairOfThree'];
    for (const person of mayNot) {
      expect([person, await knows(person)]).toEqual([person, false]);
      const missing = await restore(await as(person), encodeId('RemovedThing', world.goalId));
      expect(await restore(await as(person), removed.id)).toEqual(missing);
      expect(missing.__typename).toBe('NotFoundRefusal');
    }
    const may: WorldPerson[] = ['assigned', 'lead', 'chairOfTwo', 'workgroupChair', 'staff', 'administrator'];
    for (const person of may) expect([person, await knows(person)]).toEqual([person, true]);
    expect(await restore(await as('lead'), removed.id)).toMatchObject({ __typename: 'RestoreSuccess' });
    expect(await knows('staff')).toBe(false);
  });

  test('keeps its number: the next item takes another, also once it is gone for good', async () => {
    const staff = await as('staff');
    const open = async () => {
      const { createActionItem } = await staff.query(
        `mutation ($input: CreateActionItemInput!) { createActionItem(input: $input) { ... on CreateActionItemSuccess { actionItem { id reference } } } }`,
        {
          input: {
            title: 'The next one',
            goalId: encodeId('Goal', world.goalId),
            focusItemId: encodeId('FocusItem', world.sharedFocusId),
            subGroupId: encodeId('SubGroup', world.subGroups.one),
            leadAgencyId: encodeId('Agency', world.agencies.lead),
          },
        },
      );
      return createActionItem.actionItem as { id: string; reference: string };
    };
    const removeById = async (id: string) =>
      resultOf(
        staff,
        `mutation ($input: RemoveActionItemInput!) { result: removeActionItem(input: $input) { ... on RemoveSuccess { ${removedParts} } } }`,
        {
          actionItemId: id,
        },
      );
    const numberOf = ({ reference }: { reference: string }) => Number(reference.split('-')[1]);
    const first = await open();
    const { removed } = await removeById(first.id);
    const second = await open();
    expect(numberOf(second)).toBe(numberOf(first) + 1);
    expect(await restore(staff, removed.id)).toMatchObject({ path: `/items/${first.reference}` });
    await removeById(second.id);
    await monthsLater();
    expect(await hub.application.get(Removals).purge()).toBeGreaterThan(0);
    expect(numberOf(await open())).toBe(numberOf(second) + 1);
  });

  test('can be restored until the thirtieth day, and is then gone for good, though not from the trail', async () => {
    const item = await newItem();
    const staff = await as('staff');
    const { removed } = await removeItem(staff, item);
    const age = (days: number) =>
      hub.database.asHub(() =>
        hub.database.query('update removed_thing set removed_at = now() - make_interval(days => $2) where id = $1', [
          item.id,
          days,
        ]),
      );
    await age(29);
    await hub.application.get(ScheduledWork).run('purge-removed');
    expect((await removedBy(staff)).map(({ id }) => id)).toContain(removed.id);
    await age(30);
    expect((await removedBy(staff)).map(({ id }) => id)).not.toContain(removed.id);
    expect(await restore(staff, removed.id)).toMatchObject({ __typename: 'NotFoundRefusal' });
    await hub.application.get(ScheduledWork).run('purge-removed');
    const [left] = await hub.database.query('select content, label, path from removed_thing where id = $1', [item.id]);
    expect(left).toEqual({ content: null, label: '', path: null });
    const [kept] = await hub.database.query(
      `select subject_label as label, before from audit_entry where subject_id = $1 and action = 'removed'`,
      [item.id],
    );
    expect(kept).toMatchObject({ label: 'Stock the courthouse boxes', before: { reference: item.reference } });
  });

  test('twenty removals and twenty restorings at once are one of each', async () => {
    const item = await newItem();
    const staff = await as('staff');
    const removals = await Promise.all(Array.from({ length: 20 }, () => removeItem(staff, item)));
    const done = removals.filter(({ __typename }) => __typename === 'RemoveSuccess');
    expect([done.length, new Set(removals.map(({ __typename }) => __typename)).size]).toEqual([1, 2]);
    const restored = await Promise.all(Array.from({ length: 20 }, () => restore(staff, done[0].removed.id)));
    expect(restored.filter(({ __typename }) => __typename === 'RestoreSuccess')).toHaveLength(1);
    expect(await rowsAbout(item.id)).not.toEqual([]);
  });

  test('posting, linking and removing at once end as if one came after the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [item, source] = [await newItem(), await newSource('Naloxone orders')];
      const staff = await as('staff');
      const post = staff.send(
        `mutation ($input: PostUpdateInput!) { result: postUpdate(input: $input) { __typename } }`,
        {
          input: { actionItemId: itemId(item.id), expectedVersion: 1, status: 'DONE', note: 'All boxes are stocked.' },
        },
      );
      const tie = staff.send(
        `mutation ($item: ID!, $source: ID!) { result: linkDataSource(actionItemId: $item, dataSourceId: $source) { __typename } }`,
        { item: itemId(item.id), source: source.id },
      );
      const answers = await Promise.all([
        post,
        tie,
        removeItem(staff, item).then((result) => ({ errors: undefined, data: { result } })),
      ]);
      expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
      expect(answers[2].data.result.__typename).toBe('RemoveSuccess');
      expect(await rowsAbout(item.id)).toEqual([]);
    }
  });
});

describe('a restricted item', () => {
  test('that was removed is known to nobody outside, though they may edit open ones', async () => {
    const item = await newItem({ title: 'A sensitive matter', isRestricted: true });
    expect(await removeItem(await as('lead'), item)).toMatchObject({ __typename: 'NotFoundRefusal' });
    const { removed } = await removeItem(await as('workgroupChair'), item);
    for (const person of ['lead', 'assigned', 'chairOfTwo', 'other'] as const) {
      const client = await as(person);
      expect((await removedBy(client)).map(({ label }) => label)).not.toContain('A sensitive matter');
      expect(await restore(client, removed.id)).toMatchObject({ __typename: 'NotFoundRefusal' });
    }
    const rows = await hub.database.query('select id from removed_thing where id = $1', [item.id]);
    expect(rows).toEqual([]);
    expect(await restore(await as('staff'), removed.id)).toMatchObject({ __typename: 'RestoreSuccess' });
    const parts = await rowsAbout(item.id);
    expect(parts.filter((row) => !row.includes(`"restricted_to_sub_group_id": "${world.subGroups.one}"`))).toEqual([]);
  });

  test('keeps its tie to a data source that somebody removes and restores who may not know of it', async () => {
    const item = await newItem({ isRestricted: true });
    const source = await newSource('Booking records');
    await link(item, source);
    await buildRole(hub.database, world.people.lead, { role: 'data_steward', agencyId: world.agencies.lead });
    const steward = await as('lead');
    const before = await rowsAbout(item.id);
    const { removed } = await removeSource(steward, source.id);
    expect((await rowsAbout(item.id)).length).toBe(before.length - 1);
    expect(await restore(steward, removed.id)).toMatchObject({ __typename: 'RestoreSuccess' });
    expect(await rowsAbout(item.id)).toEqual(before);
  });
});

describe('a removed data source', () => {
  const uuidOfSource = async (slug: string) =>
    (await hub.database.query<{ id: string }>('select id from data_source where slug = $1', [slug]))[0]!.id;

  test('is in no search, count or export, and comes back as it was', async () => {
    const source = await newSource('Courthouse naloxone boxes');
    const client = await as('other');
    const ask = async () =>
      JSON.stringify(
        await client.query(
          `query ($slug: String!, $id: ID!) { dataSource(slug: $slug) { title distributions { title downloadUrl } } node(id: $id) { id }
              dataSourceSearch(text: "courthouse") { totalCount edges { node { dataSource { title } } } }
              catalogFeeds { key dataSourceCount withdrawnCount } agency: agencies { edges { node { key dataSourceCount } } }
              search(text: "courthouse") { totalCount } activity(first: 3) { edges { node { subjectLabel } } } }`,
          { slug: source.slug, id: source.id },
        ),
      );
    const exported = async () => (await fetch(`${hub.address}/catalog/data.json`)).text();
    const [seen, rows] = [await ask(), await rowsAbout(await uuidOfSource(source.slug))];
    const { removed } = await removeSource(await as('staff'), source.id);
    const without = await ask();
    expect(without).not.toContain('Courthouse naloxone');
    expect(await exported()).not.toContain('Courthouse naloxone');
    await restore(await as('staff'), removed.id);
    expect(await rowsAbout(await uuidOfSource(source.slug))).toEqual(rows);
    const { activity: _one, ...rest } = JSON.parse(await ask());
    const { activity: _two, ...restSeen } = JSON.parse(seen);
    expect(rest).toEqual(restSeen);
  });

  test('keeps its address from another of the same title', async () => {
    const first = await newSource('Deaths by county');
    const { removed } = await removeSource(await as('staff'), first.id);
    const second = await newSource('Deaths by county');
    expect(second.slug).toBe(`${first.slug}-2`);
    expect(await restore(await as('staff'), removed.id)).toMatchObject({ path: `/data/${first.slug}` });
  });

  test('of a feed is removed there, not here', async () => {
    await hub.database.query(
      `insert into catalog_feed (key, title) values ('elsewhere', 'Elsewhere') on conflict do nothing`,
    );
    const [row] = await hub.database.query<{ id: string }>(
      `insert into data_source (feed_key, identifier, slug, title, access_level, steward_agency_id)
       values ('elsewhere', 'x', 'x', 'Theirs', 'public', $1) returning id`,
      [world.agencies.lead],
    );
    expect(await removeSource(await as('staff'), encodeId('DataSource', row!.id))).toMatchObject({
      __typename: 'NotAllowedRefusal',
      message: expect.stringContaining('comes from the feed “Elsewhere”'),
    });
  });

  test.each([
    ['the item first', ['item', 'source']],
    ['the source first', ['source', 'item']],
  ])(
    'and a removed item that used it are tied again, whichever comes back first: removed %s',
    async (_words, order) => {
      for (const back of [order, [...order].reverse()]) {
        const [item, source] = [await newItem(), await newSource('Jail releases')];
        await link(item, source);
        const staff = await as('staff');
        const removed: Record<string, string> = {};
        for (const what of order) {
          const result = what === 'item' ? await removeItem(staff, item) : await removeSource(staff, source.id);
          removed[what] = result.removed.id;
        }
        for (const what of back) await restore(staff, removed[what]!);
        const { actionItem } = await staff.query(
          `query ($reference: String!) { actionItem(reference: $reference) { dataSources { slug } } }`,
          { reference: item.reference },
        );
        expect(actionItem.dataSources).toEqual([{ slug: source.slug }]);
      }
    },
  );
});

describe('a deleted view', () => {
  const save = async (client: GraphqlClient, name: string, queryString = 'mine=1') =>
    resultOf(
      client,
      `mutation ($input: SaveViewInput!) { result: saveView(input: $input) { ... on SaveViewSuccess { savedView { id } } } }`,
      { page: 'ITEMS', name, queryString },
    );
  const remove = async (client: GraphqlClient, id: string) =>
    (
      await client.query(
        `mutation ($id: ID!) { result: deleteSavedView(id: $id) { __typename ... on DeleteSavedViewSuccess { deletedId removed { id } } } }`,
        { id },
      )
    ).result;
  const views = async (client: GraphqlClient) =>
    (await client.query('{ savedViews(page: ITEMS) { id name queryString } }')).savedViews;

  test('comes back to its person, whom alone it concerns', async () => {
    const [mine, staff] = [await as('other'), await as('staff')];
    const { savedView } = await save(mine, 'Blocked work');
    const before = await views(mine);
    const first = await remove(mine, savedView.id);
    expect(await remove(mine, savedView.id)).toEqual(first);
    expect(await views(mine)).toEqual([]);
    expect((await removedBy(staff)).map(({ label }) => label)).not.toContain('Blocked work');
    expect(await restore(staff, first.removed.id)).toMatchObject({ __typename: 'NotFoundRefusal' });
    await restore(mine, first.removed.id);
    expect(await views(mine)).toEqual(before);
  });

  test('takes another name where its own was given away', async () => {
    const mine = await as('helping');
    const { savedView } = await save(mine, 'Blocked work');
    const { removed } = await remove(mine, savedView.id);
    await save(mine, 'Blocked work', 'mine=0');
    await restore(mine, removed.id);
    expect((await views(mine)).map(({ name, queryString }: Record<string, string>) => [name, queryString])).toEqual([
      ['Blocked work', 'mine=0'],
      ['Blocked work (2)', 'mine=1'],
    ]);
  });
});

test('pages of what was removed go on where they ended', async () => {
  const mine = await as('memberOfOne');
  const names = ['one', 'two', 'three', 'four', 'five'];
  for (const name of names) {
    const { saveView } = await mine.query(
      `mutation { saveView(input: { page: ITEMS, name: "${name}", queryString: "" }) { ... on SaveViewSuccess { savedView { id } } } }`,
    );
    await mine.query('mutation ($id: ID!) { deleteSavedView(id: $id) { __typename } }', { id: saveView.savedView.id });
  }
  const listed: string[] = [];
  let after: string | null = null;
  do {
    const {
      removed,
    }: { removed: { edges: { node: { label: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await mine.query(
        'query ($after: String) { removed(first: 2, after: $after) { edges { node { label } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
    listed.push(...removed.edges.map(({ node }) => node.label));
    after = removed.pageInfo.hasNextPage ? removed.pageInfo.endCursor : null;
  } while (after);
  expect(listed).toEqual([...names].reverse());
  const { errors } = await mine.send('{ removed(after: "WyJ4IiwieSJd") { totalCount } }');
  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

test('whatever refers to a thing that can be removed leaves with it', async () => {
  const removables = hub.application.get(Removables);
  const references = await hub.database.query<{ from: string; to: string }>(
    `select distinct source.relname as "from", target.relname as "to" from pg_constraint link
     join pg_class source on source.oid = link.conrelid join pg_class target on target.oid = link.confrelid
     where link.contype = 'f'`,
  );
  for (const typeName of removables.typeNames()) {
    const taken = removables.of(typeName).parts.map(({ table }) => table);
    const left = references.filter(({ from, to }) => taken.includes(to) && !taken.includes(from));
    // A tie belongs to both of its ends; an end is not taken along with the other.
    const ends = removables.of(typeName).parts.flatMap(({ beside }) => beside?.table ?? []);
    expect([typeName, left.filter(({ from }) => !ends.includes(from))]).toEqual([typeName, []]);
  }
});

/** Everything that was removed so far was removed long ago. */
const monthsLater = () =>
  hub.database.asHub(() => hub.database.query(`update removed_thing set removed_at = removed_at - interval '31 days'`));
