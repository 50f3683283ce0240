import pg from 'pg';

const millisecondsToAnswer = 3_000;

/** What one of the servers says of itself. */
interface HostState {
  address: string;
  /** Counts promotions: of two that would take writes, the one promoted last is the primary. */
  timeline: number;
}

/**
 * The servers that an address names: `postgres://hub:secret@one:5432,two:5432/hub`. With several the hub works on the one
 * that takes writes and follows it when another is promoted, which the driver does not do by itself.
 */
export class DatabaseHosts {
  readonly addresses: readonly string[];
  private current: string;
  private isSuspect: boolean;
  private seeking: Promise<string> | null = null;
  private highestTimeline = 0;
  private readonly clients = new Map<pg.Client, string>();

  constructor(url: string) {
    this.addresses = addressesOf(url);
    this.current = this.addresses[0]!;
    this.isSuspect = this.addresses.length > 1;
  }

  /** For whoever wants one address; its clients go to the current server all the same. */
  get first(): string {
    return this.addresses[0]!;
  }

  /** The kind of client that connects to the server that takes writes, for a pool or on its own. */
  readonly Client = clientOf(this);

  /** The server to connect to. */
  async choose(): Promise<string> {
    return this.isSuspect ? this.seek() : this.current;
  }

  /** A connection failed: with the next one all are asked anew. */
  suspect(): void {
    this.isSuspect = this.addresses.length > 1;
  }

  /**
   * Asks all servers which one takes writes, and leaves every other: connections to a server that has frozen would
   * never say that they are dead.
   */
  seek(): Promise<string> {
    this.seeking ??= this.ask().finally(() => (this.seeking = null));
    return this.seeking;
  }

  /** Breaks the connections to all servers but this one; to all, without one. What they were doing fails at once. */
  abandon(exceptTo?: string): void {
    for (const [client, address] of this.clients) if (address !== exceptTo) breakConnection(client);
  }

  joined(client: pg.Client, address: string): void {
    this.clients.set(client, address);
    client.once('end', () => this.clients.delete(client));
  }

  private async ask(): Promise<string> {
    const answers = await Promise.all(this.addresses.map((address) => stateOf(address)));
    // A primary of an older timeline was replaced while it was away: what it would take is lost.
    const writable = answers.filter((state) => state !== null && state.timeline >= this.highestTimeline) as HostState[];
    const [latest] = writable.sort((one, other) => other.timeline - one.timeline);
    if (!latest) throw new NoPrimaryError();
    const same = writable.find(({ address, timeline }) => address === this.current && timeline === latest.timeline);
    const { address, timeline } = same ?? latest;
    this.highestTimeline = timeline;
    this.current = address;
    this.isSuspect = false;
    this.abandon(address);
    return address;
  }
}

/** PostgreSQL's own code for "cannot connect now", so that it is taken for what it is. */
class NoPrimaryError extends Error {
  readonly code = '57P03';
  constructor() {
    super('None of the servers of DATABASE_URL takes writes.');
  }
}

/** One address for each server; the driver understands a single one only. */
export function addressesOf(url: string): string[] {
  const parts = /^(?<scheme>postgres(?:ql)?:\/\/)(?<account>[^/?#]*@)?(?<hosts>[^/?#@]*)(?<rest>.*)$/s.exec(url);
  const { scheme = '', account = '', hosts = '', rest = '' } = parts?.groups ?? {};
  const isWhole = hosts !== '' && hosts.split(',').every((host) => host !== '');
  if (!isWhole || !hosts.includes(',')) return [url];
  // Ours to see to, and unknown to the driver.
  const kept = rest.replace(/([?&])target_session_attrs=[^&#]*&?/, '$1').replace(/[?&]$/, '');
  return hosts.split(',').map((host) => `${scheme}${account}${host}${kept}`);
}

/** @returns null for a server that does not answer in time, or takes no writes. */
async function stateOf(address: string): Promise<HostState | null> {
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: millisecondsToAnswer,
    query_timeout: millisecondsToAnswer,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ timeline: number }>(
      `select ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer as timeline
       where not pg_is_in_recovery() and current_setting('default_transaction_read_only') = 'off'`,
    );
    return rows[0] ? { address, timeline: rows[0].timeline } : null;
  } catch {
    return null;
  } finally {
    breakConnection(client);
  }
}

/** `end` is polite, and waits for a server that may never answer. */
function breakConnection(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}

function placeOf(address: string): { host: string; port: number } {
  const { hostname, port } = new URL(address);
  return { host: hostname.replace(/^\[(.+)\]$/, '$1'), port: Number(port || 5432) };
}

type Connected = ((error: Error) => void) & ((error: null, client: pg.Client) => void);

function clientOf(hosts: DatabaseHosts) {
  return class HubClient extends pg.Client {
    override connect(): Promise<pg.Client>;
    override connect(callback: Connected): void;
    override connect(callback?: Connected): Promise<pg.Client> | void {
      // Between the pool and whoever borrows a client nobody listens for a moment: an error that comes with the last
      // answer, as when a server stops, would end the process. The client's next statement fails all the same.
      this.on('error', () => undefined);
      const connected = this.toChosen();
      if (!callback) return connected;
      connected.then((client) => callback(null, client), callback);
    }

    private async toChosen(): Promise<pg.Client> {
      const address = await hosts.choose();
      if (hosts.addresses.length > 1) Object.assign(this, placeOf(address));
      hosts.joined(this, address);
      try {
        await super.connect();
        return this;
      } catch (error) {
        hosts.suspect();
        throw error;
      }
    }
  };
}
