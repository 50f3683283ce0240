import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file on its way to an import lies in pieces, each written as it arrives, so that no server holds the whole of it. */
export class UploadPieces1795392000000 implements MigrationInterface {
  name = 'UploadPieces1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table catalog_upload_piece (
        upload_id uuid not null references catalog_upload (id) on delete cascade,
        position integer not null,
        content bytea not null,
        primary key (upload_id, position)
      );
      insert into catalog_upload_piece (upload_id, position, content) select id, 0, content from catalog_upload;
      alter table catalog_upload
        drop column content,
        add column received_at timestamptz,
        add column taken_at timestamptz;
      update catalog_upload set received_at = created_at;
    `);
  }

  /** Migrations only go forward: a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}
