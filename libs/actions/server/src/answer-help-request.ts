import { Injectable } from '@nestjs/common';
import {
  Database,
  invalidInput,
  notAllowed,
  notFound,
  requireViewer,
  uuidOf,
  type HubContext,
  type Row,
  type Transaction,
} from '@sos/platform-server';
import { ActivityRecorder } from '@sos/activity-server';
import { mayAnswerHelpRequest, whoAnswersHelpRequest } from './action-item.policy';
import { visibleItem } from './action-item.visibility';
import { helpRequestSelect } from './help-request.sql';
import {
  HelpAnswer,
  HelpRequestState,
  type AnswerHelpRequestInput,
  type AnswerHelpRequestResult,
  type HelpRequest,
} from './help-request.types';
import { SqlParameters } from './sql-parameters';

const stateAfter: Record<HelpAnswer, HelpRequestState> = {
  [HelpAnswer.ACCEPT]: HelpRequestState.ACCEPTED,
  [HelpAnswer.CLOSE]: HelpRequestState.CLOSED,
};

const words: Record<HelpAnswer, string> = {
  [HelpAnswer.ACCEPT]: 'agreed to help with',
  [HelpAnswer.CLOSE]: 'closed the request for help on',
};

interface LockedItem {
  id: string;
  title: string;
  reference: string;
  workgroupId: string;
  subGroupIds: string[];
  agencyIds: string[];
  restrictedToSubGroupId: string | null;
}

/** The agency that was asked says whether it helps. Answering twice the same way changes nothing. */
@Injectable()
export class AnswerHelpRequest {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityRecorder,
  ) {}

  async answer(input: AnswerHelpRequestInput, context: HubContext): Promise<AnswerHelpRequestResult> {
    const viewer = requireViewer(context);
    const id = uuidOf('HelpRequest', input.helpRequestId);
    if (!id) return notFound('request for help');
    return this.database.transaction(async (transaction) => {
      const item = await this.lockItem(transaction, id);
      const before = await this.find(transaction, id);
      if (!item || !before) return notFound('request for help');
      if (!mayAnswerHelpRequest(viewer, { agencyId: before.agency.id })) {
        return notAllowed(`This request is addressed to ${before.agency.name}.`, whoAnswersHelpRequest);
      }
      const state = stateAfter[input.answer];
      if (before.state === state) return { __typename: 'AnswerHelpRequestSuccess', helpRequest: before };
      if (before.state === HelpRequestState.CLOSED) {
        const message = 'This request is closed already. If help is still wanted, ask again with an update.';
        return invalidInput([{ path: 'answer', message }]);
      }
      await this.write(transaction, before, state, viewer.personId);
      await this.activity.record(transaction, viewer, {
        action: words[input.answer],
        subjectType: 'ActionItem',
        subjectId: item.id,
        subjectLabel: item.title,
        subjectPath: `/items/${item.reference}`,
        detail: before.note,
        workgroupId: item.workgroupId,
        subGroupIds: item.subGroupIds,
        agencyIds: [...item.agencyIds, before.agency.id],
        before: { helpRequestId: id, state: before.state },
        after: { helpRequestId: id, state },
        restrictedToSubGroupId: item.restrictedToSubGroupId,
        requestId: context.requestId,
      });
      context.loaders.forget();
      return { __typename: 'AnswerHelpRequestSuccess', helpRequest: (await this.find(transaction, id))! };
    });
  }

  /** The item first, then its requests: updates take the locks in the same order. */
  private async lockItem(transaction: Transaction, helpRequestId: string): Promise<LockedItem | undefined> {
    const parameters = new SqlParameters();
    const request = parameters.add(helpRequestId);
    const [item] = await transaction.query<LockedItem & Row>(
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

  private async find(transaction: Transaction, id: string): Promise<HelpRequest | undefined> {
    const [request] = await transaction.query<HelpRequest & Row>(`${helpRequestSelect} where h.id = $1`, [id]);
    return request;
  }

  private async write(
    transaction: Transaction,
    before: HelpRequest,
    state: HelpRequestState,
    personId: string,
  ): Promise<void> {
    await transaction.query(
      'update help_request set state = $2, answered_by_id = $3, answered_at = now() where id = $1',
      [before.id, state, personId],
    );
    if (before.state !== HelpRequestState.OPEN) return;
    await transaction.query(
      'update action_item set open_help_request_count = open_help_request_count - 1 where id = $1',
      [before.actionItemId],
    );
  }
}
