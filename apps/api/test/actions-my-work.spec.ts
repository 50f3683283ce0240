import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildActionItem,
  buildActionsWorld,
  buildUpdate,
  sharedItemTraits,
  type ActionItemTraits,
  type ActionsWorld,
} from '@sos/actions-server/testing';
import { WorkStatus } from '@sos/actions-server';
import { addDays, Calendar, encodeId } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let world: ActionsWorld;
let asha: GraphqlClient;
let henry: GraphqlClient;
const today = new Calendar('America/Los_Angeles').today();

beforeAll(async () => {
  hub = await startTestHub();
  world = await buildActionsWorld(hub.database);
  asha = await hub.as(world.people.assigned);
  henry = await hub.as(world.people.helping);
  const item = (more: ActionItemTraits) =>
    buildActionItem(hub.database, { ...sharedItemTraits(world), assigneeIds: [world.people.assigned], ...more });
  await item({ title: 'Yesterday', dueOn: addDays(today, -1) });
  await item({ title: 'Long ago', dueOn: addDays(today, -40) });
  await item({ title: 'Today', dueOn: today });
  await item({ title: 'In two weeks', dueOn: addDays(today, 14) });
  await item({ title: 'Later', dueOn: addDays(today, 15) });
  await item({ title: 'Some day' });
  await item({ title: 'Done', status: WorkStatus.DONE, dueOn: addDays(today, -1) });
  await item({ title: 'Not hers', assigneeIds: [], dueOn: today });
  const blocked = await item({
    title: 'Needs help',
    assigneeIds: [],
    status: WorkStatus.BLOCKED,
    dueOn: addDays(today, 3),
  });
  await buildUpdate(hub.database, {
    actionItemId: blocked.id,
    authorId: world.people.assigned,
    note: 'Who may order?',
    helpWantedAgencyIds: [world.agencies.helping, world.agencies.lead],
  });
});
afterAll(() => hub.close());

const titlesOf = (items: { title: string }[]) => items.map(({ title }) => title);
const text = `{ myWork { openCount
  overdue { ...item } dueSoon { ...item } later { ...item }
  waitingOnYou { id note requestedBy { fullName } agency { key } actionItem { ...item goal { number } } } } }
  fragment item on ActionItem { title reference status dueOn leadAgency { name } subGroups { name } latestUpdate { note } viewerMayPost }`;

describe('my work', () => {
  test('sorts open items by what their due dates ask for', async () => {
    const { myWork } = await asha.query(text);
    expect(titlesOf(myWork.overdue)).toEqual(['Long ago', 'Yesterday']);
    expect(titlesOf(myWork.dueSoon)).toEqual(['Today', 'In two weeks']);
    expect(titlesOf(myWork.later)).toEqual(['Later', 'Some day']);
    expect(myWork.openCount).toBe(6);
    expect(myWork.waitingOnYou).toEqual([]);
    expect(myWork.overdue[0]).toMatchObject({ viewerMayPost: true, latestUpdate: null });
  });

  test('shows what others ask of the viewer’s agency', async () => {
    const { myWork } = await henry.query(text);
    expect(myWork).toMatchObject({ openCount: 0, overdue: [], dueSoon: [], later: [] });
    expect(myWork.waitingOnYou).toMatchObject([
      {
        note: 'Who may order?',
        requestedBy: { fullName: 'Asha Assigned' },
        agency: { key: world.agencyKeys.helping },
        actionItem: { title: 'Needs help', goal: { number: 1 }, viewerMayPost: false },
      },
    ]);
  });

  test('takes two statements', async () => {
    for (const client of [asha, henry]) {
      await client.query(text);
      const statements: string[] = [];
      const stop = hub.database.onStatement((statement) => statements.push(statement));
      await client.query(text);
      stop();
      expect(statements.filter((statement) => !statement.includes('from session')).length).toBeLessThanOrEqual(2);
    }
  });
});

