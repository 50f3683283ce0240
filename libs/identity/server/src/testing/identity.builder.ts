import { randomBytes } from 'node:crypto';
import type { Queryable } from '@sos/platform-server';

const unique = () => randomBytes(4).toString('hex');

export interface AgencyTraits {
  key?: string;
  name?: string;
  shortName?: string;
}

/** An agency with what the test names; returns its id. */
export async function buildAgency(database: Queryable, traits: AgencyTraits = {}): Promise<string> {
  const { key = `agency-${unique()}` } = traits;
  const { name = `Agency ${key}`, shortName = name } = traits;
  const [row] = await database.query<{ id: string }>(
    `insert into agency (key, name, short_name, abbreviation, kind) values ($1, $2, $3, upper($1), 'state') returning id`,
    [key, name, shortName],
  );
  return row!.id;
}

export interface PersonTraits {
  agencyId?: string;
  fullName?: string;
  email?: string;
  isDemonstration?: boolean;
  isDeactivated?: boolean;
}

/** A person with what the test names, in an agency of their own unless one is given; returns the id. */
export async function buildPerson(database: Queryable, traits: PersonTraits = {}): Promise<string> {
  const { fullName = 'Robin Example', email = `${unique()}@example.org` } = traits;
  const [row] = await database.query<{ id: string }>(
    `insert into person (full_name, email, agency_id, is_demonstration, deactivated_at)
     values ($1, $2, $3, $4, case when $5 then now() end) returning id`,
    [
      fullName,
      email,
      traits.agencyId ?? (await buildAgency(database)),
      traits.isDemonstration ?? false,
      traits.isDeactivated ?? false,
    ],
  );
  return row!.id;
}

export interface RoleTraits {
  role: 'staff' | 'administrator' | 'data_steward' | 'representative';
  agencyId?: string;
  startsOn?: string;
  endsOn?: string;
}

export async function buildRole(database: Queryable, personId: string, traits: RoleTraits): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    'insert into role_grant (person_id, role, agency_id, starts_on, ends_on) values ($1, $2, $3, $4, $5) returning id',
    [personId, traits.role, traits.agencyId ?? null, traits.startsOn ?? '2020-01-01', traits.endsOn ?? null],
  );
  return row!.id;
}
