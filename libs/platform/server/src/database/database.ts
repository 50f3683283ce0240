import { setTimeout as delay } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import {
  DataSource,
  type DataSourceOptions,
  type EntityManager,
  type EntitySchema,
  type MixedList,
  type QueryRunner,
} from 'typeorm';
import { isDatabaseAway } from './database-away';
import { DatabaseClock } from './database-clock';
import { DatabaseHosts } from './database-hosts';
import { DatabasePulse } from './database-pulse';
import { lockFolder, type FolderLock } from './folder-lock';
import { becomeApp, HubPool, isWide, NamedQuery, queryInTransaction, ScopedQuery, scopeText } from './hub-pool';
import {
  EmbeddedNotifications,
  ServerNotifications,
  type NotificationListener,
  type Notifications,
} from './notifications';
import { asHub, enforcedRows, followScopes, isInTransaction, withinTransaction } from './row-scope';

// Calendar dates stay text: a Date would shift them by the server's time zone. Counts fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));

/* eslint-disable @typescript-eslint/no-explicit-any -- a row is what its statement says; the caller names the type */
export type Row = Record<string, any>;
type EntityClasses = MixedList<Function | string | EntitySchema>; // eslint-disable-line @typescript-eslint/no-unsafe-function-type

/** Whatever can run a statement: the database itself, or the transaction that a use case was handed. */
export interface Queryable {
  query<T extends Row = Row>(text: string, values?: readonly unknown[]): Promise<T[]>;
}

/** A running transaction; a use case passes it on in plain sight. */
export interface Transaction extends Queryable {
  readonly manager: EntityManager;
}

export interface DatabaseOptions {
  url: string | undefined;
  /** Who owns the schema and migrates it, where that is another account than the hub's own. */
  ownerUrl?: string | undefined;
  /** Folder of the embedded database; `memory://` keeps nothing. */
  dataFolder: string;
  poolSize: number;
  /** How long a request waits for a connection when all are taken. */
  waitMilliseconds?: number;
  /** After which a statement is stopped. */
  statementMilliseconds?: number;
  entities: EntityClasses;
  migrations: MixedList<Function | string>; // eslint-disable-line @typescript-eslint/no-unsafe-function-type
}

/**
 * The one door to PostgreSQL. Reads run as prepared statements on the pool, without entity hydration;
 * writes run in {@link transaction}. Both carry the scope of whoever asks (see row-scope.ts), so that row-level
 * security holds back what is not theirs. The embedded database has a single connection: a read outside of the
 * transaction that holds it would wait for ever, so it is refused at once.
 */
export class Database implements Queryable {
  private readonly statementNames = new Map<string, string>();
  private readonly listeners = new Set<(text: string) => void>();
  private readonly leaveScopes: () => void;

  private constructor(
    readonly source: DataSource,
    readonly isEmbedded: boolean,
    readonly lock: FolderLock | null,
    private readonly notifications: Notifications,
    /** Opens the database as the owner of its schema. */
    private readonly owner: DataSourceOptions,
    private readonly clock: DatabaseClock,
    /** The embedded database lives and ends with this process. */
    private readonly pulse: DatabasePulse | null,
  ) {
    this.leaveScopes = followScopes();
  }

  static async open(options: DatabaseOptions): Promise<Database> {
    const common = {
      type: 'postgres' as const,
      entities: options.entities,
      migrations: options.migrations,
      migrationsTransactionMode: 'each' as const,
      installExtensions: false,
      logging: false,
    };
    const clock = new DatabaseClock();
    if (options.url) {
      const hosts = new DatabaseHosts(options.url);
      const connection = { Client: hosts.Client, connectionTimeoutMillis: 5_000 };
      const statementMilliseconds = options.statementMilliseconds ?? 30_000;
      const source = new DataSource({
        ...common,
        driver: { ...pg, Pool: HubPool },
        url: hosts.first,
        poolSize: options.poolSize,
        extra: {
          ...connection,
          max: options.poolSize,
          waitMillis: options.waitMilliseconds,
          statement_timeout: statementMilliseconds,
          query_timeout: statementMilliseconds + 5_000,
          // A transaction that nobody goes on with would hold its rows for ever.
          idle_in_transaction_session_timeout: 60_000,
        },
      });
      await source.initialize();
      const notifications = new ServerNotifications(hosts);
      const owners = new DatabaseHosts(options.ownerUrl ?? options.url);
      const owner = { ...common, url: owners.first, poolSize: 1, extra: { Client: owners.Client } };
      const database = new Database(source, false, null, notifications, owner, clock, new DatabasePulse(hosts, clock));
      await database.learnTime();
      return database;
    }
    const lock = options.dataFolder === 'memory://' ? null : lockFolder(options.dataFolder);
    try {
      const { driver, ownerDriver, embedded } = await embeddedDrivers(options.dataFolder);
      const source = new DataSource({ ...common, driver } as DataSourceOptions);
      await source.initialize();
      const notifications = new EmbeddedNotifications(embedded, (statement) => poolOf(source).query(statement));
      const owner = { ...common, driver: ownerDriver } as DataSourceOptions;
      return new Database(source, true, lock, notifications, owner, clock, null);
    } catch (error) {
      lock?.release();
      throw error;
    }
  }

