import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildActionItem, buildActionsWorld, sharedItemTraits, type ActionsWorld } from '@sos/actions-server/testing';
import { WorkStatus } from '@sos/actions-server';
import { Health } from '@sos/goals-server';
import { buildDeclaration, buildGoal, buildObjective } from '@sos/goals-server/testing';
import { addDays, Calendar, encodeId } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let world: ActionsWorld;
let chair: GraphqlClient;
const today = new Calendar('America/Los_Angeles').today();

beforeAll(async () => {
  hub = await startTestHub();
  world = await buildActionsWorld(hub.database);
  chair = await hub.as(world.people.workgroupChair);
});
afterAll(() => hub.close());

const declareGoal = `mutation ($input: DeclareGoalHealthInput!) { declareGoalHealth(input: $input) {
  __typename
  ... on DeclareHealthSuccess {
    declaration { id health reason declaredBy { fullName } lapsesOn hasLapsed }
    goal { number declaredHealth { reason } declarations { reason } } objective { key }
  }
  ... on StaleDeclarationRefusal { message current { id reason } }
  ... on NotAllowedRefusal { message whoCan }
  ... on InvalidInputRefusal { fields { path message } }
} }`;
const declareObjective = `mutation ($input: DeclareObjectiveHealthInput!) { declareObjectiveHealth(input: $input) {
  __typename
  ... on DeclareHealthSuccess { declaration { health } goal { number } objective { key declaredHealth { reason } } }
} }`;

const goalInput = (goalId: string, more: object = {}) => ({
  input: { goalId: encodeId('Goal', goalId), health: 'AT_RISK', reason: 'Two jails have no owner yet.', ...more },
});

describe('goals', () => {
  test('come with what is declared beside what the items say', async () => {
    const goalId = await buildGoal(hub.database, { workgroupId: world.workgroupId, number: 50 });
    const traits = { ...sharedItemTraits(world), goalId };
    const working = { ...traits, status: WorkStatus.IN_PROGRESS };
    await buildActionItem(hub.database, { ...working, updatedDaysAgo: 3, dueOn: addDays(today, -1) });
    await buildActionItem(hub.database, { ...working, updatedDaysAgo: 1, dueOn: addDays(today, 9) });
    await buildActionItem(hub.database, { ...working, updatedDaysAgo: 45, openedDaysAgo: 90 });
    await buildActionItem(hub.database, { ...traits, status: WorkStatus.BLOCKED, updatedDaysAgo: 2 });
    await buildActionItem(hub.database, { ...traits, status: WorkStatus.DONE, updatedDaysAgo: 4, openedDaysAgo: 90 });
    await buildActionItem(hub.database, { ...traits, status: WorkStatus.DONE, updatedDaysAgo: 70, openedDaysAgo: 90 });
    await buildDeclaration(hub.database, { goalId, health: Health.ON_TRACK, daysAgo: 85 });
    const { goal } = await chair.query(`{ goal(number: 50) {
      declaredHealth { health hasLapsed } computedHealth { health explanation }
      reporting { reported total silent windowDays } overdueCount blockedCount openHelpRequestCount lastUpdateOn
      actionItems { totalCount } objectives { key } workgroup { name } viewerMayDeclareHealth
    } }`);
    expect(goal).toEqual({
      declaredHealth: { health: 'ON_TRACK', hasLapsed: true },
      computedHealth: {
        health: 'OFF_TRACK',
        explanation: '1 of 4 open items is overdue, 1 is blocked and 1 had no update in 30 days.',
      },
      reporting: { reported: 4, total: 5, silent: 1, windowDays: 30 },
      overdueCount: 1,
      blockedCount: 1,
      openHelpRequestCount: 0,
      lastUpdateOn: addDays(today, -1),
      actionItems: { totalCount: 6 },
      objectives: [],
      workgroup: { name: 'Workgroup' },
      viewerMayDeclareHealth: true,
    });
  });

  test('begin with those that want attention, and leave out what has ended', async () => {
    const body = await startTestHub();
    const other = await buildActionsWorld(body.database);
    const goal = (number: number, endedOn?: string) =>
      buildGoal(body.database, { workgroupId: other.workgroupId, number, endedOn });
    const [fine, offTrack, silent] = [await goal(2), await goal(3), await goal(4)];
    await goal(5, '2024-01-01');
    await buildDeclaration(body.database, { goalId: fine, health: Health.ON_TRACK });
    await buildDeclaration(body.database, { goalId: offTrack, health: Health.OFF_TRACK });
    await buildDeclaration(body.database, { goalId: silent, health: Health.ON_TRACK });
    await buildActionItem(body.database, { ...sharedItemTraits(other), goalId: silent, openedDaysAgo: 60 });
    const member = await body.as(other.people.memberOfOne);
    const { goals } = await member.query('{ goals { number } }');
    expect(goals.map((one: { number: number }) => one.number)).toEqual([3, 4, 1, 2]);
    await body.close();
  });

  test('cost the same number of statements however many they are', async () => {
    const text = `{ goals { number declaredHealth { reason } declarations(first: 2) { reason } computedHealth { health } reporting { total }
      objectives { key computedHealth { health } declaredHealth { health } leadAgency { name } focusItems { slug } viewerMayDeclareHealth } } }`;
    const count = async () => {
      let statements = 0;
      const stop = hub.database.onStatement(() => (statements += 1));
      await chair.query(text);
      stop();
      return statements;
    };
    const more = async (number: number) => {
      const goalId = await buildGoal(hub.database, { workgroupId: world.workgroupId, number });
      await buildObjective(hub.database, {
        goalId,
        focusItemIds: [world.sharedFocusId],
        leadAgencyId: world.agencies.lead,
      });
      await buildObjective(hub.database, { goalId, focusItemIds: [world.otherFocusId] });
    };
    await more(60);
    await count();
    const before = await count();
    for (const number of [61, 62, 63]) await more(number);
    expect(await count()).toBe(before);
    expect(before).toBeLessThanOrEqual(10);
  });

  test('are found by id, by number, and with their workgroup', async () => {
    const goalId = encodeId('Goal', world.goalId);
    const objectiveId = encodeId('Objective', world.objectiveId);
    const found = await chair.query(
      `query ($goal: ID!, $objective: ID!) {
        goal: node(id: $goal) { id ... on Goal { number } } objective: node(id: $objective) { ... on Objective { key goal { id } } }
        byKey: objective(key: "1.1") { id focusItems { slug } } none: objective(key: "1.x") { id } nothing: goal(number: -1) { id }
        workgroup { goals { number endedOn } }
      }`,
      { goal: goalId, objective: objectiveId },
    );
    expect(found).toMatchObject({
      goal: { id: goalId, number: 1 },
      objective: { key: '1.1', goal: { id: goalId } },
      byKey: { id: objectiveId, focusItems: [{ slug: world.focusSlugs.shared }] },
      none: null,
      nothing: null,
    });
    expect(found.workgroup.goals).toContainEqual({ number: 1, endedOn: null });
  });
});

