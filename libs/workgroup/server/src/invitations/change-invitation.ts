import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import {
  Database,
  invalidInput,
  notAllowed,
  notFound,
  Outbox,
  requireViewer,
  uuidOf,
  type HubContext,
  type Transaction,
} from '@sos/platform-server';
import { invitationMailTopic } from './invitation-mail';
import { invitingRule, mayInvite } from './invitation.policy';
import { InvitationRepository, stakeOf, type InvitationRow } from './invitation.repository';
import { daysOfInvitation, mostMails } from './invitation.rules';
import type { InvitationInput, InvitationResult } from './invitation.types';

/** Revokes an invitation, or sends it again under a new link. */
@Injectable()
export class ChangeInvitation {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationRepository,
    private readonly outbox: Outbox,
    private readonly activity: ActivityRecorder,
  ) {}

  revoke(input: InvitationInput, context: HubContext): Promise<InvitationResult> {
    return this.change(input, context, 'revoked the invitation of', async (transaction, { id, state }) => {
      if (state === 'accepted') return 'It has been accepted: change the seat or the roles on the person’s page.';
      if (state === 'revoked') return 'It was revoked already.';
      await transaction.query('update invitation set revoked_at = now(), revoked_by_id = $2 where id = $1', [
        id,
        requireViewer(context).personId,
      ]);
      await transaction.query('delete from invitation_token where invitation_id = $1', [id]);
      return null;
    });
  }

  /** Also brings back what was revoked or has expired: links of before stay dead, the days begin anew. */
  resend(input: InvitationInput, context: HubContext): Promise<InvitationResult> {
    return this.change(input, context, 'sent the invitation again to', async (transaction, row) => {
      if (row.state === 'accepted') return 'It has been accepted already.';
      if (row.wasJustMailed && row.state === 'open') return 'It was sent a moment ago. Give it a minute to arrive.';
      if (row.mailCount >= mostMails) return `It was sent ${mostMails} times. Ask the person for another address.`;
      const [other] = await transaction.query(
        `select from invitation i where i.email = $2 and i.id <> $1 and i.accepted_at is null and i.revoked_at is null
           and i.expires_at > now() and i.workgroup_id is not distinct from $3 and i.sub_group_id is not distinct from $4`,
        [row.id, row.email, row.workgroupId, row.subGroupId],
      );
      if (other) return 'There is a newer invitation to the same. Send that one again instead.';
      await transaction.query('delete from invitation_token where invitation_id = $1', [row.id]);
      await transaction.query(
        `update invitation set expires_at = now() + interval '${daysOfInvitation} days', revoked_at = null,
           revoked_by_id = null, mailed_at = null where id = $1`,
        [row.id],
      );
      await this.outbox.add(transaction, invitationMailTopic, { invitationId: row.id });
      return null;
    });
  }

  private async change(
    { invitationId }: InvitationInput,
    context: HubContext,
    action: string,
    work: (transaction: Transaction, row: InvitationRow) => Promise<string | null>,
  ): Promise<InvitationResult> {
    const viewer = requireViewer(context);
    const id = uuidOf('Invitation', invitationId);
    if (!id) return notFound('invitation');
    return this.database.transaction(async (transaction) => {
      const row = await this.invitations.lock(transaction, id);
      // Who may not give it does not learn that there is one. One to a body that has ended is still revoked.
      if (!row || !mayInvite(viewer, stakeOf({ ...row, bodyEndedOn: null }))) return notFound('invitation');
      if (row.bodyEndedOn !== null && action.startsWith('sent')) {
        return notAllowed('Its body has ended, so nobody is invited to it any more.', invitingRule.whoCan);
      }
      const problem = await work(transaction, row);
      if (problem) return invalidInput([{ path: 'invitationId', message: problem }]);
      await this.activity.record(transaction, viewer, {
        action,
        subjectType: 'Invitation',
        subjectId: id,
        subjectLabel: row.email,
        workgroupId: row.workgroupId ?? undefined,
        subGroupIds: row.subGroupId ? [row.subGroupId] : [],
        agencyIds: [row.agency.id],
        requestId: context.requestId,
        visibleInFeed: false,
      });
      return { __typename: 'InvitationSuccess', invitation: (await this.invitations.byId(transaction, id))! };
    });
  }
}
