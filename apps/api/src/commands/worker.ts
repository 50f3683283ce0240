import { NestFactory } from '@nestjs/core';
import { Calendar, createLogger, FrameworkLogger, type Settings } from '@sos/platform-server';
import { AppModule } from '../app.module';
import { openDatabase } from '../open-database';
import type { CommandOutput } from './command';

/**
 * `worker`: does the hub's own work in a process of its own, until it is stopped, for servers that run with `WORKER=0`.
 * The same modules as the server, without its doors. A signal ends it when what it has begun is done.
 */
export async function runWorker(settings: Settings, output: CommandOutput): Promise<number> {
  if (!settings.databaseUrl) {
    output.progress('The embedded database belongs to one process: the hub itself does this work. Set DATABASE_URL.');
    return 2;
  }
  const logger = createLogger(settings.logLevel);
  const database = await openDatabase(settings);
  const migrated = await database.migrate();
  if (migrated.length > 0) output.progress(`Migrations applied: ${migrated.join(', ')}.`);
  const parts = {
    settings: { ...settings, worker: true },
    logger,
    database,
    calendar: new Calendar(settings.timeZone),
  };
  const hub = await NestFactory.createApplicationContext(AppModule.with(parts), {
    logger: new FrameworkLogger(logger),
    abortOnError: false,
  });
  output.progress('The worker is at work. Stop: Ctrl+C or SIGTERM.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  output.progress('Stopping …');
  await hub.close();
  return 0;
}
