import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the lock file tells others about the process that holds a data folder. */
export interface LockHolder {
  processId: number;
  /** Distinguishes a reused process id: the kernel's start time of the process, where the system tells it. */
  processStart: string | null;
  startedAt: string;
  /** Where the holder answers, once it listens. */
  address: string | null;
  /** Lets a command on the same machine and account act through the running hub. */
  commandKey: string | null;
}

export class FolderInUseError extends Error {
  constructor(
    readonly folder: string,
    readonly holder: LockHolder,
  ) {
    super(
      `The data folder ${folder} is in use by process ${holder.processId}` +
        `${holder.address ? `, the hub at ${holder.address}` : ''}, since ${holder.startedAt}. ` +
        'Stop that process first, or choose another folder with DATA_DIR.',
    );
  }
}

const fileName = 'hub.lock';

/**
 * Takes the embedded database's folder for this process alone: PGlite takes no lock itself, and a second
 * process would corrupt the data. A lock whose process has gone (kill -9, power cut) is taken over.
 * @throws FolderInUseError naming the holder.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName);
  const mine: LockHolder = {
    processId: process.pid,
    processStart: processStart(process.pid),
    startedAt: new Date().toISOString(),
    address: null,
    commandKey: null,
  };
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (tryCreate(path, mine)) return new FolderLock(path, mine);
    const holder = readHolder(folder);
    if (holder && isAlive(holder)) throw new FolderInUseError(folder, holder);
    moveStaleAside(path, holder);
  }
  throw new Error(`The lock ${path} could not be taken. Remove it if no hub is running.`);
}

/** Who holds the folder now; null when nobody does or the holder has died. */
export function folderHolder(folder: string): LockHolder | null {
  const holder = readHolder(folder);
  return holder && isAlive(holder) ? holder : null;
}

export class FolderLock {
  constructor(
    private readonly path: string,
    private holder: LockHolder,
  ) {}

  announce(address: string, commandKey: string): void {
    this.holder = { ...this.holder, address, commandKey };
    const draft = `${this.path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(this.holder), { mode: 0o600 });
    renameSync(draft, this.path);
  }

  release(): void {
    rmSync(this.path, { force: true });
  }
}

/** The file appears with its content, all at once: a half-written lock would look like a dead one. */
function tryCreate(path: string, holder: LockHolder): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(folder: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as LockHolder;
  } catch {
    return null;
  }
}

/**
 * Two starting hubs may both find the same stale lock. Renaming is atomic, so only one gets the file; if it
 * turns out to be the other's fresh lock, it is put back.
 */
function moveStaleAside(path: string, stale: LockHolder | null): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readFileSync(aside, 'utf8');
  if (stale && moved !== JSON.stringify(stale)) renameSync(aside, path);
  else rmSync(aside, { force: true });
}

function isAlive(holder: LockHolder): boolean {
  try {
    process.kill(holder.processId, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = processStart(holder.processId);
  return start === null || holder.processStart === null || start === holder.processStart;
}

function processStart(processId: number): string | null {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    // The second field, the command, may hold blanks and brackets: count from its end.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
