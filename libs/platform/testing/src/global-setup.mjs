import { startPostgres } from './postgres-server.mjs';

/** One PostgreSQL for the whole run; each test file gets a database of its own in it. */
export default async function setUp() {
  if (process.env.TEST_DATABASE_URL) return;
  const server = await startPostgres();
  globalThis.testPostgres = server;
  process.env.TEST_DATABASE_URL = server.url;
}
