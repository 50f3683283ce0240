import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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
import { encodeId } from '@sos/platform-server';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let world: ActionsWorld;
beforeAll(async () => {
  hub = await startTestHub();
  world = await buildActionsWorld(hub.database);
});
afterAll(() => hub.close());

const itemFields = `reference status version completedAt silentDays isOverdue viewerMayPost latestUpdate { note author { fullName } }
  openHelpRequests { id note agency { key } requestedBy { fullName } }`;
const results = `__typename
  ... on PostUpdateSuccess {
    actionItem { ${itemFields} }
    update { id status previousStatus note evidenceUrl author { fullName } helpRequests { id state agency { key } actionItem { reference } } }
  }
  ... on StaleActionItemRefusal { message current { ${itemFields} } }
  ... on NotAllowedRefusal { message whoCan }
  ... on InvalidInputRefusal { message fields { path message } }`;
const post = `mutation ($input: PostUpdateInput!) { result: postUpdate(input: $input) { ${results} } }`;
const move = `mutation ($input: MoveActionItemInput!) { result: moveActionItem(input: $input) { ${results} } }`;

const newItem = (more: ActionItemTraits = {}) =>
  buildActionItem(hub.database, {
    ...sharedItemTraits(world),
    supportingAgencyIds: [world.agencies.helping],
    assigneeIds: [world.people.assigned],
    ...more,
  });
const as = (person: WorldPerson) => hub.as(world.people[person]);
async function ask(person: WorldPerson, text: string, input: object) {
  const { result } = await (await as(person)).query(text, { input });
  return result;
}
const update = (item: { id: string; version: number }, more: object = {}) => ({
  actionItemId: itemId(item.id),
  expectedVersion: item.version,
  status: 'IN_PROGRESS',
  note: 'The first county has begun.',
  ...more,
});

