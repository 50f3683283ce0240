import { personJson, roleWords, termState, type HubRole, type Person, type TermState } from '@sos/identity-server';
import type { Holding, Queryable } from '@sos/platform-server';
import { seatRoleWords } from '../membership/seat-words';

/** A seat, a role or a belonging of a person, of whatever term. */
export interface Held {
  words: string;
  startsOn: string | null;
  endsOn: string | null;
  state: TermState;
  givenBy: Person | null;
  givenAt: Date | null;
  /** Whether it is what a rule's ground asks for. */
  meets(asked: Holding): boolean;
}

interface SeatRow {
  role: keyof typeof seatRoleWords;
  bodyName: string;
  subGroupId: string | null;
  agencyId: string;
  agencyName: string;
  isHolder: boolean;
  startsOn: string;
  endsOn: string | null;
  givenBy: Person | null;
  givenAt: Date | null;
}

interface GrantRow {
  role: HubRole;
  agencyId: string | null;
  agencyName: string | null;
  startsOn: string;
  endsOn: string | null;
  givenBy: Person | null;
  givenAt: Date | null;
}

/** All that a person holds, held or will hold. */
export async function findHeld(database: Queryable, personId: string, today: string): Promise<Held[]> {
  const seats = await database.query<SeatRow>(
    `select s.role, coalesce(g.name, w.name) as "bodyName", s.sub_group_id as "subGroupId", s.agency_id as "agencyId",
       a.short_name as "agencyName", coalesce(s.person_id = $1, false) as "isHolder", s.starts_on as "startsOn",
       s.ends_on as "endsOn", ${personJson('giver')} as "givenBy",
       case when giver.id is not null then s.filled_at end as "givenAt"
     from seat s join workgroup w on w.id = s.workgroup_id join agency a on a.id = s.agency_id
     left join sub_group g on g.id = s.sub_group_id left join person giver on giver.id = s.filled_by_id
     where $1 in (s.person_id, s.alternate_id) order by s.starts_on desc, s.id`,
    [personId],
  );
  const grants = await database.query<GrantRow>(
    `select r.role, r.agency_id as "agencyId", a.short_name as "agencyName", r.starts_on as "startsOn",
       r.ends_on as "endsOn", ${personJson('giver')} as "givenBy", r.granted_at as "givenAt"
     from role_grant r left join agency a on a.id = r.agency_id left join person giver on giver.id = r.granted_by_id
     where r.person_id = $1 order by r.starts_on desc, r.id`,
    [personId],
  );
  const [home] = await database.query<{ agencyId: string; name: string }>(
    `select a.id as "agencyId", a.short_name as name from person p join agency a on a.id = p.agency_id where p.id = $1`,
    [personId],
  );
  return [
    ...seats.map((seat) => heldSeat(seat, today)),
    ...grants.map((grant) => heldRole(grant, today)),
    ...(home ? [belonging(home)] : []),
  ];
}

const heldSeat = (seat: SeatRow, today: string): Held => {
  const { subGroupId, agencyId, isHolder, role } = seat;
  const leads = isHolder && role !== 'member';
  const part = isHolder ? capitalized(seatRoleWords[role]) : `Alternate of the ${seatRoleWords[role]}`;
  return {
    ...termOf(seat, today),
    words: `${part} of ${seat.bodyName}, for ${seat.agencyName}`,
    meets: (asked) => {
      if (asked.kind === 'workgroup chair') return leads && subGroupId === null;
      if (asked.kind === 'represents') return asked.agencyIds.includes(agencyId);
      if (asked.kind !== 'chair' && asked.kind !== 'seat') return false;
      return subGroupId !== null && asked.subGroupIds.includes(subGroupId) && (asked.kind === 'seat' || leads);
    },
  };
};

const heldRole = (grant: GrantRow, today: string): Held => ({
  ...termOf(grant, today),
  words: `${capitalized(roleWords[grant.role])}${grant.agencyName ? ` of ${grant.agencyName}` : ''}`,
  meets: (asked) => {
    if (asked.kind === 'staff' || asked.kind === 'administrator') return grant.role === asked.kind;
    const isOfRole =
      (asked.kind === 'data steward' && grant.role === 'data_steward') ||
      (asked.kind === 'represents' && grant.role === 'representative');
    return isOfRole && grant.agencyId !== null && asked.agencyIds.includes(grant.agencyId);
  },
});

const belonging = ({ agencyId, name }: { agencyId: string; name: string }): Held => ({
  words: `Works for ${name}`,
  startsOn: null,
  endsOn: null,
  state: 'running' as TermState,
  givenBy: null,
  givenAt: null,
  meets: (asked) => asked.kind === 'represents' && asked.agencyIds.includes(agencyId),
});

const termOf = (
  { startsOn, endsOn, givenBy, givenAt }: Pick<Held, 'endsOn' | 'givenBy' | 'givenAt'> & { startsOn: string },
  today: string,
) => ({ startsOn, endsOn, givenBy, givenAt, state: termState({ startsOn, endsOn }, today) });

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Who could give what a ground asks for, in words for whoever wants it. */
const granters: Record<Holding['kind'], string> = {
  'signed in': 'Whoever may invite lets people in.',
  staff: 'An administrator gives the role of staff.',
  administrator: 'An administrator makes administrators.',
  'workgroup chair': 'Staff and administrators fill the chairs of the workgroup.',
  chair: 'Chairs of the workgroup, staff and administrators name the chairs of a sub-group.',
  seat: 'Chairs of the sub-group and of the workgroup, staff and administrators give seats.',
  represents: 'Staff and administrators make somebody a representative of an agency; so does a seat for it.',
  'data steward': 'Staff and administrators make data stewards.',
  'in person': 'Whoever may edit it assigns people.',
};

/** Without repetition, in the order of what is asked. */
export const whoGrants = (asked: readonly Holding[]): string =>
  [...new Set(asked.map(({ kind }) => granters[kind]))].join(' ');