describe('saved views', () => {
  const save = `mutation ($input: SaveViewInput!) { result: saveView(input: $input) {
    __typename ... on SaveViewSuccess { savedView { id page name queryString } } ... on InvalidInputRefusal { fields { path } } } }`;
  const remove = `mutation ($id: ID!) { result: deleteSavedView(id: $id) { __typename ... on DeleteSavedViewSuccess { deletedId } } }`;
  const mine = '{ savedViews(page: ITEMS) { id name queryString } data: savedViews(page: DATA) { name } }';
  const view = (more: object = {}) => ({
    input: { page: 'ITEMS', name: 'Late', queryString: 'due=overdue&mine=1', ...more },
  });

  test('are kept for the person alone, replaced by name, and deleted', async () => {
    const first = await asha.query(save, view());
    const { savedView } = first.result;
    await asha.query(save, view({ name: ' An early one ', queryString: '' }));
    await asha.query(save, view({ page: 'DATA' }));
    const again = await asha.query(save, view({ queryString: 'due=overdue' }));
    expect(again.result.savedView).toEqual({ ...savedView, queryString: 'due=overdue' });
    expect(await asha.query(mine)).toEqual({
      savedViews: [
        { id: expect.any(String), name: 'An early one', queryString: '' },
        { id: savedView.id, name: 'Late', queryString: 'due=overdue' },
      ],
      data: [{ name: 'Late' }],
    });
    expect(await henry.query(mine)).toEqual({ savedViews: [], data: [] });
    const nodeText = 'query ($id: ID!) { node(id: $id) { ... on SavedView { name } } }';
    expect((await asha.query(nodeText, { id: savedView.id })).node).toEqual({ name: 'Late' });
    expect((await henry.query(nodeText, { id: savedView.id })).node).toBeNull();
    expect((await henry.query(remove, { id: savedView.id })).result.__typename).toBe('NotFoundRefusal');
    expect((await asha.query(remove, { id: savedView.id })).result).toEqual({
      __typename: 'DeleteSavedViewSuccess',
      deletedId: savedView.id,
    });
    // Sent again, as after a lost answer: it is gone, as was asked, and the trail tells of it once.
    expect((await asha.query(remove, { id: savedView.id })).result.deletedId).toBe(savedView.id);
    expect((await henry.query(remove, { id: savedView.id })).result.__typename).toBe('NotFoundRefusal');
    expect((await asha.query(remove, { id: 'nothing' })).result.__typename).toBe('NotFoundRefusal');
    const trail = await hub.database.query(
      'select action, visible_in_feed from audit_entry where subject_label = $1 order by id',
      ['Late'],
    );
    expect(trail.filter(({ action }) => action === 'deleted the view')).toEqual([
      { action: 'deleted the view', visible_in_feed: false },
    ]);
  });

  test.each([
    ['no name', { name: '' }, 'name'],
    ['a long name', { name: 'x'.repeat(61) }, 'name'],
    ['a question mark', { queryString: '?due=overdue' }, 'queryString'],
    ['a long query', { queryString: 'x'.repeat(2_001) }, 'queryString'],
    ['a space', { queryString: 'a b' }, 'queryString'],
  ])('point at %s', async (_case, more, path) => {
    expect((await asha.query(save, view(more))).result).toEqual({
      __typename: 'InvalidInputRefusal',
      fields: [{ path }],
    });
  });
});

test('nodes of the domain are found by id', async () => {
  const [item] = await hub.database.query(`select id from action_item where title = 'Needs help'`);
  const [update] = await hub.database.query('select id from action_item_update where action_item_id = $1', [item!.id]);
  const [request] = await hub.database.query(
    'select id from help_request where action_item_id = $1 and agency_id = $2',
    [item!.id, world.agencies.helping],
  );
  const found = await asha.query(
    `query ($item: ID!, $update: ID!, $request: ID!) {
      item: node(id: $item) { ... on ActionItem { title assignees { fullName } supportingAgencies { key } objective { key } goal { number } } }
      update: node(id: $update) { ... on ActionItemUpdate { note helpRequests { agency { key } } actionItem { title } } }
      request: node(id: $request) { ... on HelpRequest { note agency { key } actionItem { title leadAgency { key } } } }
    }`,
    {
      item: encodeId('ActionItem', item!.id),
      update: encodeId('ActionItemUpdate', update!.id),
      request: encodeId('HelpRequest', request!.id),
    },
  );
  expect(found).toMatchObject({
    item: { title: 'Needs help', assignees: [], supportingAgencies: [], objective: null, goal: { number: 1 } },
    update: { note: 'Who may order?', actionItem: { title: 'Needs help' } },
    request: { agency: { key: world.agencyKeys.helping }, actionItem: { leadAgency: { key: world.agencyKeys.lead } } },
  });
  expect(found.update.helpRequests).toHaveLength(2);
});
