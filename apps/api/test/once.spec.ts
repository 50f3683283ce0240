import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  buildActionItem,
  buildActionsWorld,
  itemId,
  sharedItemTraits,
  type ActionsWorld,
} from '@sos/actions-server/testing';
import { buildPerson } from '@sos/identity-server/testing';
import { encodeId, Once } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { getNamedType, isInputObjectType } from 'graphql';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let world: ActionsWorld;
let chair: GraphqlClient;
let staff: GraphqlClient;
let administrator: GraphqlClient;
beforeAll(async () => {
  hub = await startTestHub();
  world = await buildActionsWorld(hub.database);
  await hub.database.query(`insert into catalog_feed (key, title) values ('hub', 'Curated') on conflict do nothing`);
  chair = await hub.as(world.people.workgroupChair);
  staff = await hub.as(world.people.staff);
  administrator = await hub.as(world.people.administrator);
});
afterAll(() => hub.close());

const newKey = () => randomBytes(12).toString('hex');
const newItem = () => buildActionItem(hub.database, sharedItemTraits(world));
const newSource = (more: object = {}) => ({
  title: `Deaths by county ${newKey()}`,
  description: 'What it holds.',
  stewardAgencyId: encodeId('Agency', world.agencies.lead),
  keywords: ['overdose'],
  themes: ['Deaths'],
  accessLevel: 'PUBLIC',
  contactName: 'Data desk',
  contactEmail: 'data.desk@example.org',
  landingPage: 'https://example.org/source',
  ...more,
});
const item = () => ({
  title: 'Stock naloxone in court buildings',
  goalId: encodeId('Goal', world.goalId),
  focusItemId: encodeId('FocusItem', world.sharedFocusId),
  subGroupId: encodeId('SubGroup', world.subGroups.one),
  leadAgencyId: encodeId('Agency', world.agencies.lead),
  assigneeIds: [encodeId('Person', world.people.assigned)],
});
const addedSource = async (): Promise<string> => {
  const { addDataSource } = await staff.query(
    'mutation ($input: DataSourceInput!) { addDataSource(input: $input) { ... on DataSourceSuccess { dataSource { id } } } }',
    { input: newSource() },
  );
  return addDataSource.dataSource.id;
};
const removedItem = async (): Promise<string> => {
  const { removeActionItem } = await chair.query(
    'mutation ($input: RemoveActionItemInput!) { removeActionItem(input: $input) { ... on RemoveSuccess { removed { id } } } }',
    { input: { actionItemId: itemId((await newItem()).id) } },
  );
  return removeActionItem.removed.id;
};
const problems = '... on InvalidInputRefusal { message fields { path message } }';
const itemFields = 'id reference title status version latestUpdate { note postedAt } assignees { fullName }';

interface Act {
  client?: () => GraphqlClient;
  /** Selects what a page asks for, and names its result `result`. */
  text: string;
  input: () => object | Promise<object>;
  /** Arguments besides the input. */
  more?: () => object | Promise<object>;
  /** Another input under the same key. */
  other: object;
  /** Where a second row would stand. */
  table: string;
}

