import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { createLogger, Database, readSettings } from '@sos/platform-server';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module';

/** Writes the schema as the server would serve it, to the file named on the command line; needs no database. */
const [target] = process.argv.slice(2);
if (!target) throw new Error('Name the file to write.');
const noDatabase = Object.create(Database.prototype) as Database;
const parts = {
  settings: readSettings({ NODE_ENV: 'test', WORKER: '0' }),
  logger: createLogger('silent'),
  database: noDatabase,
};
const hub = await NestFactory.create(AppModule.with(parts), { logger: ['error', 'fatal'] });
await hub.init();
const { schema } = hub.get(GraphQLSchemaHost);
writeFileSync(target, `${printSchema(lexicographicSortSchema(schema))}\n`);
process.exit(0);
