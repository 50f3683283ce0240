import type { Actor } from '@sos/activity-server';
import { HubRole, insertGrant, isForAgency, overlaps } from '@sos/identity-server';
import type { Transaction } from '@sos/platform-server';
import type { SeatRole } from '../seat.types';
import { lockSeat, replaceHolder } from './seat-holders';

/** A seat and roles as an invitation promises them. */
export interface Membership {
  agencyId: string;
  /** The body of the seat; null: no seat. */
  workgroupId: string | null;
  subGroupId: string | null;
  /** The vacant seat that was meant. */
  seatId: string | null;
  seatRole: SeatRole | null;
  roles: readonly HubRole[];
  startsOn: string;
  endsOn: string | null;
}

/** Gives a person the seat and the roles; what they have already is left as it is. */
export async function giveMembership(
  transaction: Transaction,
  personId: string,
  membership: Membership,
  by: Actor,
  today: string,
): Promise<void> {
  const startsOn = membership.startsOn > today ? membership.startsOn : today;
  if (membership.workgroupId) await giveSeat(transaction, personId, { ...membership, startsOn }, by, today);
  for (const role of membership.roles) {
    const agencyId = isForAgency(role) ? membership.agencyId : null;
    const grant = { personId, role, agencyId, startsOn, endsOn: membership.endsOn, grantedBy: by };
    if (!(await overlaps(transaction, grant))) await insertGrant(transaction, grant);
  }
}

async function giveSeat(
  transaction: Transaction,
  personId: string,
  { workgroupId, subGroupId, agencyId, seatId, seatRole, startsOn, endsOn }: Membership,
  by: Actor,
  today: string,
): Promise<void> {
  const sits = await transaction.query(
    `select from seat where person_id = $1 and workgroup_id = $2 and sub_group_id is not distinct from $3
       and agency_id = $4 and role = $5 and coalesce(ends_on, 'infinity') >= $6::date`,
    [personId, workgroupId, subGroupId, agencyId, seatRole, startsOn],
  );
  if (sits.length > 0) return;
  const vacant = seatId && startsOn === today ? await lockSeat(transaction, seatId) : undefined;
  if (vacant && vacant.personId === null && (vacant.endsOn === null || vacant.endsOn >= today)) {
    await replaceHolder(transaction, vacant, { personId, endsOn: endsOn ?? vacant.endsOn, by, today });
    return;
  }
  // Somebody else took the seat that was meant, or none was: the agency gets one more.
  await transaction.query(
    `insert into seat (workgroup_id, sub_group_id, agency_id, person_id, role, starts_on, ends_on, filled_by_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workgroupId, subGroupId, agencyId, personId, seatRole, startsOn, endsOn, by.personId],
  );
}
