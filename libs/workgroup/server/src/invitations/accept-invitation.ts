import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import { hashOfToken, SignInDoor, SignInService, type StartedSession } from '@sos/identity-server';
import {
  Calendar,
  checkInput,
  Database,
  invalidInput,
  plainText,
  ViewerSource,
  type HubContext,
  type Queryable,
  type Transaction,
} from '@sos/platform-server';
import { z } from 'zod';
import { giveMembership } from '../membership/give-membership';
import type { AcceptInvitationInput, AcceptInvitationResult, OfferedMembership } from './accept-invitation.types';
import { mayInvite } from './invitation.policy';
import { InvitationRepository, stakeOf, type InvitationRow } from './invitation.repository';

const shape = z.object({
  fullName: plainText('Your name', { minimum: 1, maximum: 200 }),
  jobTitle: plainText('Your job title', { maximum: 200 }).nullish(),
});

interface Guest {
  personId: string;
  fullName: string;
  isNew: boolean;
}

/** Whoever holds the link has proved the address: it makes the person, once, or adds to the one that is there. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly invitations: InvitationRepository,
    private readonly viewers: ViewerSource,
    private readonly signIn: SignInService,
    private readonly door: SignInDoor,
    private readonly activity: ActivityRecorder,
  ) {}

  /** Reads only: looking at an invitation uses nothing up. */
  async offered(token: string): Promise<OfferedMembership | null> {
    const row = await this.byToken(this.database, token);
    if (row?.state !== 'open') return null;
    const known = await this.database.query('select from person where email = $1 and deactivated_at is null', [
      row.email,
    ]);
    return {
      email: row.email,
      fullName: row.fullName,
      agencyName: row.agency.name,
      bodyName: row.bodyName,
      seatRole: row.seatRole,
      roles: row.roles,
      endsOn: row.endsOn,
      invitedByName: row.invitedBy.fullName,
      expiresAt: row.expiresAt,
      isKnown: known.length > 0,
    };
  }

  async accept(input: AcceptInvitationInput, context: HubContext): Promise<AcceptInvitationResult> {
    const { value, refusal } = checkInput(shape, input);
    if (refusal) return refusal;
    const way = this.door.wayIn('invitation', context.request);
    const outcome = await this.database.transaction(
      async (transaction): Promise<AcceptInvitationResult | { session: StartedSession | null; guest: Guest }> => {
        const found = await this.byToken(transaction, input.token);
        const row = found && (await this.invitations.lock(transaction, found.id));
        if (row?.state !== 'open') return noLonger;
        const today = this.calendar.today();
        if (row.endsOn !== null && row.endsOn < today) return noLonger;
        // The inviter's roles may have ended since: nobody gives what they could not give today.
        const inviter = await this.viewers.ofPerson(row.invitedBy.id, transaction);
        if (!inviter || !mayInvite(inviter, stakeOf(row))) return noLonger;
        const guest = await this.guestOf(transaction, row, value, inviter.isAdministrator);
        if (!guest) return leftBefore;
        await giveMembership(transaction, guest.personId, { ...row, agencyId: row.agency.id }, inviter, today);
        await transaction.query('update invitation set accepted_at = now(), accepted_by_id = $2 where id = $1', [
          row.id,
          guest.personId,
        ]);
        await transaction.query('delete from invitation_token where invitation_id = $1', [row.id]);
        await this.trail(transaction, row, guest, context);
        // Somebody who is here signs in the way they do: a link must not stand in for their passkey.
        return { session: guest.isNew ? await this.signIn.begin(transaction, guest, way) : null, guest };
      },
    );
    if ('__typename' in outcome) return outcome;
    if (outcome.session) this.door.open(context.response, outcome.session, way);
    context.loaders.forget();
    this.viewers.forgetPerson(outcome.guest.personId);
    return { __typename: 'AcceptInvitationSuccess', isSignedIn: outcome.session !== null };
  }

  private async byToken(database: Queryable, token: string): Promise<InvitationRow | null> {
    if (!/^[\w-]{43}$/.test(token)) return null;
    const [known] = await database.query<{ id: string }>(
      'select invitation_id as id from invitation_token where token_hash = $1',
      [hashOfToken(token)],
    );
    return known ? ((await this.invitations.byId(database, known.id)) ?? null) : null;
  }

  /** @returns null for somebody who left and whom only an administrator's invitation lets in again. */
  private async guestOf(
    transaction: Transaction,
    row: InvitationRow,
    { fullName, jobTitle }: z.output<typeof shape>,
    isOfAdministrator: boolean,
  ): Promise<Guest | null> {
    const [made] = await transaction.query<{ id: string }>(
      `insert into person (email, full_name, job_title, agency_id) values ($1, $2, $3, $4)
       on conflict (email) do nothing returning id`,
      [row.email, fullName, jobTitle ?? '', row.agency.id],
    );
    if (made) return { personId: made.id, fullName, isNew: true };
    const [known] = await transaction.query<{ id: string; fullName: string; isActive: boolean }>(
      `select id, full_name as "fullName", deactivated_at is null as "isActive" from person where email = $1 for update`,
      [row.email],
    );
    if (known!.isActive) return { personId: known!.id, fullName: known!.fullName, isNew: false };
    if (!isOfAdministrator) return null;
    await transaction.query(
      'update person set deactivated_at = null, full_name = $2, job_title = $3, agency_id = $4 where id = $1',
      [known!.id, fullName, jobTitle ?? '', row.agency.id],
    );
    await transaction.query('update departure set restored_at = now() where person_id = $1 and restored_at is null', [
      known!.id,
    ]);
    return { personId: known!.id, fullName, isNew: false };
  }

  private trail(transaction: Transaction, row: InvitationRow, guest: Guest, context: HubContext): Promise<void> {
    return this.activity.record(transaction, guest, {
      action: 'accepted the invitation of',
      subjectType: 'Person',
      subjectId: row.invitedBy.id,
      subjectLabel: row.invitedBy.fullName,
      workgroupId: row.workgroupId ?? undefined,
      subGroupIds: row.subGroupId ? [row.subGroupId] : [],
      agencyIds: [row.agency.id],
      after: {
        invitationId: row.id,
        personId: guest.personId,
        email: row.email,
        seatRole: row.seatRole,
        body: row.bodyName,
        roles: row.roles,
      },
      requestId: context.requestId,
      visibleInFeed: false,
    });
  }
}

const noLonger = {
  __typename: 'NotFoundRefusal' as const,
  message: 'This invitation was used, taken back or has expired. Ask whoever invited you for a new one.',
};

const leftBefore = invalidInput([
  {
    path: 'token',
    message: 'You took part before and left. An administrator of the hub must invite you again: see Help and contact.',
  },
]);
