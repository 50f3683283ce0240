import { Calendar, folderHolder, FolderInUseError, type LockHolder, type Settings } from '@sos/platform-server';
import { openDatabase } from '../open-database';
import type { Command, CommandOutput } from './command';
import { commands } from './registry';

/**
 * Runs a command on the database itself; or, when a running hub holds the embedded database, through that hub.
 * @throws FolderInUseError when the holder is no hub that takes commands.
 */
export async function runCommand(
  name: string,
  options: Record<string, unknown>,
  settings: Settings,
  output: CommandOutput,
): Promise<number> {
  const command = commands[name];
  if (!command) throw new Error(`There is no command "${name}".`);
  const holder = settings.databaseUrl ? null : folderHolder(settings.dataFolder);
  if (holder) return runThroughHub(holder, name, options, settings, output);
  return runHere(command, options, settings, output);
}

/** Opens the database for one command, on a schema that is up to date unless it is to be replaced, and closes it again. */
export async function runHere(
  command: Command,
  options: Record<string, unknown>,
  settings: Settings,
  output: CommandOutput,
  schema: 'up to date' | 'as it is' = 'up to date',
): Promise<number> {
  const database = await openDatabase(settings);
  try {
    const migrated = schema === 'as it is' ? [] : await database.migrate();
    if (migrated.length > 0) output.progress(`Migrations applied: ${migrated.join(', ')}.`);
    const services = { settings, database, calendar: new Calendar(settings.timeZone, () => database.now()) };
    return await database.asHub(() => command(options, services, output));
  } finally {
    await database.close();
  }
}

/** What the hub sends back while a command runs in it, one JSON object a line. */
export type CommandLine = { progress: string } | { print: string } | { exitCode: number };

async function runThroughHub(
  holder: LockHolder,
  name: string,
  options: Record<string, unknown>,
  settings: Settings,
  output: CommandOutput,
): Promise<number> {
  if (!holder.address || !holder.commandKey) throw new FolderInUseError(settings.dataFolder, holder);
  output.progress(`The hub at ${holder.address} holds the database; working through it.`);
  const response = await fetch(`${holder.address}/internal/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-command-key': holder.commandKey },
    body: JSON.stringify({ name, options }),
  });
  if (!response.ok || !response.body) throw new FolderInUseError(settings.dataFolder, holder);
  let exitCode = 1;
  for await (const line of linesOf(response.body)) {
    const message = JSON.parse(line) as CommandLine;
    if ('progress' in message) output.progress(message.progress);
    else if ('print' in message) output.print(message.print);
    else exitCode = message.exitCode;
  }
  return exitCode;
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line.length > 0);
  }
  if (rest) yield rest;
}
