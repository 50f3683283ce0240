import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of one test file, made from a template in a few milliseconds. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/**
 * @param template Name of the template; whoever asks first builds it, the others wait.
 * @param build Fills the template's database, given its address.
 */
export async function createTestDatabase(
  template: string,
  build: (url: string) => Promise<void>,
): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server)
    throw new Error('TEST_DATABASE_URL is not set: run the specs through the jest configuration of the repository.');
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await ensureTemplate(admin, server, template, build);
    const name = `test_${randomBytes(6).toString('hex')}`;
    await admin.query(`create database ${name} template ${template}`);
    return { url: addressOf(server, name), drop: () => drop(server, name) };
  } finally {
    await admin.end();
  }
}

async function ensureTemplate(
  admin: pg.Client,
  server: string,
  template: string,
  build: (url: string) => Promise<void>,
): Promise<void> {
  await admin.query('select pg_advisory_lock(795200)');
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const draft = `${template}_draft`;
    await admin.query(`drop database if exists ${draft}`);
    await admin.query(`create database ${draft}`);
    await build(addressOf(server, draft));
    await admin.query(`alter database ${draft} rename to ${template}`);
  } finally {
    await admin.query('select pg_advisory_unlock(795200)');
  }
}

async function drop(server: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
}

function addressOf(server: string, name: string): string {
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.toString();
}
