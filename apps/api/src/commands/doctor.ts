import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderHolder, type Settings } from '@sos/platform-server';
import { openDatabase } from '../open-database';
import type { CommandOutput } from './command';

interface Finding {
  good: boolean;
  what: string;
  remedy?: string;
}

/** Looks at what a hub needs and says, line by line, what is well and what to do about the rest. */
export async function doctor(settings: Settings, output: CommandOutput): Promise<number> {
  const findings = [nodeVersion(), builtWebApp(settings), ...(await databaseFindings(settings))];
  for (const { good, what, remedy } of findings)
    output.print(`${good ? 'well ' : 'MEND '} ${what}${remedy ? `\n      ${remedy}` : ''}`);
  return findings.every(({ good }) => good) ? 0 : 1;
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = major > 20 || (major === 20 && minor >= 19);
  return { good, what: `Node ${process.versions.node}`, remedy: good ? undefined : 'Install Node 20.19 or newer.' };
}

function builtWebApp(settings: Settings): Finding {
  const good = existsSync(join(settings.webFolder, 'index.html'));
  return { good, what: `web app in ${settings.webFolder}`, remedy: good ? undefined : 'Run: npm run build' };
}

async function databaseFindings(settings: Settings): Promise<Finding[]> {
  const where = settings.databaseUrl ? 'PostgreSQL at DATABASE_URL' : `embedded database in ${settings.dataFolder}`;
  const holder = settings.databaseUrl ? null : folderHolder(settings.dataFolder);
  if (holder) {
    return [
      {
        good: true,
        what: `${where}, held by process ${holder.processId}${holder.address ? ` (${holder.address})` : ''} since ${holder.startedAt}`,
      },
    ];
  }
  try {
    const database = await openDatabase(settings);
    try {
      const pending = await database.pendingMigrations();
      return [
        { good: true, what: `${where} answers` },
        {
          good: !pending,
          what: pending ? 'migrations wait' : 'migrations applied',
          remedy: pending ? 'Run: npm run hub -- migrate' : undefined,
        },
      ];
    } finally {
      await database.close();
    }
  } catch (error) {
    return [
      {
        good: false,
        what: `${where}: ${(error as Error).message}`,
        remedy: 'Check DATABASE_URL, or DATA_DIR and its permissions.',
      },
    ];
  }
}
