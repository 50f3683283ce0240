import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import { HubRole, personColumns, requireRecentSignIn, termProblem, type Person } from '@sos/identity-server';
import {
  Calendar,
  checkInput,
  encodeId,
  invalidInput,
  notAllowed,
  notFound,
  Once,
  Outbox,
  plainText,
  requireViewer,
  uuidOf,
  ViewerSource,
  type HubContext,
  type Transaction,
  type Viewer,
} from '@sos/platform-server';
import { z } from 'zod';
import { findBody, type Body } from '../membership/body';
import { giveMembership, type Membership } from '../membership/give-membership';
import { lockSeat } from '../membership/seat-holders';
import { invitationMailTopic } from './invitation-mail';
import { invitingRule, mayInvite } from './invitation.policy';
import { InvitationRepository, isOpen } from './invitation.repository';
import { daysOfInvitation } from './invitation.rules';
import type { InvitePersonInput, InvitePersonResult } from './invitation.types';

const shape = z.object({
  email: z.email('This is no e-mail address. Check it for a missing part.').max(254).toLowerCase(),
  fullName: plainText('The name', { maximum: 200 }).nullish(),
  note: plainText('The note', { maximum: 500 }).nullish(),
});

interface KnownPerson extends Person {
  isActive: boolean;
}