  /** Tells each statement that is run; returns the way to stop. Benchmarks and tests count with it. */
  onStatement(listener: (text: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async query<T extends Row = Row>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    this.refuseBesideTransaction();
    this.tell(text);
    const statement = { name: this.nameOf(text), text, values: values as unknown[] };
    const scope = enforcedRows();
    if (this.isEmbedded && isWide(scope))
      return (await queryInTransaction(poolOf(this.source), statement, scope)).rows as T[];
    const query = isWide(scope) ? new ScopedQuery(statement, scope) : new NamedQuery(statement);
    const result = await poolOf(this.source).query(query as unknown as pg.QueryConfig);
    return result.rows as T[];
  }

  /** Runs a text of several statements that takes no values, as a package brings it; outside of any transaction. */
  async script<T extends Row = Row>(text: string): Promise<T[]> {
    this.tell(text);
    const results: unknown = await poolOf(this.source).query(text);
    return [results].flat().flatMap((result) => (result as pg.QueryResult<T>).rows);
  }

  /** Commits what `work` returns from; rolls back, and rethrows, what it throws. */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    try {
      this.tell('begin');
      await runner.startTransaction();
      const scope = enforcedRows();
      if (isWide(scope)) await runner.query(scopeText(scope));
      const transaction: Transaction = {
        manager: runner.manager,
        query: async (text, values = []) => {
          this.tell(text);
          const result = await runner.query(text, values as unknown[], true);
          return result.records;
        },
      };
      const outcome = await withinTransaction(() => work(transaction));
      this.tell('commit');
      await runner.commitTransaction();
      return outcome;
    } catch (error) {
      if (isDatabaseAway(error)) await discard(runner, error as Error);
      else if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** The time in the database, which is the hub's, whatever the clock of this machine says. */
  now(): Date {
    return this.clock.now();
  }

  /** Hears what committed transactions announce on the channel with `pg_notify`; returns the way to stop. */
  listen(channel: string, listener: NotificationListener): Promise<() => void> {
    return this.notifications.listen(channel, listener);
  }

  /** Runs work of the hub itself, which sees every row: the worker, the command line, a backup. */
  asHub<T>(work: () => Promise<T>): Promise<T> {
    return asHub(work);
  }

  /** Brings the schema up to date, as its owner; returns the names of the migrations that ran. */
  async migrate(): Promise<string[]> {
    const done = await this.oneServerAtATime(() => this.asOwner((owner) => owner.runMigrations()));
    if (done.length > 0) await this.reopen();
    return done.map((migration) => migration.name);
  }

  /** Connections that were opened before the role was ready, or the tables were others, go. */
  async reopen(): Promise<void> {
    if (this.isEmbedded) return;
    await this.source.destroy();
    await this.source.initialize();
  }

  async pendingMigrations(): Promise<boolean> {
    const [known] = await this.query<{ exists: boolean }>(`select to_regclass('migrations') is not null as exists`);
    if (!known?.exists) return true;
    const done = new Set((await this.query<{ name: string }>('select name from migrations')).map(({ name }) => name));
    return this.source.migrations.some((migration) => !done.has(migration.name ?? migration.constructor.name));
  }

  /** Runs work as the owner of the schema, which no policy holds back: migrations and upkeep, never a request. */
  async asOwner<T>(work: (owner: DataSource) => Promise<T>): Promise<T> {
    return this.isEmbedded ? this.aloneOnEmbedded(() => this.withOwner(work)) : this.withOwner(work);
  }

  private async withOwner<T>(work: (owner: DataSource) => Promise<T>): Promise<T> {
    const owner = new DataSource(this.owner);
    await owner.initialize();
    return work(owner).finally(() => owner.destroy());
  }

  /** Servers that start together wait for each other: whoever comes second finds the work done. */
  private async oneServerAtATime<T>(work: () => Promise<T>): Promise<T> {
    if (this.isEmbedded) return work();
    const { url, extra } = this.owner as { url?: string; extra: { Client: typeof pg.Client } };
    const client = new extra.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('select pg_advisory_lock(795200, 1)');
      return await work();
    } finally {
      // The lock ends with its connection.
      await client.end();
    }
  }

  /**
   * The embedded database has one session, whoever speaks in it: its role is everybody's. So the pool's only client is
   * held for as long as the session is the owner's, and requests wait; a statement between two of the owner's would
   * see restricted rows.
   */
  private async aloneOnEmbedded<T>(work: () => Promise<T>): Promise<T> {
    this.refuseBesideTransaction();
    const client = await poolOf(this.source).connect();
    try {
      await client.query('reset role');
      return await withinTransaction(work);
    } finally {
      await this.giveBackAsApp(client);
    }
  }

  /** A client that cannot be made the app's again goes; the next one takes the role on, or fails. */
  private async giveBackAsApp(client: pg.PoolClient): Promise<void> {
    try {
      await becomeApp(client);
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
    client.release();
  }

  /** On the one connection it would wait for itself. */
  private refuseBesideTransaction(): void {
    if (this.isEmbedded && isInTransaction())
      throw new Error('A use case that runs in a transaction must read through it, not through the database.');
  }

  async close(): Promise<void> {
    // A server that hangs answers no farewell.
    const farewell = setInterval(() => this.pulse?.breakAll(), millisecondsOfFarewell);
    try {
      await this.pulse?.stop();
      await this.notifications.close();
      if (this.source.isInitialized) await this.source.destroy();
    } finally {
      clearInterval(farewell);
      this.lock?.release();
      this.leaveScopes();
    }
  }

  /** From then on the pulse sees to it. */
  private async learnTime(): Promise<void> {
    const asked = performance.now();
    const [row] = await this.query<{ now: Date }>('select clock_timestamp() as now');
    this.clock.learn(row!.now, asked, performance.now());
  }

  /** Prepared statements are kept by name on each connection; the same text always has the same name. */
  private nameOf(text: string): string | undefined {
    if (this.isEmbedded) return undefined;
    const known = this.statementNames.get(text);
    if (known) return known;
    // Texts are composed from a small number of parts; the bound only guards against a mistake.
    if (this.statementNames.size > 2_000) return undefined;
    const name = `s${this.statementNames.size}`;
    this.statementNames.set(text, name);
    return name;
  }

  private tell(text: string): void {
    for (const listener of this.listeners) listener(text);
  }
}

const millisecondsOfFarewell = 2_000;

/**
 * Gives a broken connection up instead of asking it to roll back: it may never answer, and the server undoes what it
 * did not commit. Nobody else gets it from the pool.
 */
function discard(runner: QueryRunner, reason: Error): Promise<void> {
  return (runner as unknown as { releasePostgresConnection(reason: Error): Promise<void> }).releasePostgresConnection(
    reason,
  );
}

const poolOf = (source: DataSource): pg.Pool => (source.driver as unknown as { master: pg.Pool }).master;

interface EmbeddedDrivers {
  driver: object;
  /** Speaks in the same session, past the hub's pool: only for whoever holds that pool's one client. */
  ownerDriver: object;
  embedded: PGlite;
}

async function embeddedDrivers(dataFolder: string): Promise<EmbeddedDrivers> {
  const { PGlite } = await import('@electric-sql/pglite');
  await delay(0); // two dynamic imports at once fail under Jest's module loader
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
  const embedded = await PGlite.create(dataFolder === 'memory://' ? {} : { dataDir: `${dataFolder}/postgres` });
  const oneConnection = (options: pg.PoolConfig) =>
    ({
      ...options,
      ...(createPgConfig(embedded) as object),
      max: 1,
      idleTimeoutMillis: 0,
      allowExitOnIdle: true,
    }) as pg.PoolConfig;
  /** One connection only; and `end` must close the database too, or the process lingers. */
  class EmbeddedPool extends HubPool {
    constructor(options: pg.PoolConfig) {
      super(oneConnection(options));
    }
    override end(callback?: (error?: Error) => void): any {
      const ended = super.end().then(() => embedded.close());
      return callback ? void ended.then(() => callback(), callback) : ended;
    }
  }
  class OwnerPool extends pg.Pool {
    constructor(options: pg.PoolConfig) {
      super(oneConnection(options));
    }
  }
  return { driver: { ...pg, Pool: EmbeddedPool }, ownerDriver: { ...pg, Pool: OwnerPool }, embedded };
}
