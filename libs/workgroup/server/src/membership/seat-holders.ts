import type { Actor } from '@sos/activity-server';
import { addDays, type Transaction } from '@sos/platform-server';
import type { SeatStake } from './seat.policy';

/** A seat as the acts on it see it, locked. */
export interface LockedSeat extends SeatStake {
  id: string;
  workgroupId: string;
  agencyId: string;
  personId: string | null;
  personName: string | null;
  alternateId: string | null;
  startsOn: string;
  endsOn: string | null;
  followsId: string | null;
  version: number;
  bodyName: string;
  agencyKey: string;
}

export async function lockSeat(transaction: Transaction, id: string): Promise<LockedSeat | undefined> {
  const [seat] = await transaction.query<LockedSeat>(
    `select s.id, s.workgroup_id as "workgroupId", s.sub_group_id as "subGroupId", s.agency_id as "agencyId",
       s.person_id as "personId", p.full_name as "personName", s.alternate_id as "alternateId", s.role,
       s.starts_on as "startsOn", s.ends_on as "endsOn", s.follows_id as "followsId", s.version,
       coalesce(g.name, w.name) as "bodyName", coalesce(g.ended_on, w.ended_on) as "bodyEndedOn", a.key as "agencyKey"
     from seat s join workgroup w on w.id = s.workgroup_id join agency a on a.id = s.agency_id
     left join sub_group g on g.id = s.sub_group_id left join person p on p.id = s.person_id
     where s.id = $1 for update of s`,
    [id],
  );
  return seat;
}

/** Who takes over, and until when; no person: the seat becomes vacant. */
export interface NextHolder {
  personId: string | null;
  endsOn: string | null;
  by: Actor;
  today: string;
}

/**
 * Puts another person, or nobody, in the place of a running seat, and returns the id of the seat that runs from today.
 * A holder's time is a row of its own, so that the history stays:
 *
 *   seat A: Ana, Mar 2025 to yesterday   <- follows -   seat B: Ben, today to the end of the term
 *
 * What began today is corrected in its row, as if it had never been; and where that gives the place back to whom it
 * was taken from, Ana's own row goes on.
 */
export async function replaceHolder(transaction: Transaction, seat: LockedSeat, next: NextHolder): Promise<string> {
  if (seat.startsOn < next.today && seat.personId !== null) return succeed(transaction, seat, next);
  const goesBack = await reopenFormer(transaction, seat, next);
  if (goesBack) return goesBack;
  await transaction.query(
    `update seat set person_id = $2, alternate_id = nullif(alternate_id, $2), filled_by_id = $3, filled_at = now(),
       starts_on = case when $2::uuid is null then starts_on else greatest(starts_on, $4::date) end,
       ends_on = $5::date, version = version + 1 where id = $1`,
    [seat.id, next.personId, next.by.personId, next.today, next.endsOn],
  );
  return seat.id;
}

async function succeed(transaction: Transaction, seat: LockedSeat, next: NextHolder): Promise<string> {
  await transaction.query('update seat set ends_on = $2::date, version = version + 1 where id = $1', [
    seat.id,
    addDays(next.today, -1),
  ]);
  const [successor] = await transaction.query<{ id: string }>(
    `insert into seat (workgroup_id, sub_group_id, agency_id, person_id, alternate_id, role, starts_on, ends_on,
       filled_by_id, follows_id)
     select workgroup_id, sub_group_id, agency_id, $2::uuid, nullif(alternate_id, $2::uuid), role, $3::date, $4::date,
       $5, id from seat where id = $1 returning id`,
    [seat.id, next.personId, next.today, next.endsOn, next.by.personId],
  );
  return successor!.id;
}

async function reopenFormer(transaction: Transaction, seat: LockedSeat, next: NextHolder): Promise<string | null> {
  if (!seat.followsId || !next.personId || seat.startsOn !== next.today) return null;
  const former = await lockSeat(transaction, seat.followsId);
  if (former?.personId !== next.personId || former.endsOn !== addDays(next.today, -1)) return null;
  await transaction.query('delete from seat where id = $1', [seat.id]);
  await transaction.query(
    'update seat set ends_on = $2::date, alternate_id = $3, version = version + 1 where id = $1',
    [former.id, next.endsOn, seat.alternateId === next.personId ? null : seat.alternateId],
  );
  return former.id;
}
