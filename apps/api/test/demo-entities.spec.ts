import { expect, test } from '@jest/globals';
import { createTestDatabase } from '@sos/platform-testing';
import { openDatabase } from '../src/open-database';

/** Constraints and indexes are the migrations' own; TypeORM would only rename them. */
const isOfTheMigrations = /\b(CONSTRAINT|INDEX)\b/;

test('the entities of all domains say what the migrations made', async () => {
  const testDatabase = await createTestDatabase('hub_empty_schema', async () => undefined);
  const database = await openDatabase({ databaseUrl: testDatabase.url, dataFolder: '', databasePoolSize: 2 });
  await database.migrate();
  const { upQueries } = await database.source.driver.createSchemaBuilder().log();
  const differences = upQueries.map(({ query }) => query).filter((query) => !isOfTheMigrations.test(query));
  expect(differences).toEqual([]);

  const described = new Set(database.source.entityMetadatas.map(({ tableName }) => tableName));
  const present = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('migrations', 'typeorm_metadata')`,
  );
  expect(present.map(({ name }) => name).filter((name) => !described.has(name))).toEqual([]);
  await database.close();
  await testDatabase.drop();
});
