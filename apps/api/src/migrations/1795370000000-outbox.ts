import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What must leave the database waits here, written in the transaction of the change. */
export class Outbox1795370000000 implements MigrationInterface {
  name = 'Outbox1795370000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OUTBOX);
  }

  /** Migrations only go forward: a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}

const OUTBOX = `
create table outbox_entry (
  id bigint generated always as identity primary key,
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  available_at timestamptz not null default now(),
  attempts integer not null default 0,
  last_error text,
  delivered_at timestamptz
);
create index outbox_entry_waiting on outbox_entry (available_at, id) where delivered_at is null;
create index outbox_entry_delivered on outbox_entry (delivered_at) where delivered_at is not null;
`;
