import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
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
import type { WorkStatus } from './action-item.types';
import { mayAnswerHelpRequest, whoAnswersHelpRequest } from './action-item.policy';
import {
  HelpRequestState,
  type AnswerHelpRequestResult,
  type HelpRequest,
  type ReopenHelpRequestInput,
} from './help-request.types';
import { findHelpRequest, lockItemOfRequest, recordHelpAnswer } from './locked-help-request';
import { endsHelp } from './work-status.rules';

/** Takes back that a request was closed: it stands as it did before. What is not closed stays as it is. */
@Injectable()
export class ReopenHelpRequest {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityRecorder,
  ) {}

  async reopen(input: ReopenHelpRequestInput, context: HubContext): Promise<AnswerHelpRequestResult> {
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
      if (before.state !== HelpRequestState.CLOSED)
        return { __typename: 'AnswerHelpRequestSuccess', helpRequest: before };
      const moot = await mootBecause(transaction, before);
      if (moot) return invalidInput([{ path: 'helpRequestId', message: moot }]);
      const state = await reopen(transaction, before);
      const change = { item, before, state, action: 'reopened the request for help on' };
      await recordHelpAnswer(this.activity, transaction, change, context);
      context.loaders.forget();
      return { __typename: 'AnswerHelpRequestSuccess', helpRequest: (await findHelpRequest(transaction, id))! };
    });
  }
}

/** Why nobody waits for it any more. An update that closed the request itself has the same time as its closing. */
async function mootBecause(
  transaction: Transaction,
  { id, actionItemId, agency }: HelpRequest,
): Promise<string | null> {
  const asked = await transaction.query(
    `select from help_request again join help_request h on h.id = $1
     where again.action_item_id = h.action_item_id and again.agency_id = h.agency_id and again.id <> h.id
       and (again.state <> 'closed' or again.requested_at >= h.answered_at)`,
    [id],
  );
  if (asked.length > 0) return `${agency.name} was asked again since. Answer the newer request.`;
  const updates = await transaction.query<{ before: WorkStatus; after: WorkStatus }>(
    `select coalesce(u.previous_status, u.status) as before, u.status as after from action_item_update u
     where u.action_item_id = $2 and u.posted_at >= (select answered_at from help_request where id = $1)`,
    [id, actionItemId],
  );
  return updates.some(({ before, after }) => endsHelp(before, after))
    ? 'The item is done or goes on without help since. If help is wanted after all, ask again with an update.'
    : null;
}

async function reopen(transaction: Transaction, { id, actionItemId }: HelpRequest): Promise<HelpRequestState> {
  const [reopened] = await transaction.query<{ state: HelpRequestState }>(
    `update help_request set state = case when accepted_at is null then 'open' else 'accepted' end,
       answered_by_id = accepted_by_id, answered_at = accepted_at where id = $1 returning state`,
    [id],
  );
  if (reopened!.state === HelpRequestState.OPEN) {
    await transaction.query(
      'update action_item set open_help_request_count = open_help_request_count + 1 where id = $1',
      [actionItemId],
    );
  }
  return reopened!.state;
}
