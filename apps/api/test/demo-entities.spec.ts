import { expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from '@sos/platform-testing';
import { openDatabase } from '../src/open-database';

test('the entities of all domains say what the migrations made', async () => {
  const testDatabase = await createTestDatabase('hub_empty_schema', async () => undefined);
  const database = await openDatabase({ databaseUrl: testDatabase.url, dataFolder: '', databasePoolSize: 2 });
  await database.migrate();
  // Where a column is generated, TypeORM looks for its expression in a table of its own, which only the owner can make.
  const owner = new pg.Client({ connectionString: testDatabase.url });
  await owner.connect();
  await owner.query(
    'create table typeorm_metadata (type text, database text, schema text, "table" text, name text, value text)',
  );
  await owner.end();
  const generated = await database.query<{ statement: string }>(
    `select format('ALTER TABLE "%s" DROP COLUMN "%s"', table_name, column_name) as statement
     from information_schema.columns where table_schema = 'public' and is_generated = 'ALWAYS'`,
  );
  // What only the database writes, and constraints and indexes, are the migrations' own.
  const ofTheMigrations = new Set(generated.map(({ statement }) => statement));
  const isOfTheMigrations = (query: string) =>
    ofTheMigrations.has(query) || /\b(CONSTRAINT|INDEX|typeorm_metadata)\b/.test(query);

  const { upQueries } = await database.source.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query).filter((query) => !isOfTheMigrations(query))).toEqual([]);

  const described = new Set(database.source.entityMetadatas.map(({ tableName }) => tableName));
  const present = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('migrations', 'typeorm_metadata')`,
  );
  expect(present.map(({ name }) => name).filter((name) => !described.has(name))).toEqual([]);
  await database.close();
  await testDatabase.drop();
});
