import { Injectable } from '@nestjs/common';
import {
  Database,
  invalidInput,
  notAllowed,
  notFound,
  requireViewer,
  uuidOf,
  type HubContext,
  type Transaction,
} from '@sos/platform-server';
import { ActivityRecorder } from '@sos/activity-server';
import { mayAnswerHelpRequest, whoAnswersHelpRequest } from './action-item.policy';
import {
  HelpAnswer,
  HelpRequestState,
  type AnswerHelpRequestInput,
  type AnswerHelpRequestResult,
  type HelpRequest,
} from './help-request.types';
import { findHelpRequest, lockItemOfRequest, recordHelpAnswer } from './locked-help-request';

const stateAfter: Record<HelpAnswer, HelpRequestState> = {
  [HelpAnswer.ACCEPT]: HelpRequestState.ACCEPTED,
  [HelpAnswer.CLOSE]: HelpRequestState.CLOSED,
};

const words: Record<HelpAnswer, string> = {
  [HelpAnswer.ACCEPT]: 'agreed to help with',
  [HelpAnswer.CLOSE]: 'closed the request for help on',
};

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
      const item = await lockItemOfRequest(transaction, id);
      const before = await findHelpRequest(transaction, id);
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
      const change = { item, before, state, action: words[input.answer] };
      await recordHelpAnswer(this.activity, transaction, change, context);
      context.loaders.forget();
      return { __typename: 'AnswerHelpRequestSuccess', helpRequest: (await findHelpRequest(transaction, id))! };
    });
  }

  private async write(
    transaction: Transaction,
    before: HelpRequest,
    state: HelpRequestState,
    personId: string,
  ): Promise<void> {
    await transaction.query(
      `update help_request set state = $2, answered_by_id = $3, answered_at = now(),
         accepted_by_id = case when $2 = 'accepted' then $3::uuid else accepted_by_id end,
         accepted_at = case when $2 = 'accepted' then now() else accepted_at end
       where id = $1`,
      [before.id, state, personId],
    );
    if (before.state !== HelpRequestState.OPEN) return;
    await transaction.query(
      'update action_item set open_help_request_count = open_help_request_count - 1 where id = $1',
      [before.actionItemId],
    );
  }
}
