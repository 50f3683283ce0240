import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildActionItem,
  buildActionsWorld,
  itemId,
  sharedItemTraits,
  type ActionItemTraits,
  type ActionsWorld,
  type WorldPerson,
} from '@sos/actions-server/testing';
import { buildGoal, buildObjective } from '@sos/goals-server/testing';
import { buildPerson } from '@sos/identity-server/testing';
import { encodeId } from '@sos/platform-server';
import { buildFocusItem } from '@sos/workgroup-server/testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let world: ActionsWorld;
beforeAll(async () => {
  hub = await startTestHub();
  world = await buildActionsWorld(hub.database);
});
afterAll(() => hub.close());

const itemFields = `reference title description status priority startOn dueOn nextStep tags version
  goal { number } objective { key } focusItem { slug } subGroup { slug } subGroups { slug }
  leadAgency { key } supportingAgencies { key } assignees { fullName }`;
const refusals = `... on NotAllowedRefusal { message whoCan } ... on InvalidInputRefusal { fields { path message } }`;
const create = `mutation ($input: CreateActionItemInput!) { result: createActionItem(input: $input) {
  __typename ... on CreateActionItemSuccess { actionItem { ${itemFields} } } ${refusals} } }`;
const edit = `mutation ($input: EditActionItemInput!) { result: editActionItem(input: $input) {
  __typename ... on EditActionItemSuccess { actionItem { ${itemFields} } }
  ... on StaleActionItemRefusal { message current { title version } } ${refusals} } }`;

async function ask(person: WorldPerson, text: string, input: object) {
  const client = await hub.as(world.people[person]);
  const { result } = await client.query(text, { input });
  return result;
}
const agency = (name: keyof ActionsWorld['agencies']) => encodeId('Agency', world.agencies[name]);
const newItem = (more: object = {}) => ({
  title: 'Stock naloxone in court buildings',
  goalId: encodeId('Goal', world.goalId),
  focusItemId: encodeId('FocusItem', world.sharedFocusId),
  subGroupId: encodeId('SubGroup', world.subGroups.one),
  leadAgencyId: agency('other'),
  ...more,
});