/** Invites an address; somebody who is in the hub already gets the seat and the roles at once. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly once: Once,
    private readonly calendar: Calendar,
    private readonly invitations: InvitationRepository,
    private readonly outbox: Outbox,
    private readonly activity: ActivityRecorder,
    private readonly viewers: ViewerSource,
  ) {}

  invite(input: InvitePersonInput, context: HubContext): Promise<InvitePersonResult> {
    return this.once.do<InvitePersonResult, { invitationId?: string; personId?: string }>(
      { mutation: 'invitePerson', input, context },
      (transaction) => this.inviteWithin(transaction, input, context),
      {
        keep: (result) => {
          if (result.__typename === 'InvitationSuccess') return { invitationId: result.invitation.id };
          return result.__typename === 'MembershipAdded' ? { personId: result.person.id } : null;
        },
        again: (transaction, kept) => this.again(transaction, kept),
      },
    );
  }

  private async inviteWithin(
    transaction: Transaction,
    input: InvitePersonInput,
    context: HubContext,
  ): Promise<InvitePersonResult> {
    const viewer = requireViewer(context);
    const today = this.calendar.today();
    const { value, refusal } = checkInput(shape, { ...input, email: input.email.trim() });
    if (refusal) return refusal;
    const body = input.seat ? await findBody(transaction, input.seat.subGroupId) : null;
    if (input.seat && !body) return notFound('sub-group');
    const seat = input.seat && { ...bodyStake(body!), role: input.seat.role };
    const roles = [...new Set(input.roles)];
    if (!mayInvite(viewer, { seat: seat ?? null, roles })) {
      return notAllowed('You cannot invite somebody to this.', invitingRule.whoCan);
    }
    const again = roles.some(isOfTheHub) ? await requireRecentSignIn(transaction, context) : null;
    if (again) return again;
    const membership = await this.membershipOf(transaction, input, body, roles, today);
    if ('__typename' in membership) return membership;
    const known = await lockByEmail(transaction, value.email);
    if (known?.isActive) return this.add(transaction, known, membership, viewer, context);
    // Staff and administrators may know who left; to a chair the address is like any other.
    if (known && (viewer.isStaff || viewer.isAdministrator)) {
      const problem = await this.leftProblem(transaction, known, viewer);
      if (problem) return invalidInput([{ path: 'email', message: problem }]);
    }
    const open = await this.openInvitation(transaction, value.email, membership);
    if (open) {
      const message = `${value.email} is invited to this already. Send that invitation again instead.`;
      return invalidInput([{ path: 'email', message }]);
    }
    const id = await this.insert(transaction, { ...value, ...membership }, viewer);
    await this.outbox.add(transaction, invitationMailTopic, { invitationId: id });
    const invitation = (await this.invitations.byId(transaction, id))!;
    await this.activity.record(transaction, viewer, {
      action: 'invited',
      subjectType: 'Invitation',
      subjectId: id,
      subjectLabel: value.email,
      workgroupId: membership.workgroupId ?? undefined,
      subGroupIds: membership.subGroupId ? [membership.subGroupId] : [],
      agencyIds: [membership.agencyId],
      after: { ...membership, body: body?.name ?? null },
      requestId: context.requestId,
      visibleInFeed: false,
    });
    return { __typename: 'InvitationSuccess', invitation };
  }

  private async membershipOf(
    transaction: Transaction,
    input: InvitePersonInput,
    body: Body | null,
    roles: HubRole[],
    today: string,
  ): Promise<Membership | InvitePersonResult> {
    const term = { startsOn: input.startsOn ?? today, endsOn: input.endsOn ?? null };
    const problem = termProblem(term, today);
    if (problem) return invalidInput([{ path: 'endsOn', message: problem }]);
    const agencyId = uuidOf('Agency', input.agencyId);
    const [agency] = await transaction.query('select from agency where id = $1', [agencyId]);
    if (!agency) return invalidInput([{ path: 'agencyId', message: 'Choose the agency that the person works for.' }]);
    const seatId = uuidOf('Seat', input.seat?.seatId);
    if (input.seat?.seatId) {
      const seat = seatId ? await lockSeat(transaction, seatId) : undefined;
      const isMeant =
        seat?.workgroupId === body?.workgroupId &&
        seat?.subGroupId === body?.subGroupId &&
        seat?.role === input.seat.role;
      if (!seat || !isMeant || seat.personId !== null || seat.agencyId !== agencyId) {
        const message = 'This seat is not vacant any more, or is another agency’s. Choose again.';
        return invalidInput([{ path: 'seat.seatId', message }]);
      }
    }
    return {
      ...term,
      agencyId: agencyId!,
      workgroupId: body?.workgroupId ?? null,
      subGroupId: body?.subGroupId ?? null,
      seatId,
      seatRole: input.seat?.role ?? null,
      roles,
    };
  }

  private async add(
    transaction: Transaction,
    known: Person,
    membership: Membership,
    viewer: Viewer,
    context: HubContext,
  ): Promise<InvitePersonResult> {
    if (!membership.seatRole && membership.roles.length === 0) {
      const message = `${known.fullName} is in the hub already. Choose a seat or a role to add.`;
      return invalidInput([{ path: 'email', message }]);
    }
    await giveMembership(transaction, known.id, membership, viewer, this.calendar.today());
    await this.activity.record(transaction, viewer, {
      action: 'gave a seat or a role to',
      subjectType: 'Person',
      subjectId: known.id,
      subjectLabel: known.fullName,
      subjectPath: `/directory/people/${encodeId('Person', known.id)}`,
      workgroupId: membership.workgroupId ?? undefined,
      subGroupIds: membership.subGroupId ? [membership.subGroupId] : [],
      agencyIds: [membership.agencyId],
      after: membership,
      requestId: context.requestId,
      visibleInFeed: false,
    });
    context.loaders.forget();
    this.viewers.forgetPerson(known.id);
    return { __typename: 'MembershipAdded', person: known };
  }

  private async leftProblem(transaction: Transaction, known: Person, viewer: Viewer): Promise<string | null> {
    const [departure] = await transaction.query(
      `select from departure where person_id = $1 and restored_at is null and left_at > now() - interval '30 days'`,
      [known.id],
    );
    if (departure) return `${known.fullName} left the hub. An administrator can bring them back on their page.`;
    return viewer.isAdministrator
      ? null
      : `${known.fullName} left the hub. Only an administrator can invite them again.`;
  }

  private async openInvitation(transaction: Transaction, email: string, membership: Membership): Promise<boolean> {
    // Two who invite the same address at once are heard one after the other.
    await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`invitation ${email}`]);
    const found = await transaction.query(
      `select from invitation i where i.email = $1 and ${isOpen} and i.expires_at > now()
         and i.workgroup_id is not distinct from $2 and i.sub_group_id is not distinct from $3`,
      [email, membership.workgroupId, membership.subGroupId],
    );
    return found.length > 0;
  }

  private async insert(
    transaction: Transaction,
    invitation: Membership & { email: string; fullName?: string | null; note?: string | null },
    viewer: Viewer,
  ): Promise<string> {
    const [row] = await transaction.query<{ id: string }>(
      `insert into invitation (email, full_name, agency_id, workgroup_id, sub_group_id, seat_id, seat_role, roles,
         starts_on, ends_on, note, invited_by_id, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9, $10, $11, $12, now() + interval '${daysOfInvitation} days')
       returning id`,
      [
        invitation.email,
        invitation.fullName ?? '',
        invitation.agencyId,
        invitation.workgroupId,
        invitation.subGroupId,
        invitation.seatId,
        invitation.seatRole,
        invitation.roles,
        invitation.startsOn,
        invitation.endsOn,
        invitation.note ?? '',
        viewer.personId,
      ],
    );
    return row!.id;
  }

  private async again(
    transaction: Transaction,
    { invitationId, personId }: { invitationId?: string; personId?: string },
  ): Promise<InvitePersonResult> {
    if (invitationId) {
      const invitation = (await this.invitations.byId(transaction, invitationId))!;
      return { __typename: 'InvitationSuccess', invitation };
    }
    const [person] = await transaction.query<Person>(`select ${personColumns('p')} from person p where p.id = $1`, [
      personId,
    ]);
    return { __typename: 'MembershipAdded', person: person! };
  }
}

const isOfTheHub = (role: HubRole): boolean => role === HubRole.STAFF || role === HubRole.ADMINISTRATOR;

const bodyStake = ({ subGroupId, endedOn }: Body) => ({ subGroupId, bodyEndedOn: endedOn });

async function lockByEmail(transaction: Transaction, email: string): Promise<KnownPerson | undefined> {
  const [person] = await transaction.query<KnownPerson>(
    `select ${personColumns('p')}, p.deactivated_at is null as "isActive" from person p where p.email = $1 for update`,
    [email],
  );
  return person;
}
