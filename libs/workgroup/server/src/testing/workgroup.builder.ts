import { randomBytes } from 'node:crypto';
import type { Queryable } from '@sos/platform-server';

const unique = () => randomBytes(4).toString('hex');

/** A workgroup; returns its id. */
export async function buildWorkgroup(
  database: Queryable,
  { slug = `workgroup-${unique()}`, endedOn = null as string | null } = {},
): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `insert into workgroup (slug, name, purpose, started_on, ended_on)
     values ($1, 'Workgroup', 'To work.', '2020-01-01', $2) returning id`,
    [slug, endedOn],
  );
  return row!.id;
}

/** A sub-group of the workgroup; returns its id. */
export async function buildSubGroup(
  database: Queryable,
  workgroupId: string,
  { slug = `sub-group-${unique()}`, prefix = 'SG', endedOn = null as string | null } = {},
): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `insert into sub_group (workgroup_id, kind, slug, name, prefix, purpose, position, started_on, ended_on)
     values ($1, 'sub_group', $2, $2, $3, 'To work.', 1, '2020-01-01', $4) returning id`,
    [workgroupId, slug, prefix, endedOn],
  );
  return row!.id;
}

/** A focus item that these sub-groups carry; returns its id. */
export async function buildFocusItem(
  database: Queryable,
  workgroupId: string,
  subGroupIds: readonly string[],
  { slug = `focus-${unique()}` } = {},
): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `insert into focus_item (workgroup_id, slug, statement, short_name, position)
     values ($1, $2, 'Something better', 'Better', 1) returning id`,
    [workgroupId, slug],
  );
  await database.query(
    'insert into focus_listing (focus_item_id, sub_group_id, position) select $1, id, 1 from unnest($2::uuid[]) id',
    [row!.id, subGroupIds],
  );
  return row!.id;
}

export interface SeatTraits {
  workgroupId: string;
  /** None: a seat in the workgroup itself. */
  subGroupId?: string;
  agencyId: string;
  /** None: vacant. */
  personId?: string;
  alternateId?: string;
  role?: 'chair' | 'co_chair' | 'member';
  startsOn?: string;
  endsOn?: string;
}

/** A seat, running since 2020 unless the test says otherwise; returns its id. */
export async function buildSeat(database: Queryable, traits: SeatTraits): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `insert into seat (workgroup_id, sub_group_id, agency_id, person_id, alternate_id, role, starts_on, ends_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      traits.workgroupId,
      traits.subGroupId ?? null,
      traits.agencyId,
      traits.personId ?? null,
      traits.alternateId ?? null,
      traits.role ?? 'member',
      traits.startsOn ?? '2020-01-01',
      traits.endsOn ?? null,
    ],
  );
  return row!.id;
}
