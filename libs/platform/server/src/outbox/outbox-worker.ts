import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database';
import { asHub } from '../database/row-scope';
import type { Logger } from '../http/logger';
import type { Settings } from '../settings';
import { LOGGER, SETTINGS } from '../tokens';
import { outboxChannel } from './outbox';
import { OutboxHandlers } from './outbox-handlers';
import { maximumAttempts, secondsUntilNextAttempt } from './outbox.rules';
import { claimDue, markDelivered, markFailed, secondsUntilNextDue, type ClaimedEntry } from './outbox.sql';

const entriesAtOnce = 8;
/** A handler that takes longer has failed; what it still does may happen again. */
const millisecondsOfHandler = 45_000;
/** Notifications wake the worker; this only helps when one was missed. */
const longestSleep = 30_000;

/**
 * Delivers what the outbox holds, at least once, whichever server wrote it. Several workers share the work: each
 * entry is claimed by one of them, and claimed anew when that one dies.
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private delivering: Promise<void> | null = null;
  private isWanted = false;
  private isStopping = false;
  private alarm: NodeJS.Timeout | undefined;
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly database: Database,
    private readonly handlers: OutboxHandlers,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.worker) await this.start();
  }

  /** Waits for what is being delivered. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.stopListening?.();
    clearTimeout(this.alarm);
    await this.delivering;
  }

  async start(): Promise<void> {
    const wake = () => this.wake();
    this.stopListening = await this.database.listen(outboxChannel, { heard: wake, returned: wake });
    this.wake();
  }

  /** Delivers all that is due and returns when nothing is; also without {@link start}. */
  deliverDue(): Promise<void> {
    return asHub(() => this.deliverAllDue());
  }

  private async deliverAllDue(): Promise<void> {
    const topics = this.handlers.topics();
    while (!this.isStopping) {
      const claimed = await claimDue(this.database, topics, entriesAtOnce);
      if (claimed.length === 0) return;
      await Promise.all(claimed.map((entry) => this.deliver(entry)));
    }
  }

  private wake(): void {
    this.isWanted = true;
    if (this.isStopping || this.delivering) return;
    clearTimeout(this.alarm);
    this.delivering = asHub(() => this.deliverWhileWanted()).finally(() => (this.delivering = null));
  }

  private async deliverWhileWanted(): Promise<void> {
    let sleep = longestSleep;
    try {
      while (this.isWanted && !this.isStopping) {
        this.isWanted = false;
        await this.deliverDue();
      }
      const seconds = await secondsUntilNextDue(this.database, this.handlers.topics());
      if (seconds !== null) sleep = Math.min(Math.max(seconds * 1_000, 250), longestSleep);
    } catch (error) {
      // The database is away: entries keep, and the next look finds them.
      this.logger.warn({ err: error }, 'the outbox could not be read');
      sleep = 1_000;
    }
    if (!this.isStopping) this.alarm = setTimeout(() => this.wake(), sleep).unref();
  }

  private async deliver(entry: ClaimedEntry): Promise<void> {
    try {
      await this.handle(entry);
      await markDelivered(this.database, entry.id);
    } catch (error) {
      const { id, topic, attempts } = entry;
      const line = { entry: id, topic, attempts, err: error };
      if (attempts < maximumAttempts)
        this.logger.warn(line, 'an outbox entry was not delivered, and will be tried again');
      else this.logger.error(line, 'an outbox entry is given up: npm run hub -- outbox list');
      const wait = secondsUntilNextAttempt(attempts, Math.random());
      // When this fails too, the lease ends and the entry is tried again.
      await markFailed(this.database, entry, messageOf(error), wait).catch(() => undefined);
    }
  }

  private async handle({ payload, ...entry }: ClaimedEntry): Promise<void> {
    const handler = this.handlers.find(entry.topic)!;
    const limit = new AbortController();
    const late = delay(millisecondsOfHandler, undefined, { signal: limit.signal, ref: false }).then(() => {
      throw new Error(`The handler took longer than ${millisecondsOfHandler / 1_000} seconds.`);
    });
    late.catch(() => undefined);
    try {
      await Promise.race([handler(payload, entry), late]);
    } finally {
      limit.abort();
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
