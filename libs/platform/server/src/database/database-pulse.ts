import type pg from 'pg';
import type { DatabaseClock } from './database-clock';
import type { DatabaseHosts } from './database-hosts';

const millisecondsBetweenBeats = 2_000;
/** Twice as long, on the old connection and then on new ones, before a silent server counts as gone. */
const millisecondsToAnswer = 3_000;

/**
 * A small question every two seconds, on a connection of its own: what time it is, and whether the server still takes
 * writes. A server that freezes closes no connection; without this, whatever waits for it would wait for ever.
 */
export class DatabasePulse {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly hosts: DatabaseHosts,
    private readonly clock: DatabaseClock,
  ) {
    this.wait();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.beating;
    await this.client?.end().catch(() => undefined);
  }

  /** Gives all connections up, whatever waits for them. */
  breakAll(): void {
    this.hosts.abandon();
  }

  private wait(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.beating = this.beat().finally(() => this.wait());
    }, millisecondsBetweenBeats);
    this.timer.unref();
  }

  private async beat(): Promise<void> {
    try {
      const isPrimary = await this.ask();
      if (!isPrimary) await this.hosts.seek();
    } catch {
      this.client?.end().catch(() => undefined);
      this.client = null;
      await this.hosts.seek().catch(() => this.hosts.abandon());
    }
  }

  private async ask(): Promise<boolean> {
    this.client ??= await this.connect();
    const asked = performance.now();
    const { rows } = await this.client.query<{ now: Date; isPrimary: boolean }>(
      `select clock_timestamp() as now, not pg_is_in_recovery() as "isPrimary"`,
    );
    this.clock.learn(rows[0]!.now, asked, performance.now());
    return rows[0]!.isPrimary;
  }

  private async connect(): Promise<pg.Client> {
    const client = new this.hosts.Client({
      connectionString: this.hosts.first,
      connectionTimeoutMillis: millisecondsToAnswer,
      query_timeout: millisecondsToAnswer,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}
