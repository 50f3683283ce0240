import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildActionItem,
  buildActionsWorld,
  buildUpdate,
  sharedItemTraits,
  type ActionItemTraits,
  type ActionsWorld,
  type WorldPerson,
} from '@sos/actions-server/testing';
import { mayEdit, mayEditPredicate, Priority, SqlParameters, WorkStatus } from '@sos/actions-server';
import { buildGoal } from '@sos/goals-server/testing';
import { addDays, Calendar, encodeId, type Viewer } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let world: ActionsWorld;
let client: GraphqlClient;
let secondGoalId: string;
const today = new Calendar('America/Los_Angeles').today();

beforeAll(async () => {
  hub = await startTestHub();
  world = await buildActionsWorld(hub.database);
  client = await hub.as(world.people.assigned);
  secondGoalId = await buildGoal(hub.database, { workgroupId: world.workgroupId, number: 2 });
  const shared = sharedItemTraits(world);
  const other = { ...shared, focusItemId: world.otherFocusId, subGroupId: world.subGroups.three };
  const items: ActionItemTraits[] = [
    {
      ...shared,
      title: 'Alpha naloxone boxes',
      status: WorkStatus.IN_PROGRESS,
      priority: Priority.HIGH,
      dueOn: addDays(today, -3),
      assigneeIds: [world.people.assigned],
      updatedDaysAgo: 2,
      tags: ['Jail', 'courts'],
    },
    {
      ...shared,
      title: 'Bravo',
      status: WorkStatus.BLOCKED,
      priority: Priority.LOW,
      dueOn: addDays(today, 5),
      objectiveId: world.objectiveId,
      supportingAgencyIds: [world.agencies.helping],
      openedDaysAgo: 50,
      updatedDaysAgo: 40,
    },
    {
      ...shared,
      title: 'charlie',
      dueOn: addDays(today, 25),
      goalId: secondGoalId,
      nextStep: 'Train the dispatchers.',
      leadAgencyId: world.agencies.helping,
      openedDaysAgo: 20,
    },
    {
      ...other,
      title: 'Delta',
      status: WorkStatus.DONE,
      dueOn: addDays(today, -10),
      openedDaysAgo: 90,
      updatedDaysAgo: 60,
    },
    {
      ...other,
      title: 'Echo',
      status: WorkStatus.IN_PROGRESS,
      openedDaysAgo: 31,
      assigneeIds: [world.people.assigned],
      description: 'About medication.',
    },
    { ...other, title: 'Foxtrot', priority: Priority.HIGH, dueOn: addDays(today, 6), openedDaysAgo: 30 },
  ];
  for (const traits of items) await buildActionItem(hub.database, traits);
  const [bravo] = await hub.database.query(`select id from action_item where title = 'Bravo'`);
  await buildUpdate(hub.database, {
    actionItemId: bravo!.id,
    daysAgo: 40,
    helpWantedAgencyIds: [world.agencies.other],
  });
});
afterAll(() => hub.close());

const list = `query ($filter: ActionItemFilter, $sort: ActionItemSort, $first: Int, $after: String) {
  actionItems(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { title } } } }`;

interface Page {
  actionItems: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
    edges: { cursor: string; node: { title: string } }[];
  };
}

async function titles(filter: object | null, more: object = {}): Promise<string[]> {
  const { actionItems } = await client.query<Page>(list, { filter, ...more });
  const found = actionItems.edges.map((edge) => edge.node.title.split(' ')[0]!);
  if (!('first' in more)) expect(actionItems.totalCount).toBe(found.length);
  return found;
}

