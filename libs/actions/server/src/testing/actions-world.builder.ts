import { randomBytes } from 'node:crypto';
import { encodeId, type Queryable } from '@sos/platform-server';
import { buildGoal, buildObjective } from '@sos/goals-server/testing';
import { buildAgency, buildPerson, buildRole } from '@sos/identity-server/testing';
import { buildFocusItem, buildSeat, buildSubGroup, buildWorkgroup } from '@sos/workgroup-server/testing';

/** A small workgroup in which every rule of permission has somebody to hold it; all ids are uuids. */
export interface ActionsWorld {
  workgroupId: string;
  goalId: string;
  objectiveId: string;
  /** Carried by sub-groups one and two. */
  sharedFocusId: string;
  /** Carried by sub-group three alone. */
  otherFocusId: string;
  subGroups: { one: string; two: string; three: string };
  subGroupSlugs: { one: string; two: string; three: string };
  focusSlugs: { shared: string; other: string };
  agencies: { lead: string; helping: string; other: string };
  agencyKeys: { lead: string; helping: string; other: string };
  people: Record<WorldPerson, string>;
}

export type WorldPerson =
  | 'lead'
  | 'helping'
  | 'other'
  | 'assigned'
  | 'memberOfOne'
  | 'chairOfTwo'
  | 'chairOfThree'
  | 'workgroupChair'
  | 'staff'
  | 'administrator';

export async function buildActionsWorld(database: Queryable): Promise<ActionsWorld> {
  const mark = randomBytes(3).toString('hex');
  const workgroupId = await buildWorkgroup(database);
  const subGroupSlugs = { one: `one-${mark}`, two: `two-${mark}`, three: `three-${mark}` };
  const subGroup = (slug: string, prefix: string) =>
    buildSubGroup(database, workgroupId, { slug, prefix: `${prefix}${mark.toUpperCase()}` });
  const subGroups = {
    one: await subGroup(subGroupSlugs.one, 'A'),
    two: await subGroup(subGroupSlugs.two, 'B'),
    three: await subGroup(subGroupSlugs.three, 'C'),
  };
  const focusSlugs = { shared: `shared-${mark}`, other: `other-${mark}` };
  const sharedFocusId = await buildFocusItem(database, workgroupId, [subGroups.one, subGroups.two], {
    slug: focusSlugs.shared,
  });
  const otherFocusId = await buildFocusItem(database, workgroupId, [subGroups.three], { slug: focusSlugs.other });
  const agencyKeys = { lead: `lead-${mark}`, helping: `helping-${mark}`, other: `elsewhere-${mark}` };
  const agencies = {
    lead: await buildAgency(database, { key: agencyKeys.lead }),
    helping: await buildAgency(database, { key: agencyKeys.helping }),
    other: await buildAgency(database, { key: agencyKeys.other }),
  };
  const person = (fullName: string, agencyId = agencies.other) => buildPerson(database, { fullName, agencyId });
  const people: Record<WorldPerson, string> = {
    lead: await person('Lena Lead', agencies.lead),
    helping: await person('Henry Helping', agencies.helping),
    other: await person('Olga Other'),
    assigned: await person('Asha Assigned'),
    memberOfOne: await person('Mina Member'),
    chairOfTwo: await person('Carla Two'),
    chairOfThree: await person('Cem Three'),
    workgroupChair: await person('Wanda Workgroup'),
    staff: await person('Sam Staff'),
    administrator: await person('Ada Administrator'),
  };
  const seat = (personId: string, subGroupId?: string, role: 'chair' | 'co_chair' | 'member' = 'chair') =>
    buildSeat(database, { workgroupId, subGroupId, agencyId: agencies.other, personId, role });
  await seat(people.memberOfOne, subGroups.one, 'member');
  await seat(people.chairOfTwo, subGroups.two, 'co_chair');
  await seat(people.chairOfThree, subGroups.three);
  await seat(people.workgroupChair);
  await buildRole(database, people.staff, { role: 'staff' });
  await buildRole(database, people.administrator, { role: 'administrator' });
  const goalId = await buildGoal(database, { workgroupId, number: 1 });
  const objectiveId = await buildObjective(database, { goalId, position: 1, focusItemIds: [sharedFocusId] });
  return {
    workgroupId,
    goalId,
    objectiveId,
    sharedFocusId,
    otherFocusId,
    subGroups,
    subGroupSlugs,
    focusSlugs,
    agencies,
    agencyKeys,
    people,
  };
}

/** What items of the shared focus have in common, for the item builder. */
export const sharedItemTraits = (world: ActionsWorld) => ({
  workgroupId: world.workgroupId,
  goalId: world.goalId,
  focusItemId: world.sharedFocusId,
  subGroupId: world.subGroups.one,
  leadAgencyId: world.agencies.lead,
});

export const itemId = (uuid: string): string => encodeId('ActionItem', uuid);
