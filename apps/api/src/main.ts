import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import {
  createLogger,
  FolderInUseError,
  isDatabaseAway,
  readSettings,
  SettingsError,
  Calendar,
  type Database,
  type Settings,
} from '@sos/platform-server';
import { createSetupAddress } from '@sos/identity-server';
import { createHub } from './create-hub';
import { loadDemonstration } from './demo/load-demonstration';
import { openDatabase } from './open-database';

/** Starts the hub: settings, database, migrations, demonstration content once, then the server itself. */
async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const logger = createLogger(settings.logLevel);
  say('Opening the database …');
  const database = await openDatabase(settings);
  const migrated = await database.migrate();
  if (migrated.length > 0) say(`Migrations applied: ${migrated.join(', ')}.`);
  const calendar = new Calendar(settings.timeZone, () => database.now());
  if (settings.demonstration) await loadDemonstration(database, calendar, say);

  const hub = await createHub({ settings, logger, database, calendar });
  endCleanly(async () => hub.close());
  await hub.listen(settings.port, settings.host);
  const address = listeningAddress(settings, hub.getHttpServer().address());
  const commandKey = randomBytes(32).toString('base64url');
  process.env.HUB_COMMAND_KEY = commandKey;
  database.lock?.announce(address, commandKey);
  logger.info({ address }, 'the hub is listening');
  for (const line of greeting(settings, address)) say(line);
  if (!settings.demonstration) await offerSetUp(database, settings);
}

/** A hub without an administrator can be set up by whoever sees this, and by nobody else. */
async function offerSetUp(database: Database, { publicUrl }: Settings): Promise<void> {
  const made = await database.transaction((transaction) => createSetupAddress(transaction, publicUrl));
  if (!made) return;
  say('');
  say('This hub has no administrator yet. Open this address to set it up; it works once, for 30 minutes:');
  say(made.address);
  say('Each start prints a new one while there is none; so does: npm run hub -- setup-address');
  say('');
}

function greeting(settings: Settings, address: string): string[] {
  if (!settings.demonstration) return [`SOS Hub is running at ${settings.publicUrl} (listening on ${address}).`];
  return [
    '',
    `SOS Hub, the demonstration, is running at ${address}`,
    'Sign in: open it and choose a person, for example Ana Reyes (representative),',
    'Jordan Whitfield (chair) or Tomas Beltran (data staff). People and figures are invented.',
    'Stop: Ctrl+C. What you change is kept.',
    '',
  ];
}

function listeningAddress(settings: Settings, bound: { port: number } | string | null): string {
  const port = typeof bound === 'object' && bound ? bound.port : settings.port;
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(settings.host);
  return `http://${isLocal ? 'localhost' : settings.host}:${port}`;
}

function endCleanly(close: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      say('Stopping …');
      close().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
}

/** Words for the person at the terminal; the structured log goes beside them. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function fail(error: unknown): never {
  const expected = error instanceof SettingsError || error instanceof FolderInUseError;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (expected) say(message);
  else if (code === 'EADDRINUSE')
    say(`The port is in use: ${message}. Stop the other program, or choose another with PORT.`);
  else if (isDatabaseAway(error)) say(`The database does not answer: ${message}. Check DATABASE_URL.`);
  else say(stack ?? String(error));
  process.exit(1);
}

start().catch(fail);
