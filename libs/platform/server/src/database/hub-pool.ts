import pg from 'pg';
import type { RowScope } from './row-scope';

/** The role as which the hub works in PostgreSQL: it owns nothing, and row-level security holds for it. */
export const appRole = 'sos_hub_app';

/**
 * Takes the role on in a database whose migrations have made it ready; before that the hub is the owner, who
 * migrates. Where the role is there but may not be taken on, the connection fails rather than stay the owner.
 */
const takeOnRole = `
  select set_config('role', role.rolname, false)
  from pg_roles role join pg_class known on known.oid = to_regclass('migrations')
  where role.rolname = '${appRole}' and has_table_privilege(role.oid, known.oid, 'select')`;

const scopeStatement = 'hub_scope';

// The embedded database keeps its one session, and what was prepared in it, from one client to the next.
const prepareScope = `deallocate all; prepare ${scopeStatement} (text, text) as
  select set_config('hub.everything', $1, true), set_config('hub.sub_groups', $2, true)`;

/** Both are settings of the transaction, so that the next borrower of the connection never sees with these eyes. */
const scopeValues = ({ everything, subGroupIds }: RowScope): [string, string] => [
  everything ? 'yes' : 'no',
  subGroupIds.join(),
];

/** Whether row-level security must be told anything: without a word it lets nothing restricted through. */
export const isWide = ({ everything, subGroupIds }: RowScope): boolean => everything || subGroupIds.length > 0;

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

export interface HubPoolConfig extends pg.PoolConfig {
  /** How long a request may wait for a connection when all are taken; making a new one may take longer. */
  waitMillis?: number;
}

/** The pool of the hub's connections, each in its role and ready to be told a scope. */
export class HubPool extends pg.Pool {
  constructor(private readonly config: HubPoolConfig) {
    super({ ...config, onConnect: becomeApp } as pg.PoolConfig);
  }

  /** Whoever waits in a long row is better told so at once: the answer is 503, and the rows do not grow. */
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const { waitMillis, connectionTimeoutMillis } = this.config;
    const isFull = this.totalCount >= this.options.max && this.idleCount === 0;
    if (!isFull || waitMillis === undefined) return callback ? super.connect(callback) : super.connect();
    // The pool reads its one limit, for waiting and for connecting, as soon as it is asked.
    this.options.connectionTimeoutMillis = waitMillis;
    try {
      return callback ? super.connect(callback) : super.connect();
    } finally {
      this.options.connectionTimeoutMillis = connectionTimeoutMillis;
    }
  }
}

export async function becomeApp(client: pg.ClientBase): Promise<void> {
  await client.query(takeOnRole);
  await client.query(prepareScope);
}

/** Tells a running transaction its scope. */
export function scopeText(scope: RowScope): string {
  const [everything, subGroups] = scopeValues(scope);
  return `execute ${scopeStatement} ('${everything}', '${subGroups.replaceAll("'", '')}')`;
}

/** The parts of the driver's own query and connection that {@link ScopedQuery} builds upon. */
interface WireConnection {
  bind(parts: { portal: string; statement: string; values: string[] }): void;
  execute(parts: { portal: string; rows: number }): void;
}

interface WireQuery {
  name: string | undefined;
  queryMode: string | undefined;
  callback: ((error: Error | null, result: pg.QueryResult) => void) | undefined;
  prepare(connection: WireConnection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: WireConnection): void;
}

const DriverQuery = pg.Query as unknown as new (text: string, values: unknown[]) => WireQuery;

export interface NamedStatement {
  name: string | undefined;
  text: string;
  values: unknown[];
}

/** A statement that is prepared under its name. The driver would copy a configuration field by field for each query. */
export class NamedQuery extends DriverQuery {
  constructor({ name, text, values }: NamedStatement) {
    super(text, values);
    this.name = name;
  }
}

/**
 * A statement that carries its scope: the settings go out in front of it, in the same message to the server and the
 * same implicit transaction, and are gone when it ends. No further round trip, no BEGIN, nothing left behind.
 */
export class ScopedQuery extends NamedQuery {
  private scopeIsSet = false;

  constructor(
    statement: NamedStatement,
    private readonly scope: RowScope,
  ) {
    super(statement);
    this.queryMode = 'extended';
  }

  override prepare(connection: WireConnection): void {
    connection.bind({ portal: '', statement: scopeStatement, values: scopeValues(this.scope) });
    connection.execute({ portal: '', rows: 0 });
    super.prepare(connection);
  }

  /** The settings answer with a row and an end of their own, before the statement's. */
  override handleDataRow(message: unknown): void {
    if (this.scopeIsSet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: WireConnection): void {
    if (this.scopeIsSet) super.handleCommandComplete(message, connection);
    this.scopeIsSet = true;
  }
}

/** The same in plain steps, for the embedded database, which answers each message on its own. */
export async function queryInTransaction(
  pool: pg.Pool,
  statement: pg.QueryConfig,
  scope: RowScope,
): Promise<pg.QueryResult> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(scopeText(scope));
    const result = await client.query(statement);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
