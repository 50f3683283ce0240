import type { Calendar, Database, Settings } from '@sos/platform-server';

/** Where a command speaks: progress goes to standard error, results to standard output. */
export interface CommandOutput {
  progress(line: string): void;
  print(line: string): void;
}

export interface CommandServices {
  settings: Settings;
  database: Database;
  calendar: Calendar;
}

/**
 * One command of `npm run hub -- …`. It runs in its own process or, while a hub holds the embedded database, inside
 * that hub; so it must not touch the process (exit, standard streams) itself.
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage.
 */
export type Command = (
  options: Record<string, unknown>,
  services: CommandServices,
  output: CommandOutput,
) => Promise<number>;
