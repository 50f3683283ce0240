import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every entry of the trail that a feed shows is announced when its transaction commits, for live updates. */
export class AnnounceChanges1795370000002 implements MigrationInterface {
  name = 'AnnounceChanges1795370000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANNOUNCE);
  }

  /** Migrations only go forward: a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}

// The number and nothing else: whoever may listen to the channel learns what a count of changes would tell.
const ANNOUNCE = `
create function announce_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('hub_changes', new.id::text);
  return null;
end $$;
create trigger announce_change after insert on audit_entry
  for each row when (new.visible_in_feed) execute function announce_change();
`;
