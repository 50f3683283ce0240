import type { Row, Transaction } from '@sos/platform-server';
import { visibleItem } from './action-item.visibility';
import { SqlParameters } from './sql-parameters';
import type { ItemStake } from './action-item.types';
import type { ItemDetails } from './edit-action-item.rules';

/** An item as it is before an edit; nobody else can change it until the transaction ends. */
export interface LockedItem {
  reference: string;
  number: number;
  workgroupId: string;
  subGroupId: string;
  version: number;
  details: ItemDetails;
  stake: ItemStake;
}

export async function lockItemDetails(transaction: Transaction, id: string): Promise<LockedItem | null> {
  const parameters = new SqlParameters();
  const item = parameters.add(id);
  const [row] = await transaction.query<
    ItemDetails &
      Omit<LockedItem, 'details' | 'stake'> & { subGroupIds: string[]; restrictedToSubGroupId: string | null } & Row
  >(
    `select i.reference, i.number, i.workgroup_id as "workgroupId", i.sub_group_id as "subGroupId", i.version, i.title,
       i.description, i.goal_id as "goalId", i.objective_id as "objectiveId", i.focus_item_id as "focusItemId",
       i.lead_agency_id as "leadAgencyId", i.priority, i.start_on as "startOn", i.due_on as "dueOn",
       i.next_step as "nextStep", i.tags,
       array(select supporting.agency_id from action_item_supporting_agency supporting
         join agency a on a.id = supporting.agency_id where supporting.action_item_id = i.id order by a.name, a.id) as "supportingAgencyIds",
       array(select assigned.person_id from action_item_assignee assigned
         where assigned.action_item_id = i.id order by assigned.position, assigned.person_id) as "assigneeIds",
       array(select listed.sub_group_id from focus_listing listed
         where listed.focus_item_id = i.focus_item_id) as "subGroupIds",
       i.restricted_to_sub_group_id as "restrictedToSubGroupId"
     from action_item i where i.id = ${item} and ${visibleItem(parameters)} for update of i`,
    parameters.values,
  );
  if (!row) return null;
  const { reference, number, workgroupId, subGroupId, version, subGroupIds, restrictedToSubGroupId, ...details } = row;
  const { leadAgencyId, supportingAgencyIds, assigneeIds } = details;
  const stake = { leadAgencyId, supportingAgencyIds, assigneeIds, subGroupIds, restrictedToSubGroupId };
  return { reference, number, workgroupId, subGroupId, version, details, stake };
}
