import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Live updates read the trail instead of being told. Transactions with an announcement commit one after the other in
 * PostgreSQL, so that announcing each change halved how many could be made in a second.
 */
export class ChangesAreLookedFor1795390000000 implements MigrationInterface {
  name = 'ChangesAreLookedFor1795390000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger announce_change on audit_entry');
    await runner.query('drop function announce_change()');
  }

  /** Migrations only go forward: a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}
