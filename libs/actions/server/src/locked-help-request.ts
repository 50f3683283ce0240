import type { ActivityRecorder } from '@sos/activity-server';
import { requireViewer, type HubContext, type Row, type Transaction } from '@sos/platform-server';
import { visibleItem } from './action-item.visibility';
import { helpRequestSelect } from './help-request.sql';
import type { HelpRequest, HelpRequestState } from './help-request.types';
import { SqlParameters } from './sql-parameters';

/** The item of a request as the acts on the request see it. */
export interface ItemOfRequest {
  id: string;
  title: string;
  reference: string;
  workgroupId: string;
  subGroupIds: string[];
  agencyIds: string[];
  restrictedToSubGroupId: string | null;
}

/** The item first, then its requests: updates take the locks in the same order. */
export async function lockItemOfRequest(
  transaction: Transaction,
  helpRequestId: string,
): Promise<ItemOfRequest | undefined> {
  const parameters = new SqlParameters();
  const request = parameters.add(helpRequestId);
  const [item] = await transaction.query<ItemOfRequest & Row>(
    `select i.id, i.title, i.reference, i.workgroup_id as "workgroupId",
       array(select listed.sub_group_id from focus_listing listed where listed.focus_item_id = i.focus_item_id) as "subGroupIds",
       array[i.lead_agency_id] || array(select supporting.agency_id from action_item_supporting_agency supporting
         where supporting.action_item_id = i.id) as "agencyIds",
       i.restricted_to_sub_group_id as "restrictedToSubGroupId"
     from action_item i where i.id = (select action_item_id from help_request where id = ${request})
       and ${visibleItem(parameters)} for update of i`,
    parameters.values,
  );
  return item;
}

export async function findHelpRequest(transaction: Transaction, id: string): Promise<HelpRequest | undefined> {
  const [request] = await transaction.query<HelpRequest & Row>(`${helpRequestSelect} where h.id = $1`, [id]);
  return request;
}

interface Change {
  item: ItemOfRequest;
  before: HelpRequest;
  state: HelpRequestState;
  action: string;
}

export const recordHelpAnswer = (
  activity: ActivityRecorder,
  transaction: Transaction,
  { item, before, state, action }: Change,
  context: HubContext,
): Promise<void> =>
  activity.record(transaction, requireViewer(context), {
    action,
    subjectType: 'ActionItem',
    subjectId: item.id,
    subjectLabel: item.title,
    subjectPath: `/items/${item.reference}`,
    detail: before.note,
    workgroupId: item.workgroupId,
    subGroupIds: item.subGroupIds,
    agencyIds: [...item.agencyIds, before.agency.id],
    before: { helpRequestId: before.id, state: before.state },
    after: { helpRequestId: before.id, state },
    restrictedToSubGroupId: item.restrictedToSubGroupId,
    requestId: context.requestId,
  });
