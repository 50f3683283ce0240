import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where removed things wait for 30 days, and leave their number behind. */
export class Removal1795350000001 implements MigrationInterface {
  name = 'Removal1795350000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table removed_thing (
        id uuid primary key,
        type_name text not null,
        label text not null,
        path text,
        content jsonb,
        restorable_by text[] not null,
        trail jsonb not null default '{}',
        marks jsonb not null default '{}',
        removed_by_id uuid not null,
        removed_by_label text not null,
        removed_at timestamptz(3) not null default now(),
        restricted_to_sub_group_id uuid references sub_group (id)
      );
      create index removed_thing_recent on removed_thing (removed_at desc, id desc) where content is not null;
      create index removed_thing_restorable on removed_thing using gin (restorable_by) where content is not null;
      alter table removed_thing enable row level security;
      create policy removed_thing_restricted on removed_thing using (
        restricted_to_sub_group_id is null
        or current_setting('hub.everything', true) = 'yes'
        or restricted_to_sub_group_id = any (string_to_array(nullif(current_setting('hub.sub_groups', true), ''), ',')::uuid[]));
    `);
  }

  /** Migrations only go forward: a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}
