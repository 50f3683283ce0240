import { randomBytes } from 'node:crypto';
import { encodeId, type Database } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import type { TestHub } from './test-hub';

/**
 * The roles of the permission matrix, each as seen from the things that the operations touch: an item led by the
 * Health agency in sub-group One, and a data source that Health stewards.
 */
export const roles = [
  'nobody',
  'outsider',
  'representative of another agency',
  'assigned person',
  'representative of the lead agency',
  'representative of a supporting agency',
  'chair of another sub-group',
  'chair of the sub-group',
  'chair of the workgroup',
  'data steward of another agency',
  'data steward of the agency',
  'staff',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/**
 * Who had or will have every role there is, and so is as somebody without any; and who holds them all but has left, and
 * so is nobody. An operation that forgets a term or a leaving lets one of them in.
 */
export const shadows = {
  'whose every term has ended': 'outsider',
  'whose every term is to begin': 'outsider',
  'who left with every role': 'nobody',
} as const satisfies Record<string, Role>;
export type Shadow = keyof typeof shadows;

/** A small workgroup with one person for each role; the tests' own ids, in opaque form. */
export interface MatrixWorld {
  clients: Record<Role | Shadow, GraphqlClient>;
  /** Who they are, as uuids. */
  people: Record<Exclude<Role, 'nobody'> | Shadow, string>;
  ids: Record<string, string>;
  /** A fresh item, objective declaration, help request or source for one cell, so that no cell changes another's. */
  freshItem(traits?: { isRestricted?: boolean }): Promise<{ id: string; reference: string; helpRequestId: string }>;
  freshSource(): Promise<{ id: string; slug: string }>;
  freshSavedView(role: Role | Shadow): Promise<string>;
  /** Somebody of the Health agency, in the hub or gone. */
  freshPerson(hasLeft?: boolean): Promise<string>;
  /** A seat of Health in sub-group One. */
  freshSeat(traits: { isHeld: boolean; role?: 'chair' | 'member' }): Promise<string>;
  /** A role that somebody holds for Health, or across the hub. */
  freshGrant(role: 'data_steward' | 'staff'): Promise<string>;
  /** An invitation to a seat in sub-group One; with a role beside it, one that only administrators give. */
  freshInvitation(traits?: { role?: 'staff' }): Promise<string>;
  /** Signs the role in again, after an operation that ended its sessions. */
  enter(role: Role | Shadow): Promise<void>;
}

export async function buildMatrixWorld(hub: TestHub): Promise<MatrixWorld> {
  const { database } = hub;
  const one = async (text: string, values: unknown[] = []) =>
    (await database.query<{ id: string }>(`${text} returning id`, values))[0]!.id;
  const agency = (key: string) =>
    one(`insert into agency (key, name, short_name, abbreviation, kind) values ($1, $1, $1, upper($1), 'state')`, [
      key,
    ]);
  const person = (name: string, agencyId: string) =>
    one('insert into person (full_name, email, agency_id) values ($1, $2, $3)', [
      name,
      `${name}@example.org`,
      agencyId,
    ]);

  const [health, justice, parks] = [await agency('health'), await agency('justice'), await agency('parks')];
  const workgroup = await one(
    `insert into workgroup (slug, name, purpose, started_on) values ('w', 'Workgroup', 'Purpose.', '2021-03-01')`,
  );
  const subGroup = (slug: string, position: number) =>
    one(
      `insert into sub_group (workgroup_id, kind, slug, name, prefix, purpose, position, started_on)
       values ($1, 'sub_group', $2, $2, upper(left($2, 2)), 'Purpose.', $3, '2021-03-01')`,
      [workgroup, slug, position],
    );
  const [first, second] = [await subGroup('one', 1), await subGroup('two', 2)];
  const focus = await one(
    `insert into focus_item (workgroup_id, slug, statement, short_name, position) values ($1, 'focus', 'Focus', 'Focus', 1)`,
    [workgroup],
  );
  await database.query('insert into focus_listing (focus_item_id, sub_group_id, position) values ($1, $2, 1)', [
    focus,
    first,
  ]);
  const goal = await one(
    `insert into goal (workgroup_id, number, statement, started_on) values ($1, 1, 'Goal', '2021-03-01')`,
    [workgroup],
  );
  const objective = await one(`insert into objective (goal_id, position, statement) values ($1, 1, 'Objective')`, [
    goal,
  ]);
  await database.query('insert into objective_focus_item (objective_id, focus_item_id) values ($1, $2)', [
    objective,
    focus,
  ]);
  await database.query(
    `insert into catalog_feed (key, title) values ('hub', 'Curated by the workgroup') on conflict do nothing`,
  );

  const people: Record<Exclude<Role, 'nobody'>, string> = {
    outsider: await person('outsider', parks),
    'representative of another agency': await person('other', parks),
    'assigned person': await person('assigned', parks),
    'representative of the lead agency': await person('lead', health),
    'representative of a supporting agency': await person('supporting', justice),
    'chair of another sub-group': await person('chair-two', parks),
    'chair of the sub-group': await person('chair-one', parks),
    'chair of the workgroup': await person('chair', parks),
    'data steward of another agency': await person('steward-parks', parks),
    'data steward of the agency': await person('steward-health', parks),
    staff: await person('staff', parks),
    administrator: await person('administrator', parks),
  };
  const seat = (who: keyof typeof people, agencyId: string, subGroupId: string | null, role = 'member') =>
    database.query(
      `insert into seat (workgroup_id, sub_group_id, agency_id, person_id, role, starts_on) values ($1, $2, $3, $4, $5, '2024-01-01')`,
      [workgroup, subGroupId, agencyId, people[who], role],
    );
  await seat('representative of another agency', parks, first);
  await seat('representative of the lead agency', health, first);
  await seat('representative of a supporting agency', justice, second);
  await seat('chair of another sub-group', parks, second, 'chair');
  await seat('chair of the sub-group', parks, first, 'co_chair');
  await seat('chair of the workgroup', parks, null, 'chair');
  const grant = (who: keyof typeof people, role: string, agencyId: string | null = null) =>
    database.query(`insert into role_grant (person_id, role, agency_id, starts_on) values ($1, $2, $3, '2024-01-01')`, [
      people[who],
      role,
      agencyId,
    ]);
  await grant('data steward of another agency', 'data_steward', parks);
  await grant('data steward of the agency', 'data_steward', health);
  await grant('staff', 'staff');
  await grant('administrator', 'administrator');

  const everyRole = async (personId: string, startsOn: string, endsOn: string | null) => {
    await database.query(
      `insert into seat (workgroup_id, sub_group_id, agency_id, person_id, role, starts_on, ends_on)
       select $1, body, agency, $2, 'chair', $3, $4
       from unnest($5::uuid[]) body cross join unnest($6::uuid[]) agency`,
      [workgroup, personId, startsOn, endsOn, [first, second, null], [health, justice]],
    );
    await database.query(
      `insert into role_grant (person_id, role, agency_id, starts_on, ends_on)
       select $1, role, case when role in ('staff', 'administrator') then null else $5::uuid end, $2, $3
       from unnest($4::text[]) role`,
      [personId, startsOn, endsOn, ['staff', 'administrator', 'data_steward', 'representative'], health],
    );
    return personId;
  };
  const shadowPeople: Record<Shadow, string> = {
    'whose every term has ended': await everyRole(await person('former', parks), '2024-01-01', '2024-12-31'),
    'whose every term is to begin': await everyRole(await person('future', parks), '2199-01-01', null),
    'who left with every role': await everyRole(await person('gone', parks), '2024-01-01', null),
  };

  const clients = { nobody: await hub.as('nobody') } as MatrixWorld['clients'];
  for (const role of Object.keys(people) as Exclude<Role, 'nobody'>[]) clients[role] = await hub.as(people[role]);
  for (const shadow of Object.keys(shadows) as Shadow[]) clients[shadow] = await hub.as(shadowPeople[shadow]);
  await database.query('update person set deactivated_at = now() where id = $1', [
    shadowPeople['who left with every role'],
  ]);

  const everybody: Record<string, string> = { ...people, ...shadowPeople };
  let number = 0;
  return {
    clients,
    people: everybody as MatrixWorld['people'],
    ids: {
      health: encodeId('Agency', health),
      person: encodeId('Person', people.outsider),
      goal: encodeId('Goal', goal),
      objective: encodeId('Objective', objective),
      focus: encodeId('FocusItem', focus),
      subGroup: encodeId('SubGroup', first),
    },
    freshItem: ({ isRestricted = false } = {}) =>
      database.asHub(async () => {
        number += 1_000; // room for the items that the operations themselves create
        const reference = `FX-${number}`;
        const item = await one(
          `insert into action_item (workgroup_id, number, reference, title, goal_id, objective_id, focus_item_id, sub_group_id, lead_agency_id,
           restricted_to_sub_group_id)
         values ($1, $2, $3, 'Item', $4, $5, $6, $7, $8, $9)`,
          [workgroup, number, reference, goal, objective, focus, first, health, isRestricted ? first : null],
        );
        await database.query('insert into action_item_assignee (action_item_id, person_id) values ($1, $2)', [
          item,
          people['assigned person'],
        ]);
        await database.query('insert into action_item_supporting_agency (action_item_id, agency_id) values ($1, $2)', [
          item,
          justice,
        ]);
        const helpRequestId = await freshHelpRequest(database, item, people['assigned person'], health);
        return { id: encodeId('ActionItem', item), reference, helpRequestId };
      }),
    async freshSource() {
      const slug = `source-${randomBytes(4).toString('hex')}`;
      const id = await one(
        `insert into data_source (feed_key, identifier, slug, title, description, keywords, themes, access_level, steward_agency_id)
         values ('hub', $1, $1, 'Source', 'Description.', '{word}', '{Deaths}', 'public', $2)`,
        [slug, health],
      );
      return { id: encodeId('DataSource', id), slug };
    },
    async enter(role) {
      clients[role] = await hub.as(everybody[role] ?? 'nobody');
    },
    async freshPerson(hasLeft = false) {
      const id = await person(`fresh-${randomBytes(4).toString('hex')}`, health);
      if (hasLeft) {
        await database.query('update person set deactivated_at = now() where id = $1', [id]);
        await database.query(`insert into departure (person_id, ended) values ($1, '{}')`, [id]);
      }
      return encodeId('Person', id);
    },
    async freshSeat({ isHeld, role = 'member' }) {
      const holder = isHeld ? await person(`holder-${randomBytes(4).toString('hex')}`, health) : null;
      return encodeId(
        'Seat',
        await one(
          `insert into seat (workgroup_id, sub_group_id, agency_id, person_id, role, starts_on)
           values ($1, $2, $3, $4, $5, '2024-01-01')`,
          [workgroup, first, health, holder, role],
        ),
      );
    },
    async freshGrant(role) {
      const holder = await person(`holder-${randomBytes(4).toString('hex')}`, health);
      return encodeId(
        'RoleGrant',
        await one(`insert into role_grant (person_id, role, agency_id, starts_on) values ($1, $2, $3, '2024-01-01')`, [
          holder,
          role,
          role === 'staff' ? null : health,
        ]),
      );
    },
    async freshInvitation({ role } = {}) {
      return encodeId(
        'Invitation',
        await one(
          `insert into invitation (email, agency_id, workgroup_id, sub_group_id, seat_role, roles, starts_on, invited_by_id, expires_at)
           values ($1, $2, $3, $4, 'member', $5, '2024-01-01', $6, now() + interval '7 days')`,
          [
            `guest-${randomBytes(4).toString('hex')}@example.org`,
            health,
            workgroup,
            first,
            role ? [role] : [],
            people.administrator,
          ],
        ),
      );
    },
    async freshSavedView(role) {
      const owner = everybody[role] ?? people.outsider;
      const name = randomBytes(4).toString('hex');
      return encodeId(
        'SavedView',
        await one(`insert into saved_view (person_id, page, name, query_string) values ($1, 'items', $2, 'mine=1')`, [
          owner,
          name,
        ]),
      );
    },
  };
}

async function freshHelpRequest(database: Database, item: string, author: string, agency: string): Promise<string> {
  const [update] = await database.query<{ id: string }>(
    `insert into action_item_update (action_item_id, author_id, status, note, item_version) values ($1, $2, 'blocked', 'Help.', 1) returning id`,
    [item, author],
  );
  const [request] = await database.query<{ id: string }>(
    'insert into help_request (action_item_update_id, action_item_id, agency_id, requested_by_id) values ($1, $2, $3, $4) returning id',
    [update!.id, item, agency, author],
  );
  await database.query('update action_item set open_help_request_count = 1 where id = $1', [item]);
  return encodeId('HelpRequest', request!.id);
}
