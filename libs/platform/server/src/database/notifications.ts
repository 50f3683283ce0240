import { setTimeout as delay } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import type { DatabaseHosts } from './database-hosts';

/** What a listener is told. Never more than an id is sent; the listener reads the rest. */
export interface NotificationListener {
  heard(payload: string): void;
  /** The connection was lost and is there again: what happened in between was not heard. */
  returned?(): void;
}

/** Hears what transactions announce with `pg_notify` once they have committed, from whichever server. */
export abstract class Notifications {
  private readonly listeners = new Map<string, Set<NotificationListener>>();

  /** @returns the way to stop; resolves when the database listens. */
  async listen(channel: string, listener: NotificationListener): Promise<() => void> {
    if (!/^[a-z_]+$/.test(channel)) throw new Error(`"${channel}" is no name of a channel.`);
    const listeners = this.listeners.get(channel) ?? new Set();
    listeners.add(listener);
    this.listeners.set(channel, listeners);
    await this.listenInDatabase(channel);
    return () => void listeners.delete(listener);
  }

  abstract close(): Promise<void>;
  protected abstract listenInDatabase(channel: string): Promise<void>;

  protected channels(): string[] {
    return [...this.listeners.keys()];
  }

  protected tell(channel: string, payload: string): void {
    for (const listener of this.listeners.get(channel) ?? []) listener.heard(payload);
  }

  protected tellReturned(): void {
    for (const listeners of this.listeners.values()) for (const listener of listeners) listener.returned?.();
  }
}

/** The embedded database: everything happens in this process, and nothing is missed. */
export class EmbeddedNotifications extends Notifications {
  constructor(
    embedded: PGlite,
    private readonly run: (statement: string) => Promise<unknown>,
  ) {
    super();
    embedded.onNotification((channel, payload) => this.tell(channel, payload));
  }

  async close(): Promise<void> {}

  protected async listenInDatabase(channel: string): Promise<void> {
    await this.run(`listen ${channel}`);
  }
}

const millisecondsBetweenProofs = 10_000;
const longestPause = 5_000;

/**
 * One connection of its own to PostgreSQL, for listening alone, made with the first listener. It comes back by itself
 * after a restart or a failover; a server that has frozen is noticed by a small question every ten seconds.
 */
export class ServerNotifications extends Notifications {
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private proof: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly hosts: DatabaseHosts) {
    super();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.proof);
    await this.connecting?.catch(() => undefined);
    await this.client?.end().catch(() => undefined);
  }

  protected async listenInDatabase(channel: string): Promise<void> {
    if (!this.client) await (this.connecting ??= this.connect().finally(() => (this.connecting = null)));
    // A connection that was on its way may have begun without this channel; to listen twice is to listen once.
    await this.client?.query(`listen ${channel}`);
  }

  private async connect(): Promise<void> {
    const client = new this.hosts.Client({
      connectionString: this.hosts.first,
      application_name: 'sos-hub listener',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => this.tell(channel, payload ?? ''));
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    try {
      await client.connect();
      for (const channel of this.channels()) await client.query(`listen ${channel}`);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    this.proof = setInterval(
      () => void client.query('select 1').catch(() => this.lose(client)),
      millisecondsBetweenProofs,
    );
    this.proof.unref();
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    clearInterval(this.proof);
    client.end().catch(() => undefined);
    if (!this.isClosed) this.connecting ??= this.reconnect().finally(() => (this.connecting = null));
  }

  private async reconnect(): Promise<void> {
    for (let pause = 100; !this.isClosed; pause = Math.min(pause * 2, longestPause)) {
      try {
        await this.connect();
        this.tellReturned();
        return;
      } catch {
        await delay(pause * (0.5 + Math.random()), undefined, { ref: false });
      }
    }
  }
}
