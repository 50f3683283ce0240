import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that were sent to be imported wait here for their import, on whichever server it is started. */
export class CatalogUpload1795360000000 implements MigrationInterface {
  name = 'CatalogUpload1795360000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table catalog_upload (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person (id) on delete cascade,
        file_name text not null,
        content bytea not null,
        created_at timestamptz not null default now()
      );
      create index catalog_upload_person on catalog_upload (person_id);
      create index catalog_upload_created on catalog_upload (created_at);
    `);
  }

  /** Migrations only go forward: a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}
