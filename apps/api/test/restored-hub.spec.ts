import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  Calendar,
  Outbox,
  OutboxHandlers,
  OutboxWorker,
  outboxState,
  ScheduledWork,
  Scheduler,
} from '@sos/platform-server';
import { createTestDatabase, type TestDatabase } from '@sos/platform-testing';
import { backUp, restore } from '../src/commands/backup';
import type { Command } from '../src/commands/command';
import { openDatabase } from '../src/open-database';
import { startTestHub, type TestHub } from './support/test-hub';

const topic = 'test.mail';

/** The hub of before has scheduled work and mail that waits; the restored one starts as any hub does. */
describe.each([
  ['PostgreSQL', false],
  ['the embedded database', true],
])('a hub that was restored on %s', (_name, embedded) => {
  let folder: string;
  let blank: TestDatabase | null = null;
  let restored: TestHub;
  let said: string;
  const sent: string[] = [];

  const run = async (
    command: Command,
    options: object,
    { settings, database }: Pick<TestHub, 'settings' | 'database'>,
  ) => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const services = { settings, database, calendar: new Calendar('America/Los_Angeles') };
    expect(await command({ ...options }, services, { progress: say, print: say })).toBe(0);
    return lines.join('\n');
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sos-restored-'));
    const file = join(folder, 'hub.backup');
    const before = await startTestHub();
    await before.application.get(Scheduler).start();
    await before.database.transaction(async (transaction) => {
      for (const word of ['first', 'second']) await before.application.get(Outbox).add(transaction, topic, { word });
    });
    await before.database.query(
      `insert into outbox_entry (topic, payload, attempts, delivered_at) values ($1, '{"word": "given up"}', 12, null),
         ($1, '{"word": "delivered"}', 1, now())`,
      [topic],
    );
    await run(backUp, { file }, before);
    await before.close();

    if (!embedded) blank = await createTestDatabase('hub_blank', async () => undefined);
    const place = blank ? { DATABASE_URL: blank.url } : { DATA_DIR: join(folder, 'data') };
    const settings = { ...before.settings, databaseUrl: blank?.url, dataFolder: blank ? folder : join(folder, 'data') };
    const database = await openDatabase(settings);
    said = await run(restore, { file }, { settings, database });
    await database.close();

    restored = await startTestHub({ embedded, environment: place });
    restored.application
      .get(OutboxHandlers)
      .register(topic, async (payload: { word: string }) => void sent.push(payload.word));
  });
  afterAll(async () => {
    await restored.close();
    await blank?.drop();
    rmSync(folder, { recursive: true });
  });

  test('sends nothing that waited in the backup by itself, and says so', async () => {
    expect(said).toContain('What waited in the outbox (2) is held');
    await restored.application.get(OutboxWorker).start();
    await restored.deliverOutbox();
    expect(sent).toEqual([]);
    expect(await outboxState(restored.database)).toMatchObject({ waiting: 0, held: 2, failed: 1 });
  });

  test('sends what is new', async () => {
    await restored.database.transaction((transaction) =>
      restored.application.get(Outbox).add(transaction, topic, { word: 'new' }),
    );
    // The worker that runs is woken by the commit.
    await until(() => sent.length > 0);
    expect(sent).toEqual(['new']);
  }, 30_000);

  test('keeps what it holds in a backup of its own', async () => {
    const again = join(folder, 'again.backup');
    await run(backUp, { file: again }, restored);
    const settings = { ...restored.settings, databaseUrl: undefined, dataFolder: 'memory://' };
    const third = await openDatabase(settings);
    await run(restore, { file: again }, { settings, database: third });
    expect(await outboxState(third)).toMatchObject({ waiting: 0, held: 2, failed: 1 });
    await third.close();
  });

  test('has its schedules, and runs what is due, as soon as it starts', async () => {
    expect(await restored.database.query('select name from pgboss.schedule')).toEqual([]);
    await restored.application.get(Scheduler).start();
    const schedules = await restored.database.query<{ name: string }>('select name from pgboss.schedule');
    const tasks = restored.application.get(ScheduledWork).tasks();
    expect(tasks.length).toBeGreaterThan(1);
    expect(schedules.map(({ name }) => name).toSorted()).toEqual(tasks.map(({ name }) => name).toSorted());
    await restored.database.query(
      `update outbox_entry set delivered_at = now() - interval '40 days' where delivered_at is not null`,
    );
    await restored.application.get(Scheduler).runSoon('purge-outbox');
    const isPurged = async () =>
      (await restored.database.query('select 1 from outbox_entry where delivered_at is not null')).length === 0;
    await until(isPurged);
    expect(await isPurged()).toBe(true);
  }, 30_000);
});

/** Waits twenty seconds at most; what is expected says afterwards whether it came. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await holds()) && Date.now() < end;) await delay(50);
}