describe('opening an item', () => {
  test('gives it the next reference of its sub-group, and leaves a trail', async () => {
    const first = await ask('memberOfOne', create, newItem());
    const result = await ask(
      'memberOfOne',
      create,
      newItem({
        description: 'Boxes and training.',
        objectiveId: encodeId('Objective', world.objectiveId),
        supportingAgencyIds: [agency('helping'), agency('lead')],
        assigneeIds: [encodeId('Person', world.people.assigned), encodeId('Person', world.people.memberOfOne)],
        priority: 'HIGH',
        startOn: '2026-11-01',
        dueOn: '2027-02-01',
        nextStep: 'Call the courts.',
        tags: ['courts', ' naloxone ', 'courts'],
      }),
    );
    expect(result.__typename).toBe('CreateActionItemSuccess');
    const numberOf = (reference: string) => Number(reference.split('-')[1]);
    expect(numberOf(result.actionItem.reference)).toBe(numberOf(first.actionItem.reference) + 1);
    expect(result.actionItem).toMatchObject({
      title: 'Stock naloxone in court buildings',
      description: 'Boxes and training.',
      status: 'NOT_STARTED',
      priority: 'HIGH',
      startOn: '2026-11-01',
      dueOn: '2027-02-01',
      nextStep: 'Call the courts.',
      tags: ['courts', 'naloxone'],
      version: 1,
      goal: { number: 1 },
      objective: { key: '1.1' },
      focusItem: { slug: world.focusSlugs.shared },
      subGroup: { slug: world.subGroupSlugs.one },
      leadAgency: { key: world.agencyKeys.other },
      supportingAgencies: [{ key: world.agencyKeys.helping }, { key: world.agencyKeys.lead }],
      assignees: [{ fullName: 'Asha Assigned' }, { fullName: 'Mina Member' }],
    });
    expect(result.actionItem.subGroups).toHaveLength(2);
    const [entry] = await hub.database.query('select * from audit_entry where subject_path = $1', [
      `/items/${result.actionItem.reference}`,
    ]);
    expect(entry).toMatchObject({
      actor_label: 'Mina Member',
      action: 'opened',
      subject_label: 'Stock naloxone in court buildings',
      before: null,
      after: { title: 'Stock naloxone in court buildings', reference: result.actionItem.reference },
    });
    expect(entry!.sub_group_ids.sort()).toEqual([world.subGroups.one, world.subGroups.two].sort());
  });

  test('gives each of many at once a reference of its own', async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => ask('memberOfOne', create, newItem())));
    const references = results.map((result) => result.actionItem.reference);
    expect(new Set(references).size).toBe(12);
  });

  test('is for members with their own agency, chairs of the sub-group and staff', async () => {
    const outcomes: Partial<Record<WorldPerson, string>> = {};
    for (const person of Object.keys(world.people) as WorldPerson[]) {
      outcomes[person] = (await ask(person, create, newItem({ leadAgencyId: agency('lead') }))).__typename;
    }
    const [yes, no] = ['CreateActionItemSuccess', 'NotAllowedRefusal'];
    expect(outcomes).toEqual({
      lead: no,
      helping: no,
      other: no,
      assigned: no,
      memberOfOne: no,
      chairOfTwo: no,
      chairOfThree: no,
      workgroupChair: yes,
      staff: yes,
      administrator: yes,
    });
    const ofTwo = newItem({ leadAgencyId: agency('lead'), subGroupId: encodeId('SubGroup', world.subGroups.two) });
    expect((await ask('chairOfTwo', create, ofTwo)).__typename).toBe(yes);
    const refused = await ask('lead', create, newItem());
    expect(refused.whoCan).toContain('Members of the sub-group');
  });

  test.each<[string, () => Promise<object> | object, string[]]>([
    ['no title', () => ({ title: ' ' }), ['title']],
    ['a long title', () => ({ title: 'x'.repeat(201) }), ['title']],
    ['too many tags', () => ({ tags: Array.from({ length: 11 }, (_, index) => `tag ${index}`) }), ['tags']],
    ['an empty tag', () => ({ tags: ['fine', ''] }), ['tags.1']],
    ['a goal that is none', () => ({ goalId: 'nothing' }), ['goalId']],
    [
      'a goal that has ended',
      async () => ({
        goalId: encodeId(
          'Goal',
          await buildGoal(hub.database, { workgroupId: world.workgroupId, endedOn: '2024-01-01' }),
        ),
      }),
      ['goalId'],
    ],
    ['a goal of another body', async () => ({ goalId: encodeId('Goal', await buildGoal(hub.database)) }), ['goalId']],
    [
      'an objective of another goal',
      async () => ({ objectiveId: encodeId('Objective', await buildObjective(hub.database)) }),
      ['objectiveId'],
    ],
    [
      'a focus item of another sub-group',
      () => ({ focusItemId: encodeId('FocusItem', world.otherFocusId) }),
      ['focusItemId'],
    ],
    ['a sub-group that is none', () => ({ subGroupId: encodeId('Goal', world.goalId) }), ['subGroupId']],
    [
      'agencies that are none',
      () => ({ leadAgencyId: 'x', supportingAgencyIds: ['y'] }),
      ['leadAgencyId', 'supportingAgencyIds.0'],
    ],
    [
      'somebody who has left',
      async () => ({ assigneeIds: [encodeId('Person', await buildPerson(hub.database, { isDeactivated: true }))] }),
      ['assigneeIds.0'],
    ],
    ['a due date before the start', () => ({ startOn: '2026-12-02', dueOn: '2026-12-01' }), ['dueOn']],
  ])('points at %s', async (_case, more, paths) => {
    const result = await ask('staff', create, newItem(await more()));
    expect(result.__typename).toBe('InvalidInputRefusal');
    expect(result.fields.map((field: { path: string }) => field.path)).toEqual(paths);
  });

  test('takes no date that the calendar lacks', async () => {
    const client = await hub.as(world.people.staff);
    const { errors } = await client.send(create, { input: newItem({ dueOn: '2026-02-30' }) });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('editing an item', () => {
  const build = (more: ActionItemTraits = {}) =>
    buildActionItem(hub.database, {
      ...sharedItemTraits(world),
      objectiveId: world.objectiveId,
      supportingAgencyIds: [world.agencies.helping],
      assigneeIds: [world.people.assigned],
      dueOn: '2026-12-01',
      tags: ['jail'],
      ...more,
    });
  const change = (item: { id: string }, more: object) => ({
    actionItemId: itemId(item.id),
    expectedVersion: 1,
    ...more,
  });

  test('changes what is named, leaves the rest, and says so', async () => {
    const item = await build({ title: 'Before' });
    const result = await ask(
      'lead',
      edit,
      change(item, {
        title: 'After',
        dueOn: null,
        objectiveId: null,
        nextStep: 'Call them.',
        supportingAgencyIds: [agency('other')],
        assigneeIds: [encodeId('Person', world.people.lead), encodeId('Person', world.people.assigned)],
      }),
    );
    expect(result.actionItem).toMatchObject({
      title: 'After',
      dueOn: null,
      objective: null,
      nextStep: 'Call them.',
      tags: ['jail'],
      version: 2,
      goal: { number: 1 },
      supportingAgencies: [{ key: world.agencyKeys.other }],
      assignees: [{ fullName: 'Lena Lead' }, { fullName: 'Asha Assigned' }],
    });
    const [entry] = await hub.database.query('select * from audit_entry where subject_id = $1', [item.id]);
    expect(entry).toMatchObject({
      action: 'edited',
      subject_label: 'After',
      detail: 'Changed title, objective, supporting agencies, people assigned, due date and next step.',
      before: { title: 'Before', dueOn: '2026-12-01', version: 1 },
      after: { title: 'After', dueOn: null, nextStep: 'Call them.', version: 2 },
    });
  });

  test('that changes nothing is no change', async () => {
    const item = await build();
    const result = await ask('lead', edit, change(item, { tags: ['jail'], dueOn: '2026-12-01' }));
    expect(result.actionItem.version).toBe(1);
    expect(await hub.database.query('select 1 from audit_entry where subject_id = $1', [item.id])).toEqual([]);
  });

  test('is refused as stale, with the item as it is', async () => {
    const item = await build();
    const titles = Array.from({ length: 10 }, (_, index) => `Title ${index}`);
    const results = await Promise.all(titles.map((title) => ask('lead', edit, change(item, { title }))));
    const successes = results.filter((result) => result.__typename === 'EditActionItemSuccess');
    expect(successes).toHaveLength(1);
    for (const result of results.filter((one) => one !== successes[0])) {
      expect(result).toMatchObject({
        __typename: 'StaleActionItemRefusal',
        current: { title: successes[0].actionItem.title, version: 2 },
      });
    }
  });

  test('is for the lead agency, those assigned, and those who lead', async () => {
    const outcomes: Partial<Record<WorldPerson, string>> = {};
    for (const person of Object.keys(world.people) as WorldPerson[]) {
      outcomes[person] = (await ask(person, edit, change(await build(), { title: person }))).__typename;
    }
    const [yes, no] = ['EditActionItemSuccess', 'NotAllowedRefusal'];
    expect(outcomes).toEqual({
      lead: yes,
      helping: no,
      other: no,
      assigned: yes,
      memberOfOne: no,
      chairOfTwo: yes,
      chairOfThree: no,
      workgroupChair: yes,
      staff: yes,
      administrator: yes,
    });
  });

  test.each<[string, () => Promise<object> | object, string[]]>([
    ['an emptied title', () => ({ title: null }), ['title']],
    ['an emptied goal and agency', () => ({ goalId: null, leadAgencyId: null }), ['goalId', 'leadAgencyId']],
    [
      'another goal under the same objective',
      async () => ({ goalId: encodeId('Goal', await buildGoal(hub.database, { workgroupId: world.workgroupId })) }),
      ['objectiveId'],
    ],
    [
      'a focus item that its sub-group does not carry',
      () => ({ focusItemId: encodeId('FocusItem', world.otherFocusId) }),
      ['focusItemId'],
    ],
    ['a supporting agency that leads', () => ({ leadAgencyId: agency('helping') }), ['supportingAgencyIds.0']],
    ['a start after the due date', () => ({ startOn: '2026-12-24' }), ['dueOn']],
  ])('points at %s', async (_case, more, paths) => {
    const item = await build();
    const result = await ask('staff', edit, change(item, await more()));
    expect(result.__typename).toBe('InvalidInputRefusal');
    expect(result.fields.map((field: { path: string }) => field.path)).toEqual(paths);
  });

  test('moves an item to another focus, goal and objective of its sub-group', async () => {
    const focusItemId = await buildFocusItem(hub.database, world.workgroupId, [world.subGroups.one]);
    const goalId = await buildGoal(hub.database, { workgroupId: world.workgroupId, number: 9 });
    const objectiveId = await buildObjective(hub.database, { goalId, position: 2 });
    const result = await ask(
      'chairOfTwo',
      edit,
      change(await build(), {
        focusItemId: encodeId('FocusItem', focusItemId),
        goalId: encodeId('Goal', goalId),
        objectiveId: encodeId('Objective', objectiveId),
      }),
    );
    expect(result.actionItem).toMatchObject({
      goal: { number: 9 },
      objective: { key: '9.2' },
      subGroups: [{ slug: world.subGroupSlugs.one }],
    });
  });

  test('leaves alone what has ended since', async () => {
    const goalId = await buildGoal(hub.database, { workgroupId: world.workgroupId, endedOn: '2024-01-01' });
    const result = await ask(
      'lead',
      edit,
      change(await build({ goalId, objectiveId: undefined }), { nextStep: 'Close it.' }),
    );
    expect(result.__typename).toBe('EditActionItemSuccess');
  });

  test('of what does not exist is refused', async () => {
    expect((await ask('staff', edit, { actionItemId: 'nothing', expectedVersion: 1 })).__typename).toBe(
      'NotFoundRefusal',
    );
    const missing = { id: '00000000-0000-4000-8000-000000000000' };
    expect((await ask('staff', edit, change(missing, {}))).__typename).toBe('NotFoundRefusal');
  });
});
