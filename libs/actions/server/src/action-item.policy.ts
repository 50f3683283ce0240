import {
  administrator,
  both,
  chairOf,
  inPerson,
  represents,
  Rule,
  seatIn,
  staff,
  workgroupChair,
  type Ground,
  type Viewer,
} from '@sos/platform-server';
import type { ItemStake } from './action-item.types';
import type { SqlParameters } from './sql-parameters';

const openToAll: Ground<ItemStake> = {
  words: 'takes part in the workgroup, to which the item is open',
  holds: (_viewer, item) => item.restrictedToSubGroupId === null,
  asks: () => [{ kind: 'signed in' }],
};

/** Knowing of an item at all. {@link visibleItem} is the same as a condition, row-level security the wall behind it. */
export const seeingRule = new Rule<ItemStake>({
  act: 'see it',
  grounds: [
    openToAll,
    workgroupChair,
    staff,
    administrator,
    seatIn('has a seat in the sub-group to which the item is restricted', (item) =>
      item.restrictedToSubGroupId ? [item.restrictedToSubGroupId] : [],
    ),
  ],
  whoCan: 'People with a seat in the sub-group to which it is restricted, chairs of the workgroup, and staff.',
});

/** Chairs of the workgroup and of every sub-group that carries the focus item, staff and administrators. */
const leaders = [
  workgroupChair,
  staff,
  administrator,
  chairOf<ItemStake>('chairs a sub-group that carries the focus item', (item) => item.subGroupIds),
];
const assigned = inPerson<ItemStake>('is assigned to the item', (item) => item.assigneeIds);
const ofLeadAgency = represents<ItemStake>('represents the agency that leads the item', (item) => [item.leadAgencyId]);
const ofSupportingAgency = represents<ItemStake>(
  'represents an agency that supports the item',
  (item) => item.supportingAgencyIds,
);

/** Posting an update or moving an item: those who work on it, and those who lead. */
export const postingRule = new Rule<ItemStake>({
  act: 'post updates on it and move it',
  needs: seeingRule,
  grounds: [...leaders, assigned, ofLeadAgency, ofSupportingAgency],
  whoCan:
    'People who are assigned to the item or belong to its lead or supporting agencies, chairs of its sub-groups, and staff.',
});

/** Changing what an item is: as posting, but a supporting agency does not change it. */
export const editingRule = new Rule<ItemStake>({
  act: 'edit it and link data sources to it',
  needs: seeingRule,
  grounds: [...leaders, assigned, ofLeadAgency],
  whoCan: 'People who are assigned to the item or belong to its lead agency, chairs of its sub-groups, and staff.',
});

/** Opening a restricted item to the whole workgroup, which cannot be undone. */
export const openingToAllRule = new Rule<ItemStake>({
  act: 'open it to the workgroup',
  when: { holds: (item) => item.restrictedToSubGroupId !== null, otherwise: 'It is open to the workgroup already.' },
  grounds: [
    workgroupChair,
    staff,
    administrator,
    chairOf('chairs the sub-group to which the item is restricted', (item) =>
      item.restrictedToSubGroupId ? [item.restrictedToSubGroupId] : [],
    ),
  ],
  whoCan: 'Chairs of its sub-group and of the workgroup, and staff.',
});

/** An item to be opened. */
export interface NewItemStake {
  subGroupId: string;
  leadAgencyId: string;
}

/** Opening an item: a member of the sub-group for the own agency, and those who lead for any. */
export const creatingRule = new Rule<NewItemStake>({
  act: 'open an action item in it',
  grounds: [
    workgroupChair,
    staff,
    administrator,
    chairOf('chairs the sub-group', (item) => [item.subGroupId]),
    both(
      'has a seat in the sub-group and represents the agency that would lead',
      seatIn<NewItemStake>('has a seat in the sub-group', (item) => [item.subGroupId]),
      represents<NewItemStake>('represents the agency', (item) => [item.leadAgencyId]),
    ),
  ],
  whoCan: 'Members of the sub-group for their own agency, the sub-group’s chairs, and staff.',
});

/** A request for help is answered by the agency that was asked, or by staff on its behalf. */
export const answeringHelpRule = new Rule<{ agencyId: string }>({
  act: 'answer its request for help',
  grounds: [staff, represents('represents the agency that was asked', (request) => [request.agencyId])],
  whoCan: 'People of the agency that was asked, and staff.',
});

export const maySee = seeingRule.allows;
export const mayPost = postingRule.allows;
export const mayEdit = editingRule.allows;
export const mayOpenToAll = openingToAllRule.allows;
export const mayCreate = creatingRule.allows;
export const mayAnswerHelpRequest = answeringHelpRule.allows;

const leadsEverywhere = (viewer: Viewer): boolean =>
  viewer.isWorkgroupChair || viewer.isStaff || viewer.isAdministrator;

/** {@link mayPost} as a condition on an item `i`. */
export function mayPostPredicate(viewer: Viewer, parameters: SqlParameters): string {
  if (leadsEverywhere(viewer)) return 'true';
  const agencies = `any(${parameters.add(viewer.representedAgencyIds)}::uuid[])`;
  return `(${worksOrChairs(viewer, parameters)} or i.lead_agency_id = ${agencies} or exists (
    select from action_item_supporting_agency supporting
    where supporting.action_item_id = i.id and supporting.agency_id = ${agencies}))`;
}

/** {@link mayEdit} as a condition on an item `i`. */
export function mayEditPredicate(viewer: Viewer, parameters: SqlParameters): string {
  if (leadsEverywhere(viewer)) return 'true';
  return `(${worksOrChairs(viewer, parameters)} or i.lead_agency_id = any(${parameters.add(viewer.representedAgencyIds)}::uuid[]))`;
}

function worksOrChairs(viewer: Viewer, parameters: SqlParameters): string {
  const assigned = `exists (select from action_item_assignee assigned
    where assigned.action_item_id = i.id and assigned.person_id = ${parameters.add(viewer.personId)}::uuid)`;
  const chaired = `exists (select from focus_listing listed where listed.focus_item_id = i.focus_item_id
    and listed.sub_group_id = any(${parameters.add(viewer.chairedSubGroupIds)}::uuid[]))`;
  return `${assigned} or ${chaired}`;
}

export const whoPosts = postingRule.whoCan;
export const whoEdits = editingRule.whoCan;
export const whoOpensToAll = openingToAllRule.whoCan;
export const whoCreates = creatingRule.whoCan;
export const whoAnswersHelpRequest = answeringHelpRule.whoCan;