describe('posting an update', () => {
  test('changes the item, adds to its history, asks for help and leaves a trail', async () => {
    const item = await newItem({ title: 'Stock the boxes', dueOn: '2020-01-01' });
    const result = await ask('assigned', post, {
      ...update(item),
      status: 'BLOCKED',
      note: '  Nobody may order for the county.  ',
      evidenceUrl: 'https://example.org/order',
      helpWantedAgencyIds: [encodeId('Agency', world.agencies.helping), encodeId('Agency', world.agencies.lead)],
    });
    const note = 'Nobody may order for the county.';
    expect(result).toMatchObject({
      __typename: 'PostUpdateSuccess',
      actionItem: {
        reference: item.reference,
        status: 'BLOCKED',
        version: 2,
        completedAt: null,
        silentDays: 0,
        isOverdue: true,
        viewerMayPost: true,
        latestUpdate: { note, author: { fullName: 'Asha Assigned' } },
      },
      update: {
        status: 'BLOCKED',
        previousStatus: 'NOT_STARTED',
        note,
        evidenceUrl: 'https://example.org/order',
        author: { fullName: 'Asha Assigned' },
      },
    });
    const asked = result.actionItem.openHelpRequests;
    expect(asked.map((one: { agency: { key: string } }) => one.agency.key).sort()).toEqual(
      [world.agencyKeys.helping, world.agencyKeys.lead].sort(),
    );
    expect(asked[0]).toMatchObject({ note, requestedBy: { fullName: 'Asha Assigned' } });
    expect(result.update.helpRequests[0]).toMatchObject({ state: 'OPEN', actionItem: { reference: item.reference } });

    const { actionItem } = await (
      await as('other')
    ).query(
      `query ($reference: String!) { actionItem(reference: $reference) { ${itemFields} updates { totalCount edges { node { id note } } } } }`,
      { reference: item.reference },
    );
    expect(actionItem).toEqual({
      ...result.actionItem,
      viewerMayPost: false,
      updates: { totalCount: 1, edges: [{ node: { id: result.update.id, note } }] },
    });
    const [entry] = await hub.database.query('select * from audit_entry where subject_id = $1', [item.id]);
    expect(entry).toMatchObject({
      actor_id: world.people.assigned,
      actor_label: 'Asha Assigned',
      action: 'posted Blocked on',
      subject_type: 'ActionItem',
      subject_label: 'Stock the boxes',
      subject_path: `/items/${item.reference}`,
      detail: note,
      workgroup_id: world.workgroupId,
      before: { status: 'not_started', version: 1 },
      after: { status: 'blocked', version: 2 },
      visible_in_feed: true,
    });
    expect(entry!.sub_group_ids.sort()).toEqual([world.subGroups.one, world.subGroups.two].sort());
    expect(entry!.request_id).toEqual(expect.any(String));
  });

  test('takes two statements', async () => {
    const item = await newItem();
    const client = await as('lead');
    await client.query('{ viewer { isStaff } }');
    const statements: string[] = [];
    const stop = hub.database.onStatement((text) => statements.push(text));
    await client.query(
      `mutation ($input: PostUpdateInput!) { postUpdate(input: $input) { ... on PostUpdateSuccess {
        actionItem { reference status version latestUpdate { note author { fullName } } assignees { fullName } leadAgency { name } } update { note } } } }`,
      { input: update(item) },
    );
    stop();
    expect(statements.filter((text) => !text.includes('from session'))).toHaveLength(2);
  });

  test('happens once when fifty people post on one version at once', async () => {
    const item = await newItem();
    const client = await as('lead');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        client.query(post, {
          input: update(item, {
            note: `Word ${index}.`,
            helpWantedAgencyIds: [encodeId('Agency', world.agencies.other)],
          }),
        }),
      ),
    );
    const outcomes = answers.map(({ result }) => result);
    const [success, ...others] = outcomes.filter((one) => one.__typename === 'PostUpdateSuccess');
    expect(others).toEqual([]);
    const stale = outcomes.filter((one) => one.__typename === 'StaleActionItemRefusal');
    expect(stale).toHaveLength(49);
    for (const refusal of stale) {
      expect(refusal.message).toContain(`${item.reference} was changed since you opened it`);
      expect(refusal.current).toEqual(success.actionItem);
    }
    const [counts] = await hub.database.query(
      `select (select count(*) from action_item_update where action_item_id = $1) as updates,
         (select count(*) from help_request where action_item_id = $1) as requests,
         (select count(*) from audit_entry where subject_id = $1) as trail,
         (select open_help_request_count from action_item where id = $1) as open`,
      [item.id],
    );
    expect(counts).toEqual({ updates: 1, requests: 1, trail: 1, open: 1 });
  });

  test('is for those who work on the item and those who lead', async () => {
    const outcomes: Partial<Record<WorldPerson, string>> = {};
    for (const person of Object.keys(world.people) as WorldPerson[]) {
      outcomes[person] = (await ask(person, post, update(await newItem()))).__typename;
    }
    const [yes, no] = ['PostUpdateSuccess', 'NotAllowedRefusal'];
    expect(outcomes).toEqual({
      lead: yes,
      helping: yes,
      other: no,
      assigned: yes,
      memberOfOne: no,
      chairOfTwo: yes,
      chairOfThree: no,
      workgroupChair: yes,
      staff: yes,
      administrator: yes,
    });
    const refused = await ask('other', post, update(await newItem()));
    expect(refused.whoCan).toContain('lead or supporting agencies');
  });

  test.each<[string, object, string]>([
    ['no note', { note: ' \n ' }, 'note'],
    ['a long note', { note: 'x'.repeat(501) }, 'note'],
    ['a script for evidence', { evidenceUrl: 'javascript:alert(1)' }, 'evidenceUrl'],
    ['a path for evidence', { evidenceUrl: '/etc/passwd' }, 'evidenceUrl'],
    ['an agency that is none', { helpWantedAgencyIds: ['nothing'] }, 'helpWantedAgencyIds.0'],
    [
      'an agency that nobody knows',
      { helpWantedAgencyIds: [encodeId('Agency', '00000000-0000-4000-8000-000000000000')] },
      'helpWantedAgencyIds.0',
    ],
  ])('points at %s, and changes nothing', async (_case, more, path) => {
    const item = await newItem();
    const result = await ask('lead', post, update(item, more));
    expect(result).toMatchObject({ __typename: 'InvalidInputRefusal', fields: [{ path }] });
    const [row] = await hub.database.query('select version from action_item where id = $1', [item.id]);
    expect(row).toEqual({ version: 1 });
  });

  test('does not ask the own agency for help', async () => {
    const own = [encodeId('Agency', world.agencies.lead)];
    const result = await ask('lead', post, update(await newItem(), { helpWantedAgencyIds: own }));
    expect(result.fields).toEqual([
      { path: 'helpWantedAgencyIds.0', message: 'This is your own agency. Choose another one that can help.' },
    ]);
  });

  test('takes 500 characters and an empty evidence link', async () => {
    const result = await ask('lead', post, update(await newItem(), { note: 'ñ'.repeat(500), evidenceUrl: '' }));
    expect(result).toMatchObject({ __typename: 'PostUpdateSuccess', update: { evidenceUrl: null } });
  });

  test('on what does not exist answers as on what may not be seen', async () => {
    const unknown = { id: '00000000-0000-4000-8000-000000000000', version: 1 };
    expect((await ask('staff', post, update(unknown))).__typename).toBe('NotFoundRefusal');
    const other = { ...update(unknown), actionItemId: encodeId('Goal', world.goalId) };
    expect((await ask('staff', post, other)).__typename).toBe('NotFoundRefusal');
  });

  test('of done sets when it was done, and of anything else takes it back', async () => {
    const item = await newItem({ dueOn: '2020-01-01' });
    const done = await ask('lead', post, update(item, { status: 'DONE' }));
    expect(done.actionItem).toMatchObject({ silentDays: null, isOverdue: false, completedAt: expect.any(String) });
    const still = await ask('lead', post, update({ ...item, version: 2 }, { status: 'DONE' }));
    expect(still.actionItem.completedAt).toBe(done.actionItem.completedAt);
    const open = await ask('lead', post, update({ ...item, version: 3 }));
    expect(open.actionItem).toMatchObject({ completedAt: null, isOverdue: true, silentDays: 0 });
  });
});

