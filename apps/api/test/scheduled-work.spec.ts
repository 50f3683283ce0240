import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ScheduledWork, Scheduler } from '@sos/platform-server';
import PgBoss from 'pg-boss';
import { startTestHub, type TestHub } from './support/test-hub';

describe.each([
  ['PostgreSQL', false],
  ['the embedded database', true],
])('what is due by the clock, on %s', (_name, embedded) => {
  let hub: TestHub;
  let runs = 0;
  let whenRun: () => void = () => undefined;
  beforeAll(async () => {
    hub = await startTestHub({ embedded });
    hub.application.get(ScheduledWork).register({
      name: 'count',
      when: '5 4 * * *',
      run: async () => {
        runs += 1;
        whenRun();
      },
    });
    await hub.application.get(Scheduler).start();
  });
  afterAll(() => hub.close());

  test('the schema is the one that the installed package expects', async () => {
    const boss = new PgBoss({ db: { executeSql: async (text) => ({ rows: await hub.database.script(text) }) } });
    const [row] = await hub.database.query('select version from pgboss.version');
    expect(row).toEqual({ version: 24 });
    expect(await boss.isInstalled()).toBe(true);
    expect(PgBoss.getConstructionPlans()).toContain(`INSERT INTO pgboss.version(version) VALUES ('24')`);
  });

  test('every task has its schedule, in the workgroup’s time zone', async () => {
    const schedules = await hub.database.query('select name, cron, timezone from pgboss.schedule order by name');
    expect(schedules).toContainEqual({ name: 'count', cron: '5 4 * * *', timezone: 'America/Los_Angeles' });
    expect(schedules).toContainEqual({ name: 'purge-outbox', cron: '41 3 * * *', timezone: 'America/Los_Angeles' });
  });

  test('a task that is due runs', async () => {
    const run = new Promise<void>((resolve) => (whenRun = resolve));
    await hub.application.get(Scheduler).runSoon('count');
    await run;
    expect(runs).toBe(1);
  });
});
