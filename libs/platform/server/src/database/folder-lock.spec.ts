import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folderHolder, FolderInUseError, lockFolder } from './folder-lock';

const newFolder = () => mkdtempSync(join(tmpdir(), 'sos-lock-'));
const writeLock = (folder: string, holder: object) => writeFileSync(join(folder, 'hub.lock'), JSON.stringify(holder));
const endedProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('the lock of the data folder', () => {
  test('a second taker is told who holds it, and where that hub answers', () => {
    const folder = newFolder();
    const lock = lockFolder(folder);
    lock.announce('http://localhost:3000', 'key');
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
    expect(() => lockFolder(folder)).toThrow(`process ${process.pid}, the hub at http://localhost:3000`);
    expect(folderHolder(folder)).toMatchObject({ address: 'http://localhost:3000', commandKey: 'key' });
    lock.release();
    expect(folderHolder(folder)).toBeNull();
  });

  test('the lock of a process that has died is taken over', () => {
    const folder = newFolder();
    writeLock(folder, {
      processId: endedProcess(),
      processStart: null,
      startedAt: '2026-01-01',
      address: null,
      commandKey: null,
    });
    expect(folderHolder(folder)).toBeNull();
    lockFolder(folder).release();
  });

  test('a process id that the system gave to another program does not hold it', () => {
    const folder = newFolder();
    writeLock(folder, {
      processId: process.pid,
      processStart: '1',
      startedAt: '2026-01-01',
      address: null,
      commandKey: null,
    });
    expect(folderHolder(folder)).toBeNull();
    lockFolder(folder).release();
  });

  test('an unreadable lock file does not keep a hub from starting', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'hub.lock'), '{"processId":');
    lockFolder(folder).release();
  });
});
