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
import { WorkStatus } from '@sos/actions-server';
import { encodeId } from '@sos/platform-server';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let world: ActionsWorld;
beforeAll(async () => {
  hub = await startTestHub();
  world = await buildActionsWorld(hub.database);
});
afterAll(() => hub.close());

const post = `mutation ($input: PostUpdateInput!) { result: postUpdate(input: $input) {
  __typename ... on PostUpdateSuccess { actionItem { openHelpRequests { id } } }
} }`;
const answer = `mutation ($input: AnswerHelpRequestInput!) { result: answerHelpRequest(input: $input) {
  __typename ... on AnswerHelpRequestSuccess { helpRequest { state answeredBy { fullName } answeredAt } }
  ... on NotAllowedRefusal { whoCan } ... on InvalidInputRefusal { fields { path } }
} }`;

const reopen = answer.replace('AnswerHelpRequestInput', 'ReopenHelpRequestInput').replace('answerHelp', 'reopenHelp');

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

describe('a request for help', () => {
  async function blockedItem() {
    const item = await newItem({ status: WorkStatus.BLOCKED });
    const { helpRequestIds } = await buildUpdate(hub.database, {
      actionItemId: item.id,
      authorId: world.people.assigned,
      helpWantedAgencyIds: [world.agencies.helping, world.agencies.lead],
    });
    return { ...item, version: 2, helpRequestIds };
  }
  const stateOf = async (item: { id: string }) => {
    const rows = await hub.database.query(
      'select state, agency_id from help_request where action_item_id = $1 order by requested_at, id',
      [item.id],
    );
    const [row] = await hub.database.query('select open_help_request_count as open from action_item where id = $1', [
      item.id,
    ]);
    return { open: row!.open, states: rows.map(({ state }) => state).sort() };
  };
  const answerOf = (id: string, how: 'ACCEPT' | 'CLOSE') => ({
    helpRequestId: encodeId('HelpRequest', id),
    answer: how,
  });

  test('is accepted and closed by the agency that was asked', async () => {
    const item = await blockedItem();
    const [request] = item.helpRequestIds;
    expect(await ask('other', answer, answerOf(request!, 'ACCEPT'))).toEqual({
      __typename: 'NotAllowedRefusal',
      whoCan: 'People of the agency that was asked, and staff.',
    });
    const accepted = await ask('helping', answer, answerOf(request!, 'ACCEPT'));
    expect(accepted.helpRequest).toMatchObject({ state: 'ACCEPTED', answeredBy: { fullName: 'Henry Helping' } });
    expect(await stateOf(item)).toEqual({ open: 1, states: ['accepted', 'open'] });
    const twice = await ask('helping', answer, answerOf(request!, 'ACCEPT'));
    expect(twice.helpRequest).toEqual(accepted.helpRequest);
    const closed = await ask('staff', answer, answerOf(request!, 'CLOSE'));
    expect(closed.helpRequest).toMatchObject({ state: 'CLOSED', answeredBy: { fullName: 'Sam Staff' } });
    expect(await stateOf(item)).toEqual({ open: 1, states: ['closed', 'open'] });
    const late = await ask('helping', answer, answerOf(request!, 'ACCEPT'));
    expect(late).toEqual({ __typename: 'InvalidInputRefusal', fields: [{ path: 'answer' }] });
    const trail = await hub.database.query('select action from audit_entry where subject_id = $1 order by id', [
      item.id,
    ]);
    expect(trail.map(({ action }) => action)).toEqual(['agreed to help with', 'closed the request for help on']);
  });

  test('is no longer wanted when the item is done or unblocked', async () => {
    for (const status of ['DONE', 'IN_PROGRESS']) {
      const item = await blockedItem();
      const result = await ask('lead', post, update(item, { status }));
      expect(result.actionItem.openHelpRequests).toEqual([]);
      expect(await stateOf(item)).toEqual({ open: 0, states: ['closed', 'closed'] });
    }
  });

  test('asked again of the same agency replaces the older request', async () => {
    const item = await blockedItem();
    const again = { status: 'BLOCKED', helpWantedAgencyIds: [encodeId('Agency', world.agencies.helping)] };
    const result = await ask('assigned', post, update(item, again));
    expect(result.actionItem.openHelpRequests).toHaveLength(2);
    expect(await stateOf(item)).toEqual({ open: 2, states: ['closed', 'open', 'open'] });
  });

  test('closed by mistake, is reopened as it stood', async () => {
    const item = await blockedItem();
    const [request, other] = item.helpRequestIds;
    const again = { helpRequestId: encodeId('HelpRequest', request!) };
    await ask('helping', answer, answerOf(request!, 'CLOSE'));
    expect(await ask('other', reopen, again)).toEqual({
      __typename: 'NotAllowedRefusal',
      whoCan: 'People of the agency that was asked, and staff.',
    });
    const asBefore = await ask('helping', reopen, again);
    expect(asBefore.helpRequest).toEqual({ state: 'OPEN', answeredBy: null, answeredAt: null });
    expect(await stateOf(item)).toEqual({ open: 2, states: ['open', 'open'] });
    expect(await ask('helping', reopen, again)).toEqual(asBefore);
    const { helpRequest: accepted } = await ask('helping', answer, answerOf(request!, 'ACCEPT'));
    await ask('staff', answer, answerOf(request!, 'CLOSE'));
    expect((await ask('staff', reopen, again)).helpRequest).toEqual(accepted);
    expect(await stateOf(item)).toEqual({ open: 1, states: ['accepted', 'open'] });
    const trail = await hub.database.query(
      `select action, before, after from audit_entry where subject_id = $1 order by id desc limit 1`,
      [item.id],
    );
    const helpRequestId = request;
    expect(trail).toEqual([
      {
        action: 'reopened the request for help on',
        before: { helpRequestId, state: 'closed' },
        after: { helpRequestId, state: 'accepted' },
      },
    ]);
    expect(await ask('lead', reopen, { helpRequestId: encodeId('HelpRequest', other!) })).toMatchObject({
      helpRequest: { state: 'OPEN' },
    });
    expect((await ask('lead', reopen, { helpRequestId: encodeId('HelpRequest', world.people.lead) })).__typename).toBe(
      'NotFoundRefusal',
    );
  });

  test('is not reopened once nobody waits for it', async () => {
    const moot = { __typename: 'InvalidInputRefusal', fields: [{ path: 'helpRequestId' }] };
    const closedFirst = async (more: object) => {
      const item = await blockedItem();
      await ask('helping', answer, answerOf(item.helpRequestIds[0]!, 'CLOSE'));
      await ask('assigned', post, update(item, more));
      return ask('helping', reopen, { helpRequestId: encodeId('HelpRequest', item.helpRequestIds[0]!) });
    };
    expect(await closedFirst({ status: 'DONE' })).toEqual(moot);
    expect(await closedFirst({ status: 'IN_PROGRESS' })).toEqual(moot);
    const asked = { status: 'BLOCKED', helpWantedAgencyIds: [encodeId('Agency', world.agencies.helping)] };
    expect(await closedFirst(asked)).toEqual(moot);
    expect(await closedFirst({ status: 'BLOCKED' })).toMatchObject({ helpRequest: { state: 'OPEN' } });
    const byUpdate = await blockedItem();
    await ask('assigned', post, update(byUpdate, { status: 'DONE' }));
    const helpRequestId = encodeId('HelpRequest', byUpdate.helpRequestIds[0]!);
    expect(await ask('helping', reopen, { helpRequestId })).toEqual(moot);
    expect(await stateOf(byUpdate)).toEqual({ open: 0, states: ['closed', 'closed'] });
  });

  test('stays counted right when answers and updates come at once', async () => {
    const items: Awaited<ReturnType<typeof blockedItem>>[] = [];
    while (items.length < 6) items.push(await blockedItem());
    await Promise.all(
      items.flatMap((item) => [
        ask('helping', answer, answerOf(item.helpRequestIds[0]!, 'ACCEPT')),
        ask('lead', answer, answerOf(item.helpRequestIds[1]!, 'CLOSE')),
        ask(
          'assigned',
          post,
          update(item, { status: 'BLOCKED', helpWantedAgencyIds: [encodeId('Agency', world.agencies.helping)] }),
        ),
      ]),
    );
    const rows = await hub.database.query(
      `select i.open_help_request_count - (select count(*)::integer from help_request h where h.action_item_id = i.id and h.state = 'open') as off
       from action_item i`,
    );
    expect(rows.filter(({ off }) => off !== 0)).toEqual([]);
  });

  test('on what does not exist is refused', async () => {
    for (const helpRequestId of ['nothing', encodeId('HelpRequest', '00000000-0000-4000-8000-000000000000')]) {
      expect((await ask('staff', answer, { helpRequestId, answer: 'CLOSE' })).__typename).toBe('NotFoundRefusal');
    }
  });
});