describe('moving on the board', () => {
  test('leaves an update', async () => {
    const item = await newItem();
    const input = { actionItemId: itemId(item.id), expectedVersion: 1, status: 'BLOCKED' };
    const result = await ask('helping', move, input);
    expect(result).toMatchObject({
      __typename: 'PostUpdateSuccess',
      actionItem: { status: 'BLOCKED', version: 2 },
      update: { note: 'Moved to Blocked on the board.', previousStatus: 'NOT_STARTED' },
    });
    expect((await ask('helping', move, input)).__typename).toBe('StaleActionItemRefusal');
    const again = await ask('helping', move, { ...input, expectedVersion: 2 });
    expect(again).toMatchObject({ __typename: 'InvalidInputRefusal', fields: [{ path: 'status' }] });
    expect((await ask('other', move, input)).__typename).toBe('NotAllowedRefusal');
  });
});

interface History {
  actionItem: {
    updates: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      edges: { node: { note: string } }[];
    };
  };
}

test('the history goes on from a cursor', async () => {
  const item = await newItem();
  for (const daysAgo of [9, 7, 5, 5, 1])
    await buildUpdate(hub.database, { actionItemId: item.id, note: `Day ${daysAgo}.`, daysAgo });
  const client = await as('other');
  const text = `query ($reference: String!, $after: String) { actionItem(reference: $reference) {
    updates(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { note } } } } }`;
  const notes: string[] = [];
  let after: string | null = null;
  do {
    const { actionItem }: History = await client.query<History>(text, { reference: item.reference, after });
    expect(actionItem.updates.totalCount).toBe(5);
    notes.push(...actionItem.updates.edges.map((edge) => edge.node.note));
    after = actionItem.updates.pageInfo.hasNextPage ? actionItem.updates.pageInfo.endCursor : null;
  } while (after);
  expect(notes).toEqual(['Day 1.', 'Day 5.', 'Day 5.', 'Day 7.', 'Day 9.']);
  for (const cursor of ['x', Buffer.from('["2026-99-99 10:00:00+00","1","x"]').toString('base64url')]) {
    const answered = await client.send(text, { reference: item.reference, after: cursor });
    expect(answered.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  }
});
