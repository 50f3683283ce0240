import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second wall. The hub works as a role that owns nothing; restricted work is held back by row-level security,
 * whatever a statement of ours forgets; and the audit trail can only be added to.
 */
export class RowSecurity1795300000000 implements MigrationInterface {
  name = 'RowSecurity1795300000000';

  async up(runner: QueryRunner): Promise<void> {
    await makeRole(runner);
    await runner.query(RESTRICTED_ROWS);
    await runner.query(PUBLIC_ID);
    for (const table of restrictedTables) await runner.query(policyOf(table));
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}

/** Roles belong to the whole server: another hub's database on it may have made this one already. */
async function makeRole(runner: QueryRunner): Promise<void> {
  try {
    await runner.query(ROLE);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new Error(
      'This account may not create the role as which the hub works. Have an administrator of the database run, once: ' +
        'create role sos_hub_app nologin; grant sos_hub_app to <the account of DATABASE_URL>;',
      { cause: error },
    );
  }
}

const ROLE = `
do $$
begin
  begin
    if not exists (select from pg_roles where rolname = 'sos_hub_app') then
      create role sos_hub_app nologin;
    end if;
  exception when duplicate_object or unique_violation then
    null;
  end;
  if not pg_has_role(current_user, 'sos_hub_app', 'member') then
    execute format('grant sos_hub_app to %I', current_user);
  end if;
end $$;
`;

const RESTRICTED_ROWS = `
alter table action_item add column restricted_to_sub_group_id uuid references sub_group (id),
  add check (restricted_to_sub_group_id = sub_group_id);
create index action_item_restricted on action_item (restricted_to_sub_group_id) where restricted_to_sub_group_id is not null;

-- What belongs to an item is as restricted as the item, without a look at the item for every row that is read.
create function restrict_like_item() returns trigger language plpgsql as $$
begin
  new.restricted_to_sub_group_id := (select item.restricted_to_sub_group_id from action_item item where item.id = new.action_item_id);
  return new;
end $$;
${[
  'action_item_assignee',
  'action_item_supporting_agency',
  'action_item_update',
  'help_request',
  'action_item_data_source',
]
  .map(
    (table) => `
alter table ${table} add column restricted_to_sub_group_id uuid references sub_group (id);
create trigger restrict_like_item before insert on ${table} for each row execute function restrict_like_item();`,
  )
  .join('')}

-- An item that is opened to the workgroup takes along what belongs to it; the trail of before stays where it was.
create function open_item_parts() returns trigger language plpgsql as $$
begin
  update action_item_assignee set restricted_to_sub_group_id = null where action_item_id = new.id;
  update action_item_supporting_agency set restricted_to_sub_group_id = null where action_item_id = new.id;
  update action_item_update set restricted_to_sub_group_id = null where action_item_id = new.id;
  update help_request set restricted_to_sub_group_id = null where action_item_id = new.id;
  update action_item_data_source set restricted_to_sub_group_id = null where action_item_id = new.id;
  return null;
end $$;
create trigger open_item_parts after update of restricted_to_sub_group_id on action_item
  for each row when (old.restricted_to_sub_group_id is not null and new.restricted_to_sub_group_id is null)
  execute function open_item_parts();

-- What everybody has seen cannot be taken back.
create function restriction_is_of_the_start() returns trigger language plpgsql as $$
begin
  raise exception 'An open item cannot become restricted.' using errcode = 'check_violation';
end $$;
create trigger restriction_is_of_the_start before update of restricted_to_sub_group_id on action_item
  for each row when (new.restricted_to_sub_group_id is not null
    and new.restricted_to_sub_group_id is distinct from old.restricted_to_sub_group_id)
  execute function restriction_is_of_the_start();
`;

/** The running number of an entry would tell outsiders how many they do not see. */
const PUBLIC_ID = `
alter table audit_entry add column restricted_to_sub_group_id uuid,
  add column public_id uuid not null default gen_random_uuid();
create unique index audit_entry_public_id on audit_entry (public_id);
`;

const restrictedTables = [
  'action_item',
  'action_item_assignee',
  'action_item_supporting_agency',
  'action_item_update',
  'help_request',
  'action_item_data_source',
  'audit_entry',
];

// Open rows pass at the first comparison. An array that is a setting costs nothing once a transaction; a correlated
// EXISTS on seats was twelve times slower.
const policyOf = (table: string): string => `
alter table ${table} enable row level security;
create policy ${table}_restricted on ${table} using (
  restricted_to_sub_group_id is null
  or current_setting('hub.everything', true) = 'yes'
  or restricted_to_sub_group_id = any (string_to_array(nullif(current_setting('hub.sub_groups', true), ''), ',')::uuid[]));
`;

const GRANTS = `
grant usage on schema public to sos_hub_app;
grant select, insert, update, delete on all tables in schema public to sos_hub_app;
grant usage, select on all sequences in schema public to sos_hub_app;
alter default privileges in schema public grant select, insert, update, delete on tables to sos_hub_app;
alter default privileges in schema public grant usage, select on sequences to sos_hub_app;
revoke update, delete, truncate on audit_entry from sos_hub_app;
revoke insert, update, delete, truncate on migrations from sos_hub_app;
`;
