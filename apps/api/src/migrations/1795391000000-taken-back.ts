import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a closed request for help and an unlinked account need so that closing and unlinking can be undone. */
export class TakenBack1795391000000 implements MigrationInterface {
  name = 'TakenBack1795391000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table help_request
        add column accepted_by_id uuid references person (id),
        add column accepted_at timestamptz;
      update help_request set accepted_by_id = answered_by_id, accepted_at = answered_at where state = 'accepted';
      alter table person_identity add column removed_at timestamptz;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}
