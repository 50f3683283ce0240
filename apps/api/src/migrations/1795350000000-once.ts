import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people want done once, however often the request arrives. */
export class Once1795350000000 implements MigrationInterface {
  name = 'Once1795350000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        person_id uuid not null references person (id),
        key text not null check (length(key) between 8 and 100),
        request_hash bytea not null,
        answer jsonb,
        created_at timestamptz not null default now(),
        primary key (person_id, key)
      );
      create index idempotency_key_age on idempotency_key (created_at);
    `);
  }

  /** Migrations only go forward: a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}
