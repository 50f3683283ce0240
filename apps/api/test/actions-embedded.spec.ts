import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  buildActionItem,
  buildActionsWorld,
  itemId,
  sharedItemTraits,
  type ActionsWorld,
} from '@sos/actions-server/testing';
import { encodeId } from '@sos/platform-server';
import { startTestHub, type TestHub } from './support/test-hub';

/** The embedded database has one connection: a use case that leaves its transaction would hang here. */
let hub: TestHub;
let world: ActionsWorld;
beforeAll(async () => {
  hub = await startTestHub({ embedded: true });
  world = await buildActionsWorld(hub.database);
}, 60_000);
afterAll(() => hub.close());

test('acts on goals and items work on the embedded database, and do not hang when they come at once', async () => {
  const item = await buildActionItem(hub.database, {
    ...sharedItemTraits(world),
    assigneeIds: [world.people.assigned],
  });
  const staff = await hub.as(world.people.staff);
  const chair = await hub.as(world.people.workgroupChair);
  const post = (note: string) =>
    staff.query(
      `mutation ($input: PostUpdateInput!) { postUpdate(input: $input) { __typename
        ... on PostUpdateSuccess { actionItem { version assignees { fullName } } update { helpRequests { id } } } } }`,
      {
        input: {
          actionItemId: itemId(item.id),
          expectedVersion: 1,
          status: 'BLOCKED',
          note,
          helpWantedAgencyIds: [encodeId('Agency', world.agencies.helping)],
        },
      },
    );
  const create = (idempotencyKey: string) =>
    staff.query(
      `mutation ($input: CreateActionItemInput!) { createActionItem(input: $input) { __typename
        ... on CreateActionItemSuccess { actionItem { reference goal { number } } } } }`,
      {
        input: {
          title: 'Open a box',
          goalId: encodeId('Goal', world.goalId),
          focusItemId: encodeId('FocusItem', world.sharedFocusId),
          subGroupId: encodeId('SubGroup', world.subGroups.one),
          leadAgencyId: encodeId('Agency', world.agencies.lead),
          idempotencyKey,
        },
      },
    );
  const declare = () =>
    chair.query(
      `mutation ($input: DeclareGoalHealthInput!) { declareGoalHealth(input: $input) { __typename
        ... on DeclareHealthSuccess { goal { declaredHealth { reason } } } } }`,
      { input: { goalId: encodeId('Goal', world.goalId), health: 'AT_RISK', reason: 'One county waits.' } },
    );
  const [posts, creates, declares] = await Promise.all([
    Promise.all([1, 2, 3, 4].map((number) => post(`Word ${number}.`))),
    Promise.all(['first-intent', 'second-intent', 'second-intent'].map(create)),
    Promise.all([declare(), declare()]),
  ]);
  expect(posts.map(({ postUpdate }) => postUpdate.__typename).sort()).toEqual([
    'PostUpdateSuccess',
    ...Array.from({ length: 3 }, () => 'StaleActionItemRefusal'),
  ]);
  expect(new Set(creates.map(({ createActionItem }) => createActionItem.actionItem.reference)).size).toBe(2);
  expect(declares.map(({ declareGoalHealth }) => declareGoalHealth.goal.declaredHealth.reason)).toEqual([
    'One county waits.',
    'One county waits.',
  ]);

  const edited = await staff.query(
    `mutation ($input: EditActionItemInput!) { editActionItem(input: $input) { ... on EditActionItemSuccess { actionItem { version title } } } }`,
    { input: { actionItemId: itemId(item.id), expectedVersion: 2, title: 'Better' } },
  );
  expect(edited.editActionItem.actionItem).toEqual({ version: 3, title: 'Better' });
  const helping = await hub.as(world.people.helping);
  const { myWork } = await helping.query('{ myWork { waitingOnYou { id actionItem { title } } } }');
  expect(myWork.waitingOnYou).toMatchObject([{ actionItem: { title: 'Better' } }]);
  const answered = await helping.query(
    `mutation ($input: AnswerHelpRequestInput!) { answerHelpRequest(input: $input) {
      ... on AnswerHelpRequestSuccess { helpRequest { state actionItem { openHelpRequests { id } } } } } }`,
    { input: { helpRequestId: myWork.waitingOnYou[0].id, answer: 'ACCEPT' } },
  );
  expect(answered.answerHelpRequest.helpRequest).toEqual({ state: 'ACCEPTED', actionItem: { openHelpRequests: [] } });
  const { goals, actionItems } = await helping.query(
    `{ goals { number computedHealth { explanation } } actionItems(filter: { text: "bett", due: NO_DATE }, sort: LAST_UPDATE_DESCENDING) { totalCount } }`,
  );
  expect([goals.length, actionItems.totalCount]).toEqual([1, 1]);
}, 60_000);