describe('declaring health', () => {
  test('keeps the chair’s word, and the trail of it', async () => {
    const goalId = await buildGoal(hub.database, {
      workgroupId: world.workgroupId,
      number: 70,
      statement: 'Fewer deaths',
    });
    await buildObjective(hub.database, { goalId, focusItemIds: [world.sharedFocusId] });
    await buildDeclaration(hub.database, { goalId, reason: 'As planned.', daysAgo: 30 });
    const { declareGoalHealth } = await chair.query(declareGoal, goalInput(goalId));
    expect(declareGoalHealth).toMatchObject({
      __typename: 'DeclareHealthSuccess',
      declaration: {
        health: 'AT_RISK',
        reason: 'Two jails have no owner yet.',
        declaredBy: { fullName: 'Wanda Workgroup' },
        lapsesOn: addDays(today, 60),
        hasLapsed: false,
      },
      goal: {
        number: 70,
        declaredHealth: { reason: 'Two jails have no owner yet.' },
        declarations: [{ reason: 'Two jails have no owner yet.' }, { reason: 'As planned.' }],
      },
      objective: null,
    });
    const [entry] = await hub.database.query(
      `select actor_label, action, subject_label, subject_path, detail, workgroup_id, sub_group_ids, before, after
       from audit_entry where subject_id = $1`,
      [goalId],
    );
    expect(entry).toMatchObject({
      actor_label: 'Wanda Workgroup',
      action: 'declared At risk for',
      subject_label: 'Fewer deaths',
      subject_path: '/goals/70',
      detail: 'Two jails have no owner yet.',
      workgroup_id: world.workgroupId,
      before: { health: 'on_track', reason: 'As planned.' },
      after: { health: 'at_risk', reason: 'Two jails have no owner yet.' },
    });
    expect(entry!.sub_group_ids.sort()).toEqual([world.subGroups.one, world.subGroups.two].sort());
  });

  test('of a goal is refused to everybody but the workgroup’s chairs', async () => {
    for (const role of ['staff', 'administrator', 'chairOfTwo', 'memberOfOne', 'lead'] as const) {
      const client = await hub.as(world.people[role]);
      const { declareGoalHealth } = await client.query(declareGoal, goalInput(world.goalId));
      expect([role, declareGoalHealth]).toEqual([
        role,
        {
          __typename: 'NotAllowedRefusal',
          message: 'Declaring the health of a goal is its chairs’ word.',
          whoCan: 'The chair and co-chairs of the workgroup.',
        },
      ]);
      const { goal } = await client.query('{ goal(number: 1) { viewerMayDeclareHealth } }');
      expect(goal.viewerMayDeclareHealth).toBe(false);
    }
  });

  test('of an objective is for the chairs of the sub-groups that carry it too', async () => {
    const input = {
      objectiveId: encodeId('Objective', world.objectiveId),
      health: 'OFF_TRACK',
      reason: 'No answer yet.',
    };
    const outcomes: Record<string, string> = {};
    for (const role of [
      'workgroupChair',
      'chairOfTwo',
      'chairOfThree',
      'staff',
      'administrator',
      'memberOfOne',
    ] as const) {
      const client = await hub.as(world.people[role]);
      const { declareObjectiveHealth } = await client.query(declareObjective, { input });
      const { objective } = await client.query('{ objective(key: "1.1") { viewerMayDeclareHealth } }');
      outcomes[role] = declareObjectiveHealth.__typename;
      expect(objective.viewerMayDeclareHealth).toBe(outcomes[role] === 'DeclareHealthSuccess');
    }
    expect(outcomes).toEqual({
      workgroupChair: 'DeclareHealthSuccess',
      chairOfTwo: 'DeclareHealthSuccess',
      chairOfThree: 'NotAllowedRefusal',
      staff: 'NotAllowedRefusal',
      administrator: 'NotAllowedRefusal',
      memberOfOne: 'NotAllowedRefusal',
    });
  });

  test('is refused as stale when another chair spoke since', async () => {
    const goalId = await buildGoal(hub.database, { workgroupId: world.workgroupId, number: 71 });
    const seen = encodeId('HealthDeclaration', await buildDeclaration(hub.database, { goalId, daysAgo: 2 }));
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        chair.query(declareGoal, goalInput(goalId, { expectedDeclarationId: seen, reason: `Word ${index}.` })),
      ),
    );
    const results = answers.map((answer) => answer.declareGoalHealth);
    const [success, ...others] = results.filter((result) => result.__typename === 'DeclareHealthSuccess');
    expect(others).toEqual([]);
    for (const result of results.filter((one) => one !== success)) {
      expect(result).toMatchObject({ __typename: 'StaleDeclarationRefusal', current: { id: success.declaration.id } });
    }
    const sawNone = await chair.query(declareGoal, goalInput(goalId, { expectedDeclarationId: null }));
    expect(sawNone.declareGoalHealth.__typename).toBe('StaleDeclarationRefusal');
  });

  test.each([
    ['an empty reason', { reason: '  ' }, 'reason'],
    ['a long reason', { reason: 'x'.repeat(501) }, 'reason'],
    ['a declaration that is none', { expectedDeclarationId: 'nothing' }, 'expectedDeclarationId'],
  ])('points at %s', async (_case, more, path) => {
    const goalId = await buildGoal(hub.database, { workgroupId: world.workgroupId });
    const { declareGoalHealth } = await chair.query(declareGoal, goalInput(goalId, more));
    expect(declareGoalHealth).toMatchObject({ __typename: 'InvalidInputRefusal', fields: [{ path }] });
  });

  test('of what is unknown or has ended is refused', async () => {
    const missing = await chair.query(declareGoal, goalInput('00000000-0000-4000-8000-000000000000'));
    expect(missing.declareGoalHealth.__typename).toBe('NotFoundRefusal');
    const wrongType = await chair.query(declareGoal, {
      input: { ...goalInput(world.goalId).input, goalId: encodeId('Objective', world.objectiveId) },
    });
    expect(wrongType.declareGoalHealth.__typename).toBe('NotFoundRefusal');
    const ended = await buildGoal(hub.database, { workgroupId: world.workgroupId, endedOn: '2024-01-01' });
    const { declareGoalHealth } = await chair.query(declareGoal, goalInput(ended));
    expect(declareGoalHealth).toEqual({
      __typename: 'NotAllowedRefusal',
      message: 'This goal has ended, so its health is not declared any more.',
      whoCan: null,
    });
  });
});