/** Each mutation whose input takes a key. */
const acts: Record<string, Act> = {
  createActionItem: {
    text: `mutation ($input: CreateActionItemInput!) { result: createActionItem(input: $input) { __typename
      ... on CreateActionItemSuccess { actionItem { ${itemFields} } } ${problems} } }`,
    input: item,
    other: { title: 'Another one' },
    table: 'action_item',
  },
  editActionItem: {
    text: `mutation ($input: EditActionItemInput!) { result: editActionItem(input: $input) { __typename
      ... on EditActionItemSuccess { actionItem { ${itemFields} } } ${problems} } }`,
    input: async () => ({ actionItemId: itemId((await newItem()).id), expectedVersion: 1, title: 'Better words' }),
    other: { title: 'Other words' },
    table: 'audit_entry',
  },
  postUpdate: {
    text: `mutation ($input: PostUpdateInput!) { result: postUpdate(input: $input) { __typename
      ... on PostUpdateSuccess { actionItem { ${itemFields} }
        update { id status previousStatus note postedAt evidenceUrl author { fullName }
          helpRequests { id state requestedAt note agency { key } requestedBy { fullName } } } } ${problems} } }`,
    input: async () => ({
      actionItemId: itemId((await newItem()).id),
      expectedVersion: 1,
      status: 'BLOCKED',
      note: 'Nobody may order.',
      helpWantedAgencyIds: [encodeId('Agency', world.agencies.helping), encodeId('Agency', world.agencies.lead)],
    }),
    other: { note: 'Something else.' },
    table: 'action_item_update',
  },
  moveActionItem: {
    text: `mutation ($input: MoveActionItemInput!) { result: moveActionItem(input: $input) { __typename
      ... on PostUpdateSuccess { actionItem { id version status } update { id note postedAt } } ${problems} } }`,
    input: async () => ({ actionItemId: itemId((await newItem()).id), expectedVersion: 1, status: 'DONE' }),
    other: { status: 'BLOCKED' },
    table: 'action_item_update',
  },
  saveView: {
    text: `mutation ($input: SaveViewInput!) { result: saveView(input: $input) { __typename
      ... on SaveViewSuccess { savedView { id name page queryString } } ${problems} } }`,
    input: () => ({ page: 'ITEMS', name: newKey(), queryString: 'mine=1' }),
    other: { queryString: 'mine=0' },
    table: 'audit_entry',
  },
  declareGoalHealth: {
    text: `mutation ($input: DeclareGoalHealthInput!) { result: declareGoalHealth(input: $input) { __typename
      ... on DeclareHealthSuccess { declaration { id health reason declaredAt declaredBy { fullName } } goal { number } } ${problems} } }`,
    input: () => ({ goalId: encodeId('Goal', world.goalId), health: 'AT_RISK', reason: 'One county waits.' }),
    other: { health: 'OFF_TRACK' },
    table: 'health_declaration',
  },
  declareObjectiveHealth: {
    text: `mutation ($input: DeclareObjectiveHealthInput!) { result: declareObjectiveHealth(input: $input) { __typename
      ... on DeclareHealthSuccess { declaration { id reason lapsesOn } objective { key } } ${problems} } }`,
    input: () => ({ objectiveId: encodeId('Objective', world.objectiveId), health: 'ON_TRACK', reason: 'All went.' }),
    other: { reason: 'Not all went.' },
    table: 'health_declaration',
  },
  addDataSource: {
    client: () => staff,
    text: `mutation ($input: DataSourceInput!) { result: addDataSource(input: $input) { __typename
      ... on DataSourceSuccess { dataSource { id slug title version stewardAgency { key } } } ${problems} } }`,
    input: () => newSource({ title: 'Deaths by county' }),
    other: { title: 'Deaths by age' },
    table: 'data_source',
  },
  editDataSource: {
    client: () => staff,
    text: `mutation ($id: ID!, $input: DataSourceInput!) { result: editDataSource(id: $id, expectedVersion: 1, input: $input) { __typename
      ... on DataSourceSuccess { dataSource { id title version } } ${problems} } }`,
    input: () => newSource(),
    more: async () => ({ id: await addedSource() }),
    other: { title: 'Deaths by age' },
    table: 'audit_entry',
  },
  // The secret is told in the first answer only, and asked for in access-tokens.spec.ts.
  createAccessToken: {
    text: `mutation ($input: CreateAccessTokenInput!) { result: createAccessToken(input: $input) { __typename
      ... on CreateAccessTokenSuccess { accessToken { id name mayWrite createdAt expiresAt } } ${problems} } }`,
    input: () => ({ name: 'Monthly report', mayWrite: false, days: 30 }),
    other: { days: 60 },
    table: 'access_token',
  },
  invitePerson: {
    client: () => staff,
    text: `mutation ($input: InvitePersonInput!) { result: invitePerson(input: $input) { __typename
      ... on InvitationSuccess { invitation { id email invitedAt agency { key } } } ${problems} } }`,
    input: () => ({ email: `${newKey()}@example.org`, agencyId: encodeId('Agency', world.agencies.lead), seat: {} }),
    other: { fullName: 'Somebody Else' },
    table: 'invitation',
  },
  addSeat: {
    client: () => staff,
    text: `mutation ($input: AddSeatInput!) { result: addSeat(input: $input) { __typename
      ... on SeatSuccess { seat { id role agency { key } } } ${problems} } }`,
    input: () => ({ agencyId: encodeId('Agency', world.agencies.lead) }),
    other: { role: 'CHAIR' },
    table: 'seat',
  },
  grantRole: {
    client: () => staff,
    text: `mutation ($input: GrantRoleInput!) { result: grantRole(input: $input) { __typename
      ... on RoleSuccess { roleGrant { id role startsOn } } ${problems} } }`,
    input: async () => ({
      personId: encodeId('Person', await buildPerson(hub.database)),
      role: 'DATA_STEWARD',
      agencyId: encodeId('Agency', world.agencies.lead),
    }),
    other: { agencyId: encodeId('Agency', '00000000-0000-4000-8000-000000000000') },
    table: 'role_grant',
  },
  removeActionItem: {
    text: `mutation ($input: RemoveActionItemInput!) { result: removeActionItem(input: $input) { __typename
      ... on RemoveSuccess { removed { id label path removedAt restorableUntil } } ${problems} } }`,
    input: async () => ({ actionItemId: itemId((await newItem()).id) }),
    other: { actionItemId: itemId('00000000-0000-4000-8000-000000000000') },
    table: 'removed_thing',
  },
  removeDataSource: {
    client: () => staff,
    text: `mutation ($input: RemoveDataSourceInput!) { result: removeDataSource(input: $input) { __typename
      ... on RemoveSuccess { removed { id label path removedAt } } ${problems} } }`,
    input: async () => ({ dataSourceId: await addedSource() }),
    other: { dataSourceId: encodeId('DataSource', '00000000-0000-4000-8000-000000000000') },
    table: 'removed_thing',
  },
  restore: {
    text: `mutation ($input: RestoreInput!) { result: restore(input: $input) { __typename
      ... on RestoreSuccess { subjectId subjectType label path } ${problems} } }`,
    input: async () => ({ removedId: await removedItem() }),
    other: { removedId: encodeId('RemovedThing', '00000000-0000-4000-8000-000000000000') },
    table: 'action_item',
  },
  startCatalogImport: {
    client: () => staff,
    text: `mutation ($input: StartCatalogImportInput!) { result: startCatalogImport(input: $input) { __typename
      ... on StartCatalogImportSuccess { catalogImport { id dryRun startedBy { fullName } } } ${problems} } }`,
    input: () => ({ feedKey: `feed-${newKey()}`, content: '{"dataset": []}', dryRun: true }),
    other: { dryRun: false },
    table: 'catalog_import',
  },
  limitCatalogFeed: {
    client: () => administrator,
    text: `mutation ($input: LimitCatalogFeedInput!) { result: limitCatalogFeed(input: $input) { __typename
      ... on LimitCatalogFeedSuccess { feed { key limits { megabytes seconds version } } } ${problems} } }`,
    input: () => ({ feedKey: `feed-${newKey()}`.slice(0, 40), expectedVersion: 0, megabytes: 20 }),
    other: { megabytes: 30 },
    table: 'catalog_feed',
  },
};

