import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createTestDatabase, GraphqlClient, type TestDatabase } from '@sos/platform-testing';
import { Calendar, createLogger, OutboxWorker, readSettings, type Database, type Settings } from '@sos/platform-server';
import { createHub } from '../../src/create-hub';
import { loadDemonstration } from '../../src/demo/load-demonstration';
import { openDatabase } from '../../src/open-database';

export interface TestHubOptions {
  /** `demonstration`: the whole sample workgroup; `empty` (default): migrated, for builders to fill. */
  content?: 'empty' | 'demonstration';
  /** On the embedded database instead of PostgreSQL. */
  embedded?: boolean;
  environment?: NodeJS.ProcessEnv;
  /** Another address by which the hub reaches its database, such as one that can be cut. */
  route?: (url: string) => Promise<string>;
  /** A further server on the database of that hub. Close it first. */
  beside?: TestHub;
}

/** A whole hub on a database of its own, reached over HTTP. */
export class TestHub {
  private constructor(
    readonly application: NestExpressApplication,
    readonly database: Database,
    readonly address: string,
    readonly settings: Settings,
    private readonly testDatabase: TestDatabase | null,
  ) {}

  static async start(options: TestHubOptions = {}): Promise<TestHub> {
    const content = options.content ?? 'empty';
    const testDatabase = options.embedded ? null : await databaseFor(content, options.beside);
    const route = options.route ?? ((url: string) => Promise.resolve(url));
    const settings = readSettings({
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
      // The embedded database keeps nothing; otherwise the folder is for mail.
      ...(testDatabase
        ? { DATABASE_URL: await route(testDatabase.url), DATA_DIR: newFolder() }
        : { DATA_DIR: 'memory://' }),
      WORKER: '0',
      // A spec asks more in a minute than any person; those about limits set their own.
      RATE_PER_PERSON: '1000000',
      DATABASE_WAIT_SECONDS: '30',
      ...options.environment,
    });
    const logger = createLogger(settings.logLevel);
    const database = await openDatabase(settings);
    if (!testDatabase) await prepare(database, content);
    const application = await createHub({ settings, logger, database });
    await application.listen(0, '127.0.0.1');
    const address = (await application.getUrl()).replace('[::1]', '127.0.0.1');
    return new TestHub(application, database, address, settings, testDatabase);
  }

  /** The hub as a person sees it: by e-mail name (`ana.reyes`) or uuid; `nobody` is not signed in. */
  async as(person: string): Promise<GraphqlClient> {
    return new GraphqlClient(this.address, person === 'nobody' ? null : await this.cookieOf(person));
  }

  async cookieOf(person: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const rows = await this.database.query(
      `insert into session (token_hash, person_id, expires_at)
       select $1, id, now() + interval '1 hour' from person where id::text = $2 or email = $2 || '@example.org' returning person_id`,
      [createHash('sha256').update(token).digest(), person],
    );
    if (rows.length === 0) throw new Error(`There is no person ${person} in this test's database.`);
    return `sos_session=${token}`;
  }

  /** Does what the worker would do: delivers what the outbox holds, and returns when nothing is due. */
  deliverOutbox(): Promise<void> {
    return this.application.get(OutboxWorker).deliverDue();
  }

  async close(): Promise<void> {
    await this.application.close();
    await this.testDatabase?.drop();
    rmSync(this.testDatabase ? this.settings.dataFolder : this.settings.mailFolder, { recursive: true, force: true });
  }
}

export const startTestHub = (options?: TestHubOptions): Promise<TestHub> => TestHub.start(options);

async function databaseFor(content: 'empty' | 'demonstration', beside: TestHub | undefined): Promise<TestDatabase> {
  const url = beside?.settings.databaseUrl;
  if (url) return { url, drop: async () => undefined };
  return createTestDatabase(`hub_${content}`, (template) => fill(template, content));
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'sos-hub-'));

async function fill(url: string, content: 'empty' | 'demonstration'): Promise<void> {
  const database = await openDatabase({ databaseUrl: url, dataFolder: '', databasePoolSize: 2 });
  await prepare(database, content);
  await database.close();
}

async function prepare(database: Database, content: 'empty' | 'demonstration'): Promise<void> {
  await database.migrate();
  if (content === 'demonstration') await loadDemonstration(database, new Calendar('America/Los_Angeles'));
}
