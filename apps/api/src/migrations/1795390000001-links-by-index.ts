import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The last link of a chain is looked up by the index, whatever the planner thinks of the table. It plans once for each
 * connection, and where the trail was short then, it would read the whole of it for every change from there on.
 */
export class LinksByIndex1795390000001 implements MigrationInterface {
  name = 'LinksByIndex1795390000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter function audit_entry_link() set enable_seqscan = off');
  }

  /** Migrations only go forward: a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}
