import { setTimeout as delay } from 'node:timers/promises';
import { PostgresNode } from '../support/postgres-node.mjs';
import { Skipped } from '../support/report.mjs';
import { startTried } from '../support/tried.mjs';
import { holdAgainst } from '../support/whole-writes.mjs';
import { Watch } from '../support/watch.mjs';
import { Writers } from '../support/writers.mjs';

export const title = 'the primary freezes and is killed, its synchronous standby is promoted';

const millisecondsToWrite = 15_000;

export async function run(report, { short }) {
  if (!PostgresNode.canCopy()) throw new Skipped('pg_basebackup is not here: the npm package of PostgreSQL lacks it.');
  // Frozen and never killed is the harder case: the connections to it stay open and say nothing.
  for (const isKilled of short ? [false] : [true, false]) await failOver(report, isKilled);
}

async function failOver(report, isKilled) {
  const how = isKilled ? 'frozen, then killed' : 'frozen and left so';
  const primary = await (await PostgresNode.create()).start();
  const standby = await primary.copyAsStandby('standby');
  await standby.start();
  const addresses = `127.0.0.1:${primary.port},127.0.0.1:${standby.port}`;
  const { hub, world, end } = await startTried({
    writers: 16,
    node: primary,
    environment: { DATABASE_URL: `postgres://hub@${addresses}/hub?target_session_attrs=read-write` },
  });
  try {
    await primary.query(`alter system set synchronous_standby_names = 'standby'`);
    await primary.query('select pg_reload_conf()');
    await until(
      async () => (await primary.query('select sync_state from pg_stat_replication'))[0]?.sync_state === 'sync',
    );
    const writers = new Writers(hub, world, { limit: 10_000 });
    const watch = new Watch(hub, world.writers[0].cookie);
    await delay(2_000);
    const before = writers.acknowledged;
    primary.freeze();
    await delay(1_500);
    if (isKilled) primary.kill();
    const doneBefore = writers.acknowledged;
    const began = performance.now();
    await standby.promote();
    await until(() => writers.acknowledged > doneBefore, 60_000);
    const milliseconds = Math.round(performance.now() - began);
    report.check('the writers were at work before', before > 16, `${before}`);
    report.check(
      `${how}: writing within 15 s of the promotion`,
      milliseconds < millisecondsToWrite,
      `${milliseconds} ms`,
    );
    report.figure(`${how}: writing after`, `${milliseconds} ms`);
    await delay(1_500);
    if (!isKilled) await comeBack(report, primary, writers);
    await writers.finish();
    const seen = await watch.stop();
    report.figure('slowest answer', `${Math.round(Math.max(seen.slowest, writers.slowest))} ms`);
    report.none('answers meanwhile are 200 or 503 with Retry-After', [...seen.wrong, ...writers.surprises]);
    report.none('every request was answered within 10 s', seen.unanswered);
    report.check('every write, too', writers.counts.unanswered === 0, `${writers.counts.unanswered} were not`);
    report.none('every writer was told in the end', writers.unfinished());
    report.none('no retry was refused', writers.refusals);
    await holdAgainst(report, (text, values) => standby.query(text, values), writers.ledger);
  } finally {
    await end();
    await standby.remove();
  }
}

/** The old primary wakes up and would take writes again: nobody may give it any. */
async function comeBack(report, primary, writers) {
  const before = writers.acknowledged;
  const [{ now }] = await (primary.thaw(), primary.query('select clock_timestamp() as now'));
  await delay(4_000);
  // Those from before the freeze wait for a standby that will never answer them; nobody waits for them any more.
  const since = await primary.query(
    `select query from pg_stat_activity where datname = 'hub' and pid <> pg_backend_pid()
       and backend_type = 'client backend' and backend_start > $1`,
    [now],
  );
  report.none('the old primary, awake again, is left alone', since);
  report.check('and the writers go on', writers.acknowledged > before + 16);
}

async function until(holds, limit = 20_000) {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > limit) throw new Error(`It did not happen within ${limit} ms: ${holds}`);
    await delay(25);
  }
}
