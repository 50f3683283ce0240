import { createHash, randomBytes } from 'node:crypto';

/** The opaque form of an id, as identifiers.ts makes it. */
export const encodeId = (typeName, uuid) => Buffer.from(`${typeName}:${uuid}`).toString('base64url');

const itemsOfEach = 4;

/**
 * A small workgroup, put straight into the migrated database: for each writer a person of the staff, who may do
 * everything, and items that nobody else touches.
 */
export async function makeWorld(node, writers) {
  for (const statement of statements(writers)) await node.query(statement);
  const one = async (text) => (await node.query(text))[0].id;
  const people = await node.query(`select id from person order by email`);
  const items = await node.query(`select id, version from action_item order by number`);
  const ids = {
    goal: encodeId('Goal', await one('select id from goal')),
    focusItem: encodeId('FocusItem', await one('select id from focus_item')),
    subGroup: encodeId('SubGroup', await one('select id from sub_group')),
    agency: encodeId('Agency', await one(`select id from agency where key = 'agency-1'`)),
    helpers: (await node.query(`select id from agency where key <> 'agency-1' order by key`)).map(({ id }) =>
      encodeId('Agency', id),
    ),
  };
  return {
    ids,
    items: items.map(({ id, version }) => ({ id: encodeId('ActionItem', id), uuid: id, version })),
    writers: await Promise.all(
      people.map(async ({ id }, place) => ({
        personId: id,
        cookie: await signIn(node, id),
        items: items
          .slice(place * itemsOfEach, (place + 1) * itemsOfEach)
          .map((item) => ({ id: encodeId('ActionItem', item.id), uuid: item.id, version: item.version })),
      })),
    ),
  };
}

/** Starts a session as a sign-in would, straight in the database. */
export async function signIn(node, personId) {
  const token = randomBytes(32).toString('base64url');
  await node.query(
    `insert into session (token_hash, person_id, expires_at) values ($1, $2, now() + interval '12 hours')`,
    [createHash('sha256').update(token).digest(), personId],
  );
  return `sos_session=${token}`;
}

const statements = (writers) => [
  `insert into agency (key, name, short_name, abbreviation, kind)
   select 'agency-' || n, 'Agency ' || n, 'Agency ' || n, 'A' || n, 'state' from generate_series(1, 4) n`,
  `insert into person (full_name, email, agency_id)
   select 'Writer ' || n, 'writer.' || lpad(n::text, 3, '0') || '@example.org', a.id
   from generate_series(1, ${writers}) n join agency a on a.key = 'agency-1'`,
  `insert into role_grant (person_id, role, starts_on) select id, 'staff', '2024-01-01' from person`,
  `insert into role_grant (person_id, role, agency_id, starts_on) select id, 'data_steward', agency_id, '2024-01-01' from person`,
  `insert into workgroup (slug, name, purpose, started_on) values ('faults', 'Workgroup', 'To be tried.', '2021-03-01')`,
  `insert into sub_group (workgroup_id, kind, slug, name, prefix, purpose, position, started_on)
   select id, 'sub_group', 'one', 'One', 'ON', 'To be tried.', 1, '2021-03-01' from workgroup`,
  `insert into focus_item (workgroup_id, slug, statement, short_name, position)
   select id, 'focus', 'Focus', 'Focus', 1 from workgroup`,
  `insert into focus_listing (focus_item_id, sub_group_id, position) select f.id, s.id, 1 from focus_item f, sub_group s`,
  `insert into goal (workgroup_id, number, statement, started_on) select id, 1, 'Goal', '2021-03-01' from workgroup`,
  `insert into action_item (workgroup_id, number, reference, title, goal_id, focus_item_id, sub_group_id, lead_agency_id)
   select w.id, n, 'ON-' || n, 'Item ' || n, g.id, f.id, s.id, a.id
   from generate_series(1, ${writers * itemsOfEach}) n, workgroup w, goal g, focus_item f, sub_group s, agency a
   where a.key = 'agency-1'`,
  `insert into catalog_feed (key, title) values ('hub', 'Curated by the workgroup') on conflict do nothing`,
];