const rowsOf = async (table: string) =>
  (await hub.database.query<{ count: number }>(`select count(*)::integer as count from ${table}`))[0]!.count;

/** The way to send an act again and again; every answer is told as its exact text. */
async function prepare({ client = () => chair, text, input, more }: Act) {
  const variables = { input: await input(), ...(await more?.()) };
  return async (key: string | null, changes: object = {}) =>
    JSON.stringify(
      await client().query(text, {
        ...variables,
        input: { ...variables.input, ...changes, idempotencyKey: key },
      }),
    );
}

describe.each(Object.entries(acts))('%s', (_name, act) => {
  test('sent again under its key is done once and answered alike', async () => {
    const send = await prepare(act);
    const before = await rowsOf(act.table);
    const key = newKey();
    const answer = await send(key);
    expect(answer).toContain('Success"');
    expect(await send(key)).toBe(answer);
    expect(await rowsOf(act.table)).toBe(before + 1);
  });

  test('with other words under a used key is refused and does nothing', async () => {
    const send = await prepare(act);
    const key = newKey();
    await send(key);
    const before = await rowsOf(act.table);
    expect(JSON.parse(await send(key, act.other)).result).toMatchObject({
      __typename: 'InvalidInputRefusal',
      fields: [{ path: 'idempotencyKey', message: expect.stringContaining('You sent this before with other words') }],
    });
    expect(await rowsOf(act.table)).toBe(before);
  });
});

