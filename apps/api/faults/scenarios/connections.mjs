import { setTimeout as delay } from 'node:timers/promises';
import { startTried } from '../support/tried.mjs';
import { holdAgainst } from '../support/whole-writes.mjs';
import { Watch } from '../support/watch.mjs';
import { Writers } from '../support/writers.mjs';

export const title = 'connections to PostgreSQL break in the middle of transactions';

export async function run(report, { short }) {
  const { node, hub, world, end } = await startTried({ writers: 16, environment: { DATABASE_POOL_SIZE: '6' } });
  try {
    const writers = new Writers(hub, world);
    const watch = new Watch(hub, world.writers[0].cookie);
    const broken = await breakConnections(node, short ? 5_000 : 15_000);
    const doneBefore = writers.acknowledged;
    await delay(1_500);
    report.check(
      'the pool serves on afterwards',
      writers.acknowledged > doneBefore + 20,
      `${writers.acknowledged - doneBefore} in 1.5 s`,
    );
    await writers.finish();
    const seen = await watch.stop();
    report.figure('connections broken', broken);
    report.figure('turned away with 503', writers.counts.turnedAway + seen.turnedAway);
    report.check('they were broken in mid-transaction', writers.counts.turnedAway > 5, `${writers.counts.turnedAway}`);
    report.none('answers meanwhile are 200 or 503 with Retry-After', [
      ...seen.wrong,
      ...writers.surprises,
      ...seen.unanswered,
    ]);
    report.none('every writer was told in the end', writers.unfinished());
    report.none('no retry was refused', writers.refusals);
    const [{ open }] = await node.query(
      `select count(*)::integer as open from pg_stat_activity where datname = 'hub' and state like 'idle in transaction%'`,
    );
    report.check('no transaction stays open', open === 0, `${open} stay open`);
    await holdAgainst(report, (text, values) => node.query(text, values), writers.ledger);
  } finally {
    await end();
  }
}

/** Ends those that are at work, first those in the middle of a transaction. */
async function breakConnections(node, milliseconds) {
  const began = performance.now();
  let broken = 0;
  while (performance.now() - began < milliseconds) {
    const ended = await node.query(
      `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
         where datname = 'hub' and pid <> pg_backend_pid() and backend_type = 'client backend'
         order by xact_start is null, state = 'idle', random() limit 2) at_work`,
    );
    broken += ended.length;
    await delay(40);
  }
  return broken;
}
