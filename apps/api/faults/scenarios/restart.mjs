import { setTimeout as delay } from 'node:timers/promises';
import { startTried } from '../support/tried.mjs';
import { holdAgainst } from '../support/whole-writes.mjs';
import { Watch } from '../support/watch.mjs';
import { Writers } from '../support/writers.mjs';

export const title = 'PostgreSQL is restarted in mid-load, in order and by force';

const millisecondsToRecover = 10_000;

export async function run(report, { short }) {
  const { node, hub, world, end } = await startTried({ writers: 16 });
  try {
    const writers = new Writers(hub, world, { limit: 12_000 });
    const watch = new Watch(hub, world.writers[0].cookie);
    const first = hub.processId;
    for (const [mode, away] of short
      ? [['immediate', 300]]
      : [
          ['fast', 0],
          ['immediate', 2_000],
          ['immediate', 0],
        ]) {
      await delay(1_500);
      await node.stop(mode);
      await delay(away);
      await node.start();
      const began = performance.now();
      const doneBefore = writers.acknowledged;
      await hub.ready(millisecondsToRecover);
      while (writers.acknowledged < doneBefore + 16) {
        await delay(20);
        if (performance.now() - began > 30_000) break;
      }
      const milliseconds = Math.round(performance.now() - began);
      report.check(
        `after "${mode}" the hub is ready and writes within 10 s`,
        milliseconds < millisecondsToRecover,
        `${milliseconds} ms`,
      );
      report.figure(`writing after "${mode}", ${away} ms away`, `${milliseconds} ms`);
    }
    await delay(500);
    await writers.finish();
    const seen = await watch.stop();
    report.check('it is the same process', hub.processId === first);
    report.none('answers meanwhile are 200 or 503 with Retry-After', [...seen.wrong, ...writers.surprises]);
    report.check('some were 503', writers.counts.turnedAway > 0);
    report.none('no connection to the hub broke, none waited for nothing', seen.unanswered);
    report.check('no answer took longer than 8 s', Math.max(seen.slowest, writers.slowest) < 8_000);
    report.figure('slowest answer', `${Math.round(Math.max(seen.slowest, writers.slowest))} ms`);
    report.figure('turned away with 503', writers.counts.turnedAway + seen.turnedAway);
    report.none('every writer was told in the end', writers.unfinished());
    report.none('no retry was refused', writers.refusals);
    await holdAgainst(report, (text, values) => node.query(text, values), writers.ledger);
    node.freeze();
    const began = performance.now();
    await hub.stop();
    report.check('the hub ends when told, also while the database hangs', performance.now() - began < 20_000);
    report.figure('end while the database hangs', `${Math.round(performance.now() - began)} ms`);
  } finally {
    await end();
  }
}