test('no input that takes a key is without its case here', () => {
  const mutations = hub.application.get(GraphQLSchemaHost).schema.getMutationType()!.getFields();
  const takingAKey = Object.values(mutations).filter(({ args }) =>
    args.some(({ type }) => {
      const named = getNamedType(type);
      return isInputObjectType(named) && 'idempotencyKey' in named.getFields();
    }),
  );
  expect(Object.keys(acts).sort()).toEqual(takingAKey.map(({ name }) => name).sort());
});

test.each(['createActionItem', 'postUpdate', 'declareGoalHealth', 'addDataSource'])(
  '%s twenty times at once under one key is one row and twenty equal answers',
  async (name) => {
    const act = acts[name]!;
    const send = await prepare(act);
    const before = await rowsOf(act.table);
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(key)));
    expect(answers[0]).toContain('Success"');
    expect(new Set(answers).size).toBe(1);
    expect(await rowsOf(act.table)).toBe(before + 1);
  },
);

test('the order in which a sender writes its fields makes no other request', async () => {
  const { text } = acts.createActionItem!;
  const key = newKey();
  const first = await chair.query(text, { input: { ...item(), idempotencyKey: key } });
  const turned = Object.fromEntries(Object.entries({ ...item(), idempotencyKey: key }).reverse());
  expect(await chair.query(text, { input: turned })).toEqual(first);
});

test('what was refused did nothing, so its key is free for the corrected input', async () => {
  const send = await prepare(acts.createActionItem!);
  const key = newKey();
  expect(await send(key, { dueOn: '2026-01-01', startOn: '2026-02-01' })).toContain('InvalidInputRefusal');
  expect(await send(key)).toContain('CreateActionItemSuccess');
});

test('a stale update does not take its key', async () => {
  const send = await prepare(acts.postUpdate!);
  const key = newKey();
  expect(await send(key, { expectedVersion: 7 })).toContain('StaleActionItemRefusal');
  expect(await send(key)).toContain('PostUpdateSuccess');
});

test('a key belongs to its person: somebody else’s same key is another intent', async () => {
  const { text } = acts.createActionItem!;
  const input = { ...item(), idempotencyKey: newKey() };
  const [mine, theirs] = [await chair.query(text, { input }), await staff.query(text, { input })];
  expect(theirs.result.actionItem.id).not.toBe(mine.result.actionItem.id);
});

test.each(['short', 'with a space', 'x'.repeat(101), 'zero\u200bwidth'])('%j is no key', async (key) => {
  for (const name of ['createActionItem', 'postUpdate']) {
    const send = await prepare(acts[name]!);
    const { result } = JSON.parse(await send(key));
    expect(result).toMatchObject({ __typename: 'InvalidInputRefusal', fields: [{ path: 'idempotencyKey' }] });
  }
});

test('without a key the same input is done as often as it is sent', async () => {
  const send = await prepare(acts.createActionItem!);
  expect(await send(null)).not.toBe(await send(null));
});

test('after 48 hours a key is forgotten, and not before', async () => {
  const send = await prepare(acts.createActionItem!);
  const [old, young] = [newKey(), newKey()];
  const [first, second] = [await send(old), await send(young)];
  const age = (key: string, hours: number) =>
    hub.database.query('update idempotency_key set created_at = now() - make_interval(hours => $2) where key = $1', [
      key,
      hours,
    ]);
  await age(old, 49);
  await age(young, 47);
  expect(await hub.application.get(Once).forgetOld()).toBe(1);
  expect(await send(young)).toBe(second);
  expect(await send(old)).not.toBe(first);
});
