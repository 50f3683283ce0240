import { headsFile, readHeads, setHeadsAside, writeDownHeads } from '@sos/activity-server';
import { BackupError } from '../backup/backup-file';
import { restoreBackup } from '../backup/restore-backup';
import { writeBackup } from '../backup/write-backup';
import type { Command } from './command';

/** `backup <file>`: the whole hub as it is now, in one file. */
export const backUp: Command = async ({ file }, { database }, output) => {
  const { tables, rows } = await writeBackup(database, String(file));
  output.print(`Backed up ${rows} rows of ${tables} tables to ${String(file)}.`);
  output.progress('It holds restricted work too. Only your account can read it; keep it so wherever you take it.');
  return 0;
};

/** `restore <file> [--replace <name>]` */
export const restore: Command = async ({ file, replace }, { database, settings }, output) => {
  try {
    const name = typeof replace === 'string' ? replace : null;
    const { tables, rows, createdAt, endedSessions, heldEntries } = await restoreBackup(database, String(file), name);
    output.print(`Restored ${rows} rows of ${tables} tables, as they were at ${createdAt}.`);
    if (endedSessions > 0) output.print(`${endedSessions} sessions were ended: everyone signs in again.`);
    if (heldEntries > 0)
      output.print(
        `What waited in the outbox (${heldEntries}) is held, since it may have been sent after the backup: npm run hub -- outbox held`,
      );
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    output.progress(error.message);
    return 1;
  }
  const heads = headsFile(settings.dataFolder);
  const aside = heads && setHeadsAside(heads);
  if (aside) output.print(`What was written down of the audit trail until now is in ${aside}.`);
  if (heads) writeDownHeads(heads, await readHeads(database));
  return 0;
};
