import { setTimeout as delay } from 'node:timers/promises';
import { startTried } from '../support/tried.mjs';
import { holdAgainst, verifyTrail } from '../support/whole-writes.mjs';
import { Writers } from '../support/writers.mjs';

export const title = 'the server is killed twenty times under sixteen writers';

export async function run(report, { short }) {
  const kills = short ? 6 : 20;
  const { node, hub, world, end } = await startTried({ writers: 16 });
  try {
    const writers = new Writers(hub, world);
    let slowestStart = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      // Never at the same place of a write.
      await delay(300 + Math.random() * 700);
      await hub.kill();
      const began = performance.now();
      await hub.start();
      slowestStart = Math.max(slowestStart, performance.now() - began);
    }
    await delay(500);
    await writers.finish();
    report.figure('kills', kills);
    report.figure('slowest start', `${Math.round(slowestStart)} ms`);
    report.figure('retries', writers.counts.retried);
    report.check('the writers were at work', writers.acknowledged > kills * 10, `${writers.acknowledged} acknowledged`);
    report.check('the kills hit them', writers.counts.unanswered >= kills, `${writers.counts.unanswered} unanswered`);
    report.none('every writer was told in the end', writers.unfinished());
    report.none('no retry was refused', writers.refusals);
    report.none('no answer was an error', writers.surprises);
    await holdAgainst(report, (text, values) => node.query(text, values), writers.ledger);
    await verifyTrail(report, hub);
  } finally {
    await end();
  }
}
