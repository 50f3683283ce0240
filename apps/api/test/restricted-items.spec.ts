import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ActionItemRepository } from '@sos/actions-server';
import { encodeId, inScope, openRowsOnly } from '@sos/platform-server';
import type { GraphqlAnswer, GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

const secretWord = 'Quillfeather';

/** All that a person outside could ask in which an item might show: lists, counts, facets, search, feeds, sums. */
const questions: Record<string, string> = {
  'every item': `{ actionItems(first: 200) { totalCount pageInfo { endCursor hasNextPage } edges { cursor node { id reference title version } } } }`,
  'items by reference': `{ actionItems(first: 200, sort: REFERENCE_ASCENDING) { edges { cursor node { reference } } } }`,
  'items by last update': `{ actionItems(first: 200, sort: LAST_UPDATE_DESCENDING) { edges { cursor node { reference } } } }`,
  'items by text': `{ actionItems(filter: { text: "${secretWord}" }) { totalCount edges { node { id } } } }`,
  'items of public safety': `{ actionItems(first: 200, filter: { subGroupSlugs: ["public-safety"] }) { totalCount edges { node { reference } } } }`,
  'items with help wanted': `{ actionItems(first: 200, filter: { helpWanted: true }) { totalCount edges { node { reference openHelpRequests { id note } } } } }`,
  'overdue and silent': `{ a: actionItems(filter: { due: OVERDUE }) { totalCount } b: actionItems(filter: { silent: true }) { totalCount } c: actionItems(filter: { mine: true }) { totalCount } d: actionItems(filter: { postable: true }) { totalCount } }`,
  goals: `{ goals { number computedHealth { health } reporting { reported total } openHelpRequestCount overdueCount blockedCount lastUpdateOn actionItems(first: 200) { totalCount edges { node { reference } } } objectives { key computedHealth { health } reporting { reported total } actionItems(first: 200) { totalCount } } } }`,
  'the sub-group': `{ subGroup(slug: "public-safety") { name actionItemCount goalsWithItems { number } actionItems(first: 200) { totalCount edges { node { reference } } } board(firstPerColumn: 200) { status totalCount items { reference } } } }`,
  'focus items': `{ focusItems { slug actionItemCount openHelpRequestCount lastUpdateOn } }`,
  'my work': `{ myWork { openCount overdue { reference } dueSoon { reference } later { reference } waitingOnYou { id note actionItem { reference } } } }`,
  'the feed of everything': `{ activity(first: 200) { pageInfo { endCursor hasNextPage } edges { cursor node { id action subjectLabel detail } } } }`,
  'the feed of the sub-group': `{ activity(first: 200, subGroupSlug: "public-safety") { edges { cursor node { id } } } }`,
  search: `{ search(text: "${secretWord}", first: 50) { totalCount hits { id title } } }`,
  'search by beginning': `{ search(text: "${secretWord.slice(0, 5)}", first: 50) { totalCount hits { id title } } }`,
  'search in general': `{ search(text: "safety", first: 50) { totalCount hits { id title } } }`,
  'people and agencies': `{ agencies(first: 200) { totalCount edges { node { key people { fullName } } } } people(first: 200) { totalCount } }`,
  'sources and what uses them': `{ dataSourceSearch(text: "", first: 200) { totalCount edges { node { dataSource { slug usedBy { reference } } } } } }`,
};

describe('work that is restricted to its sub-group', () => {
  let hub: TestHub;
  let outsider: GraphqlClient;
  let member: GraphqlClient;
  let chair: GraphqlClient;
  let nobody: GraphqlClient;
  let ids: {
    goal: string;
    focus: string;
    subGroup: string;
    leadAgency: string;
    memberAgency: string;
    source: string;
    outsiderPerson: string;
    memberPerson: string;
  };
  let item: { id: string; reference: string; version: number };
  let updateId: string;
  let helpRequestId: string;
  const before = new Map<string, string>();

  const bytes = async (client: GraphqlClient, text: string) => JSON.stringify(await client.send(text));
  const create = (client: GraphqlClient, input: object) =>
    client.query(
      `mutation ($input: CreateActionItemInput!) { result: createActionItem(input: $input) { __typename
         ... on CreateActionItemSuccess { actionItem { id reference version isRestricted } }
         ... on InvalidInputRefusal { fields { path message } } ... on NotAllowedRefusal { message } } }`,
      { input },
    );
  const newItem = (more: object = {}) => ({
    title: `${secretWord} in the north`,
    goalId: ids.goal,
    focusItemId: ids.focus,
    subGroupId: ids.subGroup,
    leadAgencyId: ids.memberAgency,
    dueOn: '2020-02-01',
    ...more,
  });

  beforeAll(async () => {
    hub = await startTestHub({ content: 'demonstration' });
    const [found] = await hub.database.query<Record<string, string>>(
      `select member.person_id as "memberPerson", member.agency_id as "memberAgency", s.id as "subGroup", helper.agency_id as "helperAgency",
         (select id from goal order by number limit 1) as goal,
         (select l.focus_item_id from focus_listing l where l.sub_group_id = s.id and exists (
            select from focus_listing o where o.focus_item_id = l.focus_item_id and o.sub_group_id <> s.id) limit 1) as focus,
         (select id from data_source where feed_key = 'hub' order by title limit 1) as source
       from sub_group s join seat member on member.sub_group_id = s.id and member.role = 'member' and member.person_id is not null
       join seat helper on helper.sub_group_id = s.id and helper.agency_id <> member.agency_id and helper.person_id is not null
       where s.slug = 'public-safety' limit 1`,
    );
    // Of an agency that supports work of the sub-group, and in a sub-group that shares its focus; but with no seat in it.
    const [out] = await hub.database.query<{ id: string; agency: string }>(
      `select p.id, p.agency_id as agency from person p join seat on seat.person_id = p.id join sub_group s on s.id = seat.sub_group_id and s.slug = 'harm-reduction'
       where seat.role in ('chair', 'co_chair')
         and not exists (select from seat mine join sub_group b on b.id = mine.sub_group_id where p.id in (mine.person_id, mine.alternate_id) and b.slug = 'public-safety')
         and not exists (select from seat mine where mine.person_id = p.id and mine.sub_group_id is null and mine.role <> 'member')
         and not exists (select from role_grant g where g.person_id = p.id and g.role in ('staff', 'administrator')) limit 1`,
    );
    ids = {
      goal: encodeId('Goal', found!.goal!),
      focus: encodeId('FocusItem', found!.focus!),
      subGroup: encodeId('SubGroup', found!.subGroup!),
      memberAgency: encodeId('Agency', found!.memberAgency!),
      leadAgency: encodeId('Agency', found!.helperAgency!),
      source: encodeId('DataSource', found!.source!),
      outsiderPerson: encodeId('Person', out!.id),
      memberPerson: encodeId('Person', found!.memberPerson!),
    };
    [outsider, member, chair, nobody] = [
      await hub.as(out!.id),
      await hub.as(found!.memberPerson!),
      await hub.as('jordan.whitfield'),
      await hub.as('nobody'),
    ];
    for (const [name, text] of Object.entries(questions)) before.set(name, await bytes(outsider, text));
    const { result } = await create(member, newItem({ restricted: true, assigneeIds: [ids.memberPerson] }));
    expect(result).toMatchObject({ __typename: 'CreateActionItemSuccess', actionItem: { isRestricted: true } });
    item = result.actionItem;
    const posted = await member.query(
      `mutation ($input: PostUpdateInput!) { result: postUpdate(input: $input) { __typename ... on PostUpdateSuccess {
         actionItem { version } update { id helpRequests { id } } } ... on InvalidInputRefusal { fields { message } } } }`,
      {
        input: {
          actionItemId: item.id,
          expectedVersion: item.version,
          status: 'BLOCKED',
          note: `${secretWord} waits.`,
          helpWantedAgencyIds: [ids.leadAgency],
        },
      },
    );
    expect(posted.result).toMatchObject({ __typename: 'PostUpdateSuccess' });
    [updateId, helpRequestId] = [posted.result.update.id, posted.result.update.helpRequests[0].id];
    const linked = await member.query(
      `mutation { result: linkDataSource(actionItemId: "${item.id}", dataSourceId: "${ids.source}") { __typename } }`,
    );
    expect(linked.result.__typename).toBe('LinkDataSourceSuccess');
    await member.query(`mutation ($input: EditActionItemInput!) { editActionItem(input: $input) { __typename } }`, {
      input: { actionItemId: item.id, expectedVersion: item.version + 1, nextStep: secretWord },
    });
  });
  afterAll(() => hub.close());

  test('whoever has a seat in it, and the chair of the workgroup, see it everywhere', async () => {
    for (const client of [member, chair]) {
      const { actionItems, search, activity } = await client.query(
        `{ actionItems(filter: { text: "${secretWord}" }) { totalCount } search(text: "${secretWord}") { totalCount }
           activity(subjectId: "${item.id}") { edges { node { action } } } }`,
      );
      expect(actionItems.totalCount).toBe(1);
      expect(search.totalCount).toBe(1);
      expect(activity.edges.length).toBeGreaterThanOrEqual(3);
    }
    expect(item.reference).toMatch(/^PS-R[0-9A-F]{5}$/);
  });

  test.each(Object.keys(questions))('for whoever is outside, %s: the same bytes with and without it', async (name) => {
    const answer = JSON.parse(before.get(name)!) as GraphqlAnswer<unknown>;
    expect(answer.errors).toBeUndefined();
    expect(await bytes(outsider, questions[name]!)).toBe(before.get(name));
  });

  const nowhere = { item: '00000000-0000-4000-8000-000000000000' };
  const acts: Record<string, (id: (type: string, real: string) => string, reference: string) => string> = {
    'its page': (_id, reference) => `{ actionItem(reference: "${reference}") { title } }`,
    'the node': (id) => `{ node(id: "${id('ActionItem', item.id)}") { id } }`,
    'the node of its update': (id) => `{ node(id: "${id('ActionItemUpdate', updateId)}") { id } }`,
    'the node of its request for help': (id) => `{ node(id: "${id('HelpRequest', helpRequestId)}") { id } }`,
    'its feed': (id) => `{ activity(subjectId: "${id('ActionItem', item.id)}") { edges { node { id } } } }`,
    'posting on it': (id) =>
      `mutation { postUpdate(input: { actionItemId: "${id('ActionItem', item.id)}", expectedVersion: 1, status: DONE, note: "x" }) { __typename ... on Refusal { message } } }`,
    'moving it': (id) =>
      `mutation { moveActionItem(input: { actionItemId: "${id('ActionItem', item.id)}", expectedVersion: 1, status: DONE }) { __typename ... on Refusal { message } } }`,
    'editing it': (id) =>
      `mutation { editActionItem(input: { actionItemId: "${id('ActionItem', item.id)}", expectedVersion: 1, title: "x" }) { __typename ... on Refusal { message } } }`,
    'opening it to the workgroup': (id) =>
      `mutation { openActionItemToWorkgroup(input: { actionItemId: "${id('ActionItem', item.id)}", expectedVersion: 1 }) { __typename ... on Refusal { message } } }`,
    'answering its request for help': (id) =>
      `mutation { answerHelpRequest(input: { helpRequestId: "${id('HelpRequest', helpRequestId)}", answer: ACCEPT }) { __typename ... on Refusal { message } } }`,
    'reopening its request for help': (id) =>
      `mutation { reopenHelpRequest(input: { helpRequestId: "${id('HelpRequest', helpRequestId)}" }) { __typename ... on Refusal { message } } }`,
    'linking a source to it': (id) =>
      `mutation { linkDataSource(actionItemId: "${id('ActionItem', item.id)}", dataSourceId: "${ids.source}") { __typename ... on Refusal { message } } }`,
    'unlinking a source from it': (id) =>
      `mutation { unlinkDataSource(actionItemId: "${id('ActionItem', item.id)}", dataSourceId: "${ids.source}") { __typename ... on Refusal { message } } }`,
  };

  test.each(Object.keys(acts))('%s answers whoever is outside like something that never was', async (name) => {
    const real = acts[name]!((_type, id) => id, item.reference);
    const invented = acts[name]!((type) => encodeId(type, nowhere.item), 'PS-RFFFFF');
    for (const client of [outsider, nobody]) {
      const [answer, control] = [await bytes(client, real), await bytes(client, invented)];
      expect(answer).toBe(control);
      expect(answer).not.toContain(secretWord);
    }
  });

  test('the next open item has the number that it would have had', async () => {
    const highest = async () =>
      (
        await hub.database.query<{ number: number }>('select max(number) as number from action_item where number > 0')
      )[0]!.number;
    const number = await highest();
    const { result } = await create(member, newItem({ title: 'Open work', assigneeIds: [ids.memberPerson] }));
    expect(result.actionItem).toMatchObject({ reference: `PS-${number + 1}`, isRestricted: false });
  });

  test('an agency or person without a seat cannot be drawn into it, for they would hear of it', async () => {
    const { result } = await create(member, newItem({ restricted: true, assigneeIds: [ids.outsiderPerson] }));
    expect(result).toMatchObject({ __typename: 'InvalidInputRefusal', fields: [{ path: 'assigneeIds.0' }] });
    const [agency] = await hub.database.query<{ id: string }>(
      `select id from agency a where not exists (select from seat join sub_group s on s.id = seat.sub_group_id and s.slug = 'public-safety' where seat.agency_id = a.id) limit 1`,
    );
    const asked = await member.query(
      `mutation { result: postUpdate(input: { actionItemId: "${item.id}", expectedVersion: 3, status: BLOCKED, note: "x", helpWantedAgencyIds: ["${encodeId('Agency', agency!.id)}"] }) {
         __typename ... on InvalidInputRefusal { message } } }`,
    );
    expect(asked.result).toMatchObject({
      __typename: 'InvalidInputRefusal',
      message: expect.stringMatching(/restricted/),
    });
  });

  test('with our own conditions taken away, row-level security alone still lets no foreign row through', async () => {
    const everything = { everything: true, subGroupIds: [] };
    const items = hub.application.get(ActionItemRepository);
    const uuid = Buffer.from(item.id, 'base64url').toString().split(':')[1]!;
    const read = (enforced: typeof everything) => inScope(everything, enforced, () => items.byIds([], [uuid]));
    expect((await read(openRowsOnly as typeof everything)).size).toBe(0);
    expect((await read(everything)).size).toBe(1);
  });

  test('and with row-level security taken away, our own conditions alone hold too', async () => {
    const everything = { everything: true, subGroupIds: [] };
    const items = hub.application.get(ActionItemRepository);
    const uuid = Buffer.from(item.id, 'base64url').toString().split(':')[1]!;
    expect((await inScope(openRowsOnly, everything, () => items.byIds([], [uuid]))).size).toBe(0);
  });

  test('opened to the workgroup, everybody sees it with what was posted', async () => {
    const opened = await chair.query(
      `mutation { result: openActionItemToWorkgroup(input: { actionItemId: "${item.id}", expectedVersion: 3 }) {
         __typename ... on EditActionItemSuccess { actionItem { isRestricted version } } } }`,
    );
    expect(opened.result).toMatchObject({ actionItem: { isRestricted: false, version: 4 } });
    const { actionItem } = await outsider.query(
      `{ actionItem(reference: "${item.reference}") { title viewerMayOpenToWorkgroup updates { totalCount } openHelpRequests { note } } }`,
    );
    expect(actionItem).toMatchObject({
      updates: { totalCount: 1 },
      openHelpRequests: [{}],
      viewerMayOpenToWorkgroup: false,
    });
    const { activity } = await outsider.query(`{ activity(subjectId: "${item.id}") { edges { node { action } } } }`);
    expect(activity.edges).toEqual([{ node: { action: 'opened to the workgroup' } }]);
  });
});
