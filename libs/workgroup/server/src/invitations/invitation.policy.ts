import { grantingRule, type HubRole } from '@sos/identity-server';
import { administrator, Rule, type Ground, type Viewer } from '@sos/platform-server';
import { mayFillSeat, type SeatStake } from '../membership/seat.policy';

/** What an invitation would give. */
export interface InvitationStake {
  /** Null: no seat. */
  seat: SeatStake | null;
  roles: readonly HubRole[];
}

const givesAll = (viewer: Viewer, { seat, roles }: InvitationStake): boolean =>
  (seat === null || mayFillSeat(viewer, seat)) && roles.every((role) => grantingRule.allows(viewer, { role }));

/** Whoever invites gives nothing that they could not give to somebody who is here already. */
const staffWhoGiveIt: Ground<InvitationStake> = {
  words: 'is of the workgroup’s staff, who invite to everything but staff and administrators',
  holds: (viewer, stake) => viewer.isStaff && givesAll(viewer, stake),
  asks: () => [{ kind: 'staff' }],
};

const chairsOfTheBody: Ground<InvitationStake> = {
  words: 'chairs the body of the seat, and so invites to its seats',
  holds: (viewer, stake) => stake.seat !== null && stake.roles.length === 0 && mayFillSeat(viewer, stake.seat),
  asks: ({ seat }) =>
    seat?.subGroupId ? [{ kind: 'chair', subGroupIds: [seat.subGroupId] }] : [{ kind: 'workgroup chair' }],
};

/** Inviting to it, seeing the invitation, sending it again and revoking it. */
export const invitingRule = new Rule<InvitationStake>({
  act: 'invite people',
  when: {
    holds: ({ seat }) => seat === null || seat.bodyEndedOn === null,
    otherwise: 'its body has ended, so nobody is invited to it any more',
  },
  grounds: [administrator, staffWhoGiveIt, chairsOfTheBody],
  whoCan: 'Chairs for the seats of their body; staff; administrators, who alone invite staff and administrators.',
});

export const mayInvite = invitingRule.allows;

/** {@link mayInvite} as a condition on an invitation `i` with its sub-group `g`, but for the ends of bodies. */
export function mayInvitePredicate(viewer: Viewer, parameter: (value: unknown) => string): string {
  if (viewer.isAdministrator) return 'true';
  if (viewer.isStaff) return `not (i.roles && '{staff,administrator}')`;
  const subGroups = viewer.isWorkgroupChair
    ? "(i.sub_group_id is not null or i.seat_role <> 'chair')"
    : `(i.seat_role <> 'chair' and i.sub_group_id = any(${parameter(viewer.chairedSubGroupIds)}::uuid[]))`;
  return `(i.roles = '{}' and i.workgroup_id is not null and ${subGroups})`;
}
