import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appRole, inScope, openRowsOnly, type Database, type RowScope } from '@sos/platform-server';
import { buildActionItem, buildUpdate } from '@sos/actions-server/testing';
import { buildSubGroup, buildWorkgroup } from '@sos/workgroup-server/testing';
import { buildAgency } from '@sos/identity-server/testing';
import { startTestHub, type TestHub } from './support/test-hub';

const everything: RowScope = { everything: true, subGroupIds: [] };

/** Everything that belongs to an item, read without any condition of ours: only the database's own wall stands. */
const restrictedTables = [
  'action_item',
  'action_item_assignee',
  'action_item_supporting_agency',
  'action_item_update',
  'help_request',
  'action_item_data_source',
  'audit_entry',
];

describe.each([
  ['PostgreSQL', false],
  ['the embedded database', true],
])('row-level security on %s', (_name, embedded) => {
  let hub: TestHub;
  let database: Database;
  let own: RowScope;
  let other: RowScope;
  let itemId: string;

  const seen = (table: string, scope: RowScope) =>
    inScope(scope, scope, async () => {
      const [row] = await database.query<{ count: number }>(
        `select count(*)::integer as count from ${table} where restricted_to_sub_group_id is not null`,
      );
      return row!.count;
    });

  beforeAll(async () => {
    hub = await startTestHub({ embedded });
    ({ database } = hub);
    const workgroupId = await buildWorkgroup(database);
    const [subGroupId, otherId] = [
      await buildSubGroup(database, workgroupId),
      await buildSubGroup(database, workgroupId),
    ];
    own = { everything: false, subGroupIds: [subGroupId] };
    other = { everything: false, subGroupIds: [otherId] };
    await database.asHub(async () => {
      const helper = await buildAgency(database);
      const assignee = await database.query<{ id: string }>(
        `insert into person (full_name, email, agency_id) values ('A', 'a@example.org', $1) returning id`,
        [helper],
      );
      const item = await buildActionItem(database, {
        workgroupId,
        subGroupId,
        isRestricted: true,
        assigneeIds: [assignee[0]!.id],
        supportingAgencyIds: [helper],
      });
      itemId = item.id;
      await buildUpdate(database, { actionItemId: item.id, helpWantedAgencyIds: [helper] });
      await database.query(
        `insert into catalog_feed (key, title) values ('hub', 'Curated by the workgroup') on conflict do nothing`,
      );
      await database.query(
        `with source as (
           insert into data_source (feed_key, identifier, slug, title, access_level) values ('hub', 's', 's', 'S', 'public') returning id)
         insert into action_item_data_source (action_item_id, data_source_id) select $1, source.id from source`,
        [item.id],
      );
      await database.query(
        `insert into audit_entry (actor_label, action, subject_type, subject_id, subject_label, restricted_to_sub_group_id)
         values ('Hub', 'opened', 'ActionItem', $1, 'Item', $2)`,
        [item.id, subGroupId],
      );
    });
  });
  afterAll(() => hub.close());

  test('the hub works as a role that owns nothing and is held by every policy', async () => {
    const [role] = await database.query(
      `select current_user as name, rolsuper as super, rolbypassrls as bypasses, rolcreaterole as creates,
         (select count(*)::integer from pg_class where relowner = role.oid) as owned
       from pg_roles role where rolname = current_user`,
    );
    expect(role).toEqual({ name: appRole, super: false, bypasses: false, creates: false, owned: 0 });
  });

  test.each(restrictedTables)('%s: only the sub-group and the hub itself see restricted rows', async (table) => {
    expect(await seen(table, openRowsOnly)).toBe(0);
    expect(await seen(table, other)).toBe(0);
    expect(await seen(table, own)).toBe(1);
    expect(await seen(table, everything)).toBe(1);
  });

  test('without a scope nothing restricted is seen, and nothing stays on the connection of whoever was before', async () => {
    await Promise.all(Array.from({ length: 20 }, () => seen('action_item', own)));
    const rows = await Promise.all(
      Array.from({ length: 20 }, () =>
        database.query<{ count: number }>(
          'select count(*)::integer as count from action_item where restricted_to_sub_group_id is not null',
        ),
      ),
    );
    expect(rows.flat().map(({ count }) => count)).toEqual(Array.from({ length: 20 }, () => 0));
  });

  test('a transaction has the scope of whoever opened it, to its end', async () => {
    const count = (scope: RowScope) =>
      inScope(scope, scope, () =>
        database.transaction(async (transaction) => {
          const [row] = await transaction.query<{ count: number }>(
            'select count(*)::integer as count from action_item where id = $1',
            [itemId],
          );
          return row!.count;
        }),
      );
    expect([await count(own), await count(other), await count(openRowsOnly), await count(own)]).toEqual([1, 0, 0, 1]);
  });

  test('a foreign writer changes and adds nothing there', async () => {
    const changed = await inScope(other, other, () =>
      database.query('update action_item set title = $2 where id = $1 returning id', [itemId, 'Mine']),
    );
    expect(changed).toEqual([]);
    const added = inScope(other, other, () =>
      database.query(
        `insert into audit_entry (actor_label, action, subject_type, subject_id, subject_label, restricted_to_sub_group_id)
         values ('X', 'did', 'ActionItem', $1, 'X', $2)`,
        [itemId, own.subGroupIds[0]],
      ),
    );
    await expect(added).rejects.toThrow(/row-level security/);
  });

  test('a statement that fails does not spoil the next one', async () => {
    await expect(inScope(own, own, () => database.query('select 1 / $1::integer', [0]))).rejects.toThrow(/division/);
    await expect(inScope(own, own, () => database.query('select nothing from nowhere'))).rejects.toThrow(/nowhere/);
    expect(await seen('action_item', own)).toBe(1);
  });

  test.each([
    'update audit_entry set action = $$forged$$',
    'delete from audit_entry',
    'truncate audit_entry',
    'delete from migrations',
    'create table mine (id integer)',
    'alter table action_item disable row level security',
    'drop policy action_item_restricted on action_item',
  ])('as the hub’s role, %s is refused', async (statement) => {
    await expect(database.asHub(() => database.query(statement))).rejects.toThrow(/permission denied|must be owner/);
  });

  test('an open item cannot become restricted again', async () => {
    const item = await buildActionItem(database, {});
    const restricting = database.asHub(() =>
      database.query('update action_item set restricted_to_sub_group_id = sub_group_id where id = $1', [item.id]),
    );
    await expect(restricting).rejects.toThrow(/cannot become restricted/);
  });

  test('an item that is opened takes along what belongs to it; the trail of before stays', async () => {
    await inScope(own, own, () =>
      database.query('update action_item set restricted_to_sub_group_id = null where id = $1', [itemId]),
    );
    for (const table of restrictedTables)
      expect([table, await seen(table, everything)]).toEqual([table, table === 'audit_entry' ? 1 : 0]);
  });
});
