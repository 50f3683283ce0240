import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every entry of the audit trail gets a link in a chain, so that nothing in it can change unnoticed. */
export class TheSealedTrail1795340000000 implements MigrationInterface {
  name = 'TheSealedTrail1795340000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINKS);
    await runner.query(LINK_WHAT_IS_THERE);
    await runner.query(LINK_WHAT_COMES);
    await runner.query(RIGHTS);
  }

  /** Migrations only go forward: a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}

/**
 * No foreign key: a link outlives its entry, and so tells that it is gone. What belongs to no workgroup is chained
 * under the id of nobody, all zeros.
 */
const LINKS = `
create table audit_link (
  workgroup_id uuid not null,
  slot smallint not null,
  sequence bigint not null,
  entry_id bigint not null,
  hash bytea not null,
  primary key (workgroup_id, slot, sequence)
);
`;

const nobody = `'00000000-0000-0000-0000-000000000000'`;

/**
 * What a link seals: its place, and the whole entry as a JSON array, in which absent, empty and the word "null" are
 * three things. Nothing in it depends on the settings of a session. Verification has it too (audit-seal.ts), so that
 * whoever changes these functions changes nothing about what is found.
 */
const sealedText = (entry: string) => `pg_catalog.jsonb_build_array(1, its_workgroup, its_slot, place,
    ${entry}.id, extract(epoch from ${entry}.occurred_at)::text, ${entry}.actor_id, ${entry}.actor_label, ${entry}.action,
    ${entry}.subject_type, ${entry}.subject_id, ${entry}.subject_label, ${entry}.subject_path, ${entry}.detail,
    ${entry}.workgroup_id, ${entry}.sub_group_ids::text, ${entry}.agency_ids::text, ${entry}.before::text,
    ${entry}.after::text, ${entry}.request_id, ${entry}.visible_in_feed, ${entry}.public_id,
    ${entry}.restricted_to_sub_group_id)::text`;

const LINK_WHAT_IS_THERE = `
do $$
declare
  entry audit_entry;
  heads jsonb := '{}';
  its_workgroup uuid;
  its_slot smallint := 0;
  place bigint;
  seal bytea;
begin
  for entry in select * from audit_entry order by id loop
    its_workgroup := coalesce(entry.workgroup_id, ${nobody});
    place := coalesce((heads -> its_workgroup::text ->> 0)::bigint, 0) + 1;
    seal := sha256(decode(coalesce(heads -> its_workgroup::text ->> 1, ''), 'hex')
      || convert_to(${sealedText('entry')}, 'UTF8'));
    insert into audit_link (workgroup_id, slot, sequence, entry_id, hash) values (its_workgroup, its_slot, place, entry.id, seal);
    heads := heads || jsonb_build_object(its_workgroup::text, jsonb_build_array(place, encode(seal, 'hex')));
  end loop;
end $$;
`;

/**
 * A workgroup has sixteen chains. A connection always writes to the same one of them, so that writers seldom meet. The
 * link is made as the very last thing of a transaction: who holds the lock of a slot waits for nothing any more, so no
 * two transactions can wait for each other. It acts as the owner; every name says its schema, so that no search path
 * of the caller leads it elsewhere (a fixed search path would cost more than the hash).
 */
const LINK_WHAT_COMES = `
create function audit_entry_link() returns trigger language plpgsql security definer as $$
declare
  its_workgroup uuid := coalesce(new.workgroup_id, ${nobody});
  its_slot smallint := pg_catalog.pg_backend_pid() operator(pg_catalog.%) 16;
  place bigint;
  seal bytea;
begin
  perform pg_catalog.pg_advisory_xact_lock(795340, its_slot);
  select head.sequence, head.hash into place, seal from public.audit_link head
    where head.workgroup_id operator(pg_catalog.=) its_workgroup and head.slot operator(pg_catalog.=) its_slot
    order by head.sequence desc limit 1;
  place := coalesce(place, 0) operator(pg_catalog.+) 1;
  insert into public.audit_link (workgroup_id, slot, sequence, entry_id, hash) values (its_workgroup, its_slot, place, new.id,
    pg_catalog.sha256(coalesce(seal, '') operator(pg_catalog.||) pg_catalog.convert_to(${sealedText('new')}, 'UTF8')));
  return null;
end $$;
create constraint trigger audit_entry_link after insert on audit_entry
  deferrable initially deferred for each row execute function audit_entry_link();
`;

/** Links come from the trigger alone. The trail itself is append-only for the hub’s role since row security came. */
const RIGHTS = `
revoke all on audit_link from sos_hub_app;
grant select on audit_link to sos_hub_app;
revoke update, delete, truncate on audit_entry from sos_hub_app;
revoke execute on function audit_entry_link() from public;
`;
