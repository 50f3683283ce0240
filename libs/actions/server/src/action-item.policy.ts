import type { Viewer } from '@sos/platform-server';
import type { ItemStake } from './action-item.types';
import type { SqlParameters } from './sql-parameters';

/** Chairs of the workgroup and of every sub-group that carries the focus item, staff and administrators. */
const leads = (viewer: Viewer, subGroupIds: readonly string[]): boolean =>
  viewer.isWorkgroupChair ||
  viewer.isStaff ||
  viewer.isAdministrator ||
  subGroupIds.some((id) => viewer.chairedSubGroupIds.includes(id));

/** Posting an update or moving an item: those who work on it, and those who lead. */
export const mayPost = (viewer: Viewer, item: ItemStake): boolean =>
  leads(viewer, item.subGroupIds) ||
  item.assigneeIds.includes(viewer.personId) ||
  item.leadAgencyId === viewer.agencyId ||
  item.supportingAgencyIds.includes(viewer.agencyId);

/** Changing what an item is: as posting, but a supporting agency does not change it. */
export const mayEdit = (viewer: Viewer, item: ItemStake): boolean =>
  leads(viewer, item.subGroupIds) ||
  item.assigneeIds.includes(viewer.personId) ||
  item.leadAgencyId === viewer.agencyId;

/** An item to be opened. */
export interface NewItemStake {
  subGroupId: string;
  leadAgencyId: string;
}

/** Opening an item: a member of the sub-group for the own agency, and those who lead for any. */
export const mayCreate = (viewer: Viewer, item: NewItemStake): boolean =>
  viewer.isWorkgroupChair ||
  viewer.isStaff ||
  viewer.isAdministrator ||
  viewer.chairedSubGroupIds.includes(item.subGroupId) ||
  (viewer.subGroupIds.includes(item.subGroupId) && viewer.agencyId === item.leadAgencyId);

/** A request for help is answered by the agency that was asked, or by staff on its behalf. */
export const mayAnswerHelpRequest = (viewer: Viewer, request: { agencyId: string }): boolean =>
  viewer.isStaff || viewer.agencyId === request.agencyId;

/** {@link mayPost} as a condition on an item `i`. */
export function mayPostPredicate(viewer: Viewer, parameters: SqlParameters): string {
  if (leads(viewer, [])) return 'true';
  const agency = parameters.add(viewer.agencyId);
  return `(${worksOrChairs(viewer, parameters)} or i.lead_agency_id = ${agency}::uuid or exists (
    select from action_item_supporting_agency supporting
    where supporting.action_item_id = i.id and supporting.agency_id = ${agency}::uuid))`;
}

/** {@link mayEdit} as a condition on an item `i`. */
export function mayEditPredicate(viewer: Viewer, parameters: SqlParameters): string {
  if (leads(viewer, [])) return 'true';
  return `(${worksOrChairs(viewer, parameters)} or i.lead_agency_id = ${parameters.add(viewer.agencyId)}::uuid)`;
}

function worksOrChairs(viewer: Viewer, parameters: SqlParameters): string {
  const assigned = `exists (select from action_item_assignee assigned
    where assigned.action_item_id = i.id and assigned.person_id = ${parameters.add(viewer.personId)}::uuid)`;
  const chaired = `exists (select from focus_listing listed where listed.focus_item_id = i.focus_item_id
    and listed.sub_group_id = any(${parameters.add(viewer.chairedSubGroupIds)}::uuid[]))`;
  return `${assigned} or ${chaired}`;
}

export const whoPosts =
  'People who are assigned to the item or belong to its lead or supporting agencies, chairs of its sub-groups, and staff.';
export const whoEdits =
  'People who are assigned to the item or belong to its lead agency, chairs of its sub-groups, and staff.';
export const whoCreates = 'Members of the sub-group for their own agency, the sub-group’s chairs, and staff.';
export const whoAnswersHelpRequest = 'People of the agency that was asked, and staff.';