describe('filters', () => {
  test.each<[string, () => object, string[]]>([
    ['nothing', () => ({}), ['Delta', 'Alpha', 'Bravo', 'Foxtrot', 'charlie', 'Echo']],
    [
      'empty lists',
      () => ({ statuses: [], tags: [], text: '  ' }),
      ['Delta', 'Alpha', 'Bravo', 'Foxtrot', 'charlie', 'Echo'],
    ],
    ['a word', () => ({ text: 'medications' }), ['Echo']],
    ['the beginning of a word', () => ({ text: 'nalox' }), ['Alpha']],
    ['a word of the next step', () => ({ text: 'dispatch' }), ['charlie']],
    ['words in quotes', () => ({ text: '"naloxone boxes"' }), ['Alpha']],
    ['signs only', () => ({ text: '!!! & | <-> :*' }), []],
    ['an open quote and a colon', () => ({ text: '"nalox:* \\\' ' }), ['Alpha']],
    ['statuses', () => ({ statuses: ['BLOCKED', 'DONE'] }), ['Delta', 'Bravo']],
    ['priorities', () => ({ priorities: ['HIGH'] }), ['Alpha', 'Foxtrot']],
    ['overdue', () => ({ due: 'OVERDUE' }), ['Alpha']],
    ['due in 14 days', () => ({ due: 'NEXT_14_DAYS' }), ['Bravo', 'Foxtrot']],
    ['due in 30 days', () => ({ due: 'NEXT_30_DAYS' }), ['Bravo', 'Foxtrot', 'charlie']],
    ['no date', () => ({ due: 'NO_DATE' }), ['Echo']],
    ['goals', () => ({ goalNumbers: [2] }), ['charlie']],
    ['no such goal', () => ({ goalNumbers: [-1, 99] }), []],
    ['objectives', () => ({ objectiveKeys: ['1.1', 'x'] }), ['Bravo']],
    ['focus items', () => ({ focusItemSlugs: [world.focusSlugs.other] }), ['Delta', 'Foxtrot', 'Echo']],
    [
      'a sub-group, whoever opened the item',
      () => ({ subGroupSlugs: [world.subGroupSlugs.two] }),
      ['Alpha', 'Bravo', 'charlie'],
    ],
    [
      'two sub-groups, each item once',
      () => ({ subGroupSlugs: [world.subGroupSlugs.one, world.subGroupSlugs.two] }),
      ['Alpha', 'Bravo', 'charlie'],
    ],
    ['an agency, leading or supporting', () => ({ agencyKeys: [world.agencyKeys.helping] }), ['Bravo', 'charlie']],
    ['no such agency', () => ({ agencyKeys: ['nobody'] }), []],
    ['an assigned person', () => ({ assigneeIds: [encodeId('Person', world.people.assigned)] }), ['Alpha', 'Echo']],
    ['a person that is none', () => ({ assigneeIds: ['nothing'] }), []],
    ['mine', () => ({ mine: true }), ['Alpha', 'Echo']],
    ['tags, whatever their case', () => ({ tags: ['jail'] }), ['Alpha']],
    ['silent', () => ({ silent: true }), ['Bravo', 'Echo']],
    ['help wanted', () => ({ helpWanted: true }), ['Bravo']],
    ['several at once', () => ({ statuses: ['IN_PROGRESS'], mine: true, due: 'OVERDUE' }), ['Alpha']],
  ])('%s', async (_case, filter, expected) => {
    expect(await titles(filter())).toEqual(expected);
  });

  test('a reference', async () => {
    const [alpha] = await hub.database.query(`select reference from action_item where title like 'Alpha%'`);
    expect(await titles({ text: alpha!.reference.toLowerCase() })).toEqual(['Alpha']);
    const { actionItem } = await client.query(
      'query ($reference: String!) { actionItem(reference: $reference) { title } }',
      {
        reference: alpha!.reference.toLowerCase(),
      },
    );
    expect(actionItem.title).toBe('Alpha naloxone boxes');
  });

  test('100 KB of text is an ordinary question', async () => {
    expect(await titles({ text: 'naloxone '.repeat(12_000) })).toEqual(['Alpha']);
  });
});

