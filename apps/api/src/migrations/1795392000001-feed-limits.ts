import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much of a feed is read from its address, and for how long, where it differs from the usual. */
export class FeedLimits1795392000001 implements MigrationInterface {
  name = 'FeedLimits1795392000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table catalog_feed
        add column most_megabytes integer constraint catalog_feed_megabytes check (most_megabytes between 1 and 200),
        add column most_seconds integer constraint catalog_feed_seconds check (most_seconds between 1 and 600),
        add column limits_version integer not null default 0;
    `);
  }

  /** Migrations only go forward: a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}
