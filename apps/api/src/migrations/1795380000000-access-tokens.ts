import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens with which a person's own programs use the API. */
export class AccessTokens1795380000000 implements MigrationInterface {
  name = 'AccessTokens1795380000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access_token (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person (id),
        name text not null,
        token_hash bytea not null unique,
        may_write boolean not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      create index access_token_person on access_token (person_id, created_at desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}
