import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { serverAccount } from '@sos/platform-testing/postgres';
import { atExit } from '../support/at-exit.mjs';
import { PostgresNode } from '../support/postgres-node.mjs';
import { Skipped } from '../support/report.mjs';
import { startTried } from '../support/tried.mjs';
import { holdAgainst } from '../support/whole-writes.mjs';
import { Watch } from '../support/watch.mjs';
import { Writers } from '../support/writers.mjs';

export const title = 'the disk is full, and has space again';

const millisecondsToWrite = 10_000;

/** The tables' disk first: the server goes on. Then that of its log: the server itself gives up. */
export async function run(report) {
  await fill(report, { what: 'the disk of the tables', isLog: false });
  await fill(report, { what: 'the disk of the log', isLog: true });
}

async function fill(report, { what, isLog }) {
  const disk = SmallDisk.mount(isLog ? 112 : 96);
  const folder = join(disk.folder, 'postgres');
  let node;
  let keeper;
  let tried;
  try {
    // Small segments, so that the log stays small and asks for another one often.
    const settings = { max_wal_size: '32MB', min_wal_size: '32MB' };
    node = await (await PostgresNode.create({ settings, ...(isLog ? { wal: folder } : { data: folder }) })).start();
    tried = await startTried({ writers: 16, node });
    keeper = new ServiceManager(node);
    const { hub, world } = tried;
    const writers = new Writers(hub, world, { limit: 12_000 });
    const watch = new Watch(hub, world.writers[0].cookie);
    await delay(1_500);
    report.check(`${what}: the writers were at work before`, writers.acknowledged > 16);
    disk.fill();
    await until(() => writers.counts.turnedAway > 30, 60_000);
    const readBefore = watch.read;
    if (isLog) await delay(1_500);
    else await until(() => watch.read >= readBefore + 10, 15_000);
    report.figure(`${what} is full: reads go on`, watch.read > readBefore ? 'yes' : 'no, the server is down');
    const doneBefore = writers.acknowledged;
    disk.empty();
    const began = performance.now();
    await until(() => writers.acknowledged >= doneBefore + 16, 60_000);
    const milliseconds = Math.round(performance.now() - began);
    report.check(
      `${what} has space: writes recover by themselves within 10 s`,
      milliseconds < millisecondsToWrite,
      `${milliseconds} ms`,
    );
    report.figure(`${what}: 16 writes after there was space`, `${milliseconds} ms`);
    await writers.finish();
    const seen = await watch.stop();
    keeper.stop();
    report.none(`${what}: answers meanwhile are 200 or 503 with Retry-After`, [...seen.wrong, ...writers.surprises]);
    report.none(`${what}: every request was answered`, seen.unanswered);
    report.none(`${what}: every writer was told in the end`, writers.unfinished());
    report.none(`${what}: no retry was refused`, writers.refusals);
    await holdAgainst(report, (text, values) => node.query(text, values), writers.ledger);
  } finally {
    keeper?.stop();
    await tried?.end();
    await node?.remove();
    disk.remove();
  }
}

/** A disk of some megabytes, as only the system's owner can make one. */
class SmallDisk {
  static mount(megabytes) {
    if (process.getuid?.() !== 0) throw new Skipped('A small disk needs the right to mount one.');
    const disk = new SmallDisk();
    disk.folder = mkdtempSync(join(tmpdir(), 'sos-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk.folder], { stdio: 'pipe' });
    } catch (error) {
      rmSync(disk.folder, { recursive: true });
      throw new Skipped(`A small disk cannot be mounted here: ${String(error.stderr).trim()}`);
    }
    const { uid, gid } = serverAccount();
    mkdirSync(join(disk.folder, 'postgres'), { mode: 0o700 });
    for (const folder of [disk.folder, join(disk.folder, 'postgres')]) chownSync(folder, uid, gid);
    atExit(() => disk.remove());
    return disk;
  }

  /** To the last byte: what is left after whole pieces is filled with small ones. */
  fill() {
    for (let piece = 0, size = 4 * 1024 * 1024; size >= 4_096; piece += 1) {
      try {
        writeFileSync(join(this.folder, `filler-${piece}`), Buffer.alloc(size));
      } catch {
        size /= 4;
      }
      if (statfsSync(this.folder).bavail === 0) return;
    }
  }

  empty() {
    execFileSync('sh', ['-c', `rm -f "$0"/filler-*`, this.folder]);
  }

  remove() {
    if (!this.folder) return;
    try {
      execFileSync('umount', ['-l', this.folder], { stdio: 'pipe' });
      rmSync(this.folder, { recursive: true, force: true });
    } finally {
      this.folder = null;
    }
  }
}

/** Starts the database server again when it has ended, as systemd and its like do; the hub is not touched. */
class ServiceManager {
  constructor(node) {
    this.timer = setInterval(() => {
      if (node.isRunning || this.isStarting) return;
      this.isStarting = true;
      node
        .ended()
        .then(() => node.start())
        .catch(() => undefined)
        .finally(() => (this.isStarting = false));
    }, 500);
  }

  stop() {
    clearInterval(this.timer);
  }
}

async function until(holds, limit) {
  const began = performance.now();
  while (!holds()) {
    if (performance.now() - began > limit) throw new Error(`It did not happen within ${limit} ms: ${holds}`);
    await delay(25);
  }
}
