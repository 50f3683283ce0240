import type { Actor } from '@sos/activity-server';
import { addDays, type Queryable, type Transaction } from '@sos/platform-server';
import { agencyJson } from '../agency.sql';
import { personJson } from '../person.sql';
import { termState, type Term } from './role.rules';
import type { HubRole, RoleGrant } from './role.types';

type GrantRow = Omit<RoleGrant, 'state'>;

const selectGrants = `
  select r.id, r.role, r.starts_on as "startsOn", r.ends_on as "endsOn", r.granted_at as "grantedAt", r.version,
    r.person_id as "personId", ${agencyJson('a')} as agency, ${personJson('giver')} as "grantedBy"
  from role_grant r left join agency a on a.id = r.agency_id left join person giver on giver.id = r.granted_by_id`;

const withState = (row: GrantRow, today: string): RoleGrant => ({ ...row, state: termState(row, today) });

/** Roles by a column, those that run first, the latest first among each. */
export async function findGrants(
  database: Queryable,
  by: 'r.id' | 'r.person_id',
  ids: readonly string[],
  today: string,
): Promise<RoleGrant[]> {
  const rows = await database.query<GrantRow>(
    `${selectGrants} where ${by} = any($1::uuid[])
     order by coalesce(r.ends_on < $2::date, false), r.starts_on desc, r.role, r.id`,
    [ids, today],
  );
  return rows.map((row) => withState(row, today));
}

export async function lockGrant(transaction: Transaction, id: string, today: string): Promise<RoleGrant | undefined> {
  const [row] = await transaction.query<GrantRow>(`${selectGrants} where r.id = $1 for update of r`, [id]);
  return row && withState(row, today);
}

export interface NewGrant extends Term {
  personId: string;
  role: HubRole;
  agencyId: string | null;
  /** None: the hub itself, by its command line. */
  grantedBy: Actor | null;
}

/** @returns the id of the new grant. */
export async function insertGrant(transaction: Transaction, grant: NewGrant): Promise<string> {
  const [row] = await transaction.query<{ id: string }>(
    `insert into role_grant (person_id, role, agency_id, starts_on, ends_on, granted_by_id)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [grant.personId, grant.role, grant.agencyId, grant.startsOn, grant.endsOn, grant.grantedBy?.personId ?? null],
  );
  return row!.id;
}

/** Whether a role with this scope is held on some day of the term already. */
export async function overlaps(transaction: Transaction, { personId, role, agencyId, startsOn, endsOn }: NewGrant) {
  const [found] = await transaction.query(
    `select from role_grant where person_id = $1 and role = $2 and agency_id is not distinct from $3
       and starts_on <= coalesce($5::date, 'infinity') and coalesce(ends_on, 'infinity') >= $4::date
       and coalesce(ends_on, 'infinity') >= starts_on`,
    [personId, role, agencyId, startsOn, endsOn],
  );
  return found !== undefined;
}

/** The last day that makes a role end at once: yesterday. */
export const endedBefore = (today: string): string => addDays(today, -1);

export interface AdministratorTerm extends Term {
  id: string;
  personId: string;
}

/**
 * The terms of active administrators from today on. Called before anything else is locked, so that two who take each
 * other's role away are heard one after the other, and neither waits for ever.
 */
export async function lockAdministrators(transaction: Transaction, today: string): Promise<AdministratorTerm[]> {
  const terms = await transaction.query<AdministratorTerm & { isActive: boolean }>(
    `select r.id, r.person_id as "personId", r.starts_on as "startsOn", r.ends_on as "endsOn",
       p.deactivated_at is null as "isActive"
     from role_grant r join person p on p.id = r.person_id
     where r.role = 'administrator' and (r.ends_on is null or r.ends_on >= $1::date)
     order by r.id for update of r, p`,
    [today],
  );
  return terms.filter(({ isActive }) => isActive);
}