describe('order', () => {
  test.each([
    ['DUE_ON_ASCENDING', ['Delta', 'Alpha', 'Bravo', 'Foxtrot', 'charlie', 'Echo']],
    ['DUE_ON_DESCENDING', ['charlie', 'Foxtrot', 'Bravo', 'Alpha', 'Delta', 'Echo']],
    ['LAST_UPDATE_ASCENDING', ['Delta', 'Bravo', 'Echo', 'Foxtrot', 'charlie', 'Alpha']],
    ['LAST_UPDATE_DESCENDING', ['Alpha', 'charlie', 'Foxtrot', 'Echo', 'Bravo', 'Delta']],
    ['TITLE_ASCENDING', ['Alpha', 'Bravo', 'charlie', 'Delta', 'Echo', 'Foxtrot']],
    ['TITLE_DESCENDING', ['Foxtrot', 'Echo', 'Delta', 'charlie', 'Bravo', 'Alpha']],
    ['PRIORITY_DESCENDING', ['Alpha', 'Foxtrot', 'Delta', 'charlie', 'Echo', 'Bravo']],
    ['REFERENCE_ASCENDING', ['Alpha', 'Bravo', 'charlie', 'Delta', 'Echo', 'Foxtrot']],
    ['STATUS_ASCENDING', ['Foxtrot', 'charlie', 'Alpha', 'Echo', 'Bravo', 'Delta']],
  ])('%s, and the same page by page', async (sort, expected) => {
    const whole = await titles(null, { sort });
    expect(whole).toEqual(expected);
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const { actionItems }: Page = await client.query<Page>(list, { sort, first: 2, after });
      expect(actionItems.totalCount).toBe(6);
      expect(actionItems.pageInfo.hasPreviousPage).toBe(after !== null);
      pages.push(...actionItems.edges.map((edge) => edge.node.title.split(' ')[0]!));
      after = actionItems.pageInfo.hasNextPage ? actionItems.pageInfo.endCursor : null;
    } while (after);
    expect(pages).toEqual(whole);
  });

  test('refuses a cursor of another order, and one that nobody made', async () => {
    const { actionItems } = await client.query(list, { sort: 'TITLE_ASCENDING', first: 1 });
    const forged = (...keys: unknown[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');
    const id = '00000000-0000-4000-8000-000000000000';
    for (const after of [
      actionItems.pageInfo.endCursor,
      'nonsense',
      forged('due_on_ascending', '2026-02-31', id),
      forged('due_on_ascending', '2026-02-01', 'x'),
      forged('due_on_ascending', null, id),
      forged('due_on_ascending', '2026-02-01'),
    ]) {
      const { status, errors } = await client.send(list, { sort: 'DUE_ON_ASCENDING', after });
      expect([status, errors?.[0]?.extensions?.code]).toEqual([200, 'BAD_USER_INPUT']);
    }
    for (const first of [-1, 201]) {
      const { errors } = await client.send(list, { first });
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('boards', () => {
  const columnsOf = `query ($slug: String!, $first: Int) { subGroup(slug: $slug) { actionItemCount
    board(firstPerColumn: $first) { status totalCount items { title } } } }`;

  test('by status show the first few of each column and its whole count', async () => {
    const { subGroup } = await client.query(columnsOf, { slug: world.subGroupSlugs.three, first: 1 });
    expect(subGroup).toEqual({
      actionItemCount: 3,
      board: [
        { status: 'NOT_STARTED', totalCount: 1, items: [{ title: 'Foxtrot' }] },
        { status: 'IN_PROGRESS', totalCount: 1, items: [{ title: 'Echo' }] },
        { status: 'BLOCKED', totalCount: 0, items: [] },
        { status: 'DONE', totalCount: 1, items: [{ title: 'Delta' }] },
      ],
    });
  });

  test('show a shared focus to both of its sub-groups', async () => {
    for (const slug of [world.subGroupSlugs.one, world.subGroupSlugs.two]) {
      const { subGroup } = await client.query(
        `query ($slug: String!) { subGroup(slug: $slug) { actionItemCount focusItems { actionItemCount openHelpRequestCount lastUpdateOn }
          actionItems { totalCount } goalsWithItems { number actionItems(filter: { subGroupSlugs: ["${slug}"] }) { edges { node { title } } } } } }`,
        { slug },
      );
      expect(subGroup).toEqual({
        actionItemCount: 3,
        focusItems: [{ actionItemCount: 3, openHelpRequestCount: 1, lastUpdateOn: addDays(today, -2) }],
        actionItems: { totalCount: 3 },
        goalsWithItems: [
          {
            number: 1,
            actionItems: { edges: [{ node: { title: 'Alpha naloxone boxes' } }, { node: { title: 'Bravo' } }] },
          },
          { number: 2, actionItems: { edges: [{ node: { title: 'charlie' } }] } },
        ],
      });
    }
  });

  test('by goal cost the same number of statements however many goals and items there are', async () => {
    const body = await startTestHub();
    const busy = await buildActionsWorld(body.database);
    const somebody = await body.as(busy.people.lead);
    const slug = busy.subGroupSlugs.one;
    const text = `{ subGroup(slug: "${slug}") { goalsWithItems(first: 20) { id statement
      actionItems(first: 10, filter: { subGroupSlugs: ["${slug}"] }) { edges { node {
        reference title status dueOn leadAgency { name } assignees { fullName } latestUpdate { postedAt note }
      } } } } board { status items { title } } } }`;
    const fill = async (goals: number, items: number) => {
      for (let goal = 0; goal < goals; goal += 1) {
        const goalId = await buildGoal(body.database, { workgroupId: busy.workgroupId });
        for (let item = 0; item < items; item += 1) {
          await buildActionItem(body.database, {
            ...sharedItemTraits(busy),
            goalId,
            assigneeIds: [busy.people.lead],
            updatedDaysAgo: item,
          });
        }
      }
    };
    const count = async () => {
      const statements: string[] = [];
      await somebody.query(text);
      const stop = body.database.onStatement((statement) => statements.push(statement));
      const { subGroup } = await somebody.query(text);
      stop();
      return {
        goals: subGroup.goalsWithItems.length,
        statements: statements.filter((one) => !one.includes('from session')).length,
      };
    };
    await fill(1, 1);
    const small = await count();
    await fill(7, 12);
    const large = await count();
    expect([small.goals, large.goals]).toEqual([1, 8]);
    expect(large.statements).toBe(small.statements);
    expect(large.statements).toBeLessThanOrEqual(4);
    await body.close();
  });
});

describe('permission', () => {
  /** The rule for a row against the rule as a condition, for everybody and every item. */
  test('on a row and as a condition agree', async () => {
    const people = Object.keys(world.people) as WorldPerson[];
    for (const person of people) {
      const somebody = await hub.as(world.people[person]);
      const { all, postable } = await somebody.query(`{
        all: actionItems { edges { node { title viewerMayPost viewerMayEdit } } }
        postable: actionItems(filter: { postable: true }) { edges { node { title } } }
      }`);
      type Edge = { node: { title: string; viewerMayPost: boolean; viewerMayEdit: boolean } };
      const mayPost = all.edges.filter((edge: Edge) => edge.node.viewerMayPost).map((edge: Edge) => edge.node.title);
      expect([person, postable.edges.map((edge: Edge) => edge.node.title)]).toEqual([person, mayPost]);
    }
  });

  test('to edit agrees too', async () => {
    const rows = await hub.database.query(
      `select i.id, i.lead_agency_id as "leadAgencyId",
         array(select agency_id from action_item_supporting_agency where action_item_id = i.id) as "supportingAgencyIds",
         array(select person_id from action_item_assignee where action_item_id = i.id) as "assigneeIds",
         array(select sub_group_id from focus_listing where focus_item_id = i.focus_item_id) as "subGroupIds",
         i.restricted_to_sub_group_id as "restrictedToSubGroupId"
       from action_item i order by i.id`,
    );
    const nobody: Viewer = {
      personId: world.people.other,
      fullName: 'Robin Example',
      agencyId: world.agencies.other,
      agencyShortName: 'Other',
      isStaff: false,
      isAdministrator: false,
      isWorkgroupChair: false,
      chairedSubGroupIds: [],
      subGroupIds: [],
      dataStewardAgencyIds: [],
      representedAgencyIds: [world.agencies.other],
    };
    const viewers: Viewer[] = [
      nobody,
      { ...nobody, personId: world.people.assigned },
      { ...nobody, representedAgencyIds: [world.agencies.lead] },
      { ...nobody, representedAgencyIds: [world.agencies.helping] },
      { ...nobody, chairedSubGroupIds: [world.subGroups.two] },
      { ...nobody, chairedSubGroupIds: [world.subGroups.three], subGroupIds: [world.subGroups.one] },
      { ...nobody, isStaff: true },
      { ...nobody, isAdministrator: true },
      { ...nobody, isWorkgroupChair: true },
    ];
    for (const viewer of viewers) {
      const parameters = new SqlParameters();
      const predicate = mayEditPredicate(viewer, parameters);
      const found = await hub.database.query(
        `select i.id from action_item i where ${predicate} order by i.id`,
        parameters.values,
      );
      const expected = rows.filter((row) => mayEdit(viewer, row as Parameters<typeof mayEdit>[1]));
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }
  });

  test('asks to sign in', async () => {
    const nobody = await hub.as('nobody');
    for (const text of [
      '{ actionItems { totalCount } }',
      '{ myWork { openCount } }',
      '{ actionItem(reference: "A-1") { title } }',
    ]) {
      const { data, errors } = await nobody.send(text);
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      expect(JSON.stringify(data ?? null)).not.toContain('Alpha');
    }
  });
});
