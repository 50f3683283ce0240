import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Writes the message where only this account can read it: its link may sign somebody in.
 * @returns the path of the file, whose name sorts by time.
 */
export function fileMail(folder: string, message: Buffer): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replaceAll(/[-:]/g, '').replace('.', '-');
  const path = resolve(join(folder, `${time}-${randomBytes(6).toString('hex')}.eml`));
  writeFileSync(path, message, { mode: 0o600, flag: 'wx' });
  return path;
}
