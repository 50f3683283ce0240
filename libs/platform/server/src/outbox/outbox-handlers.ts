import { Injectable } from '@nestjs/common';

/** What a handler may want to know of the entry beside its payload. */
export interface DeliveredEntry {
  /** The same at each attempt: a receiver that knows it can tell a repetition. */
  id: number;
  topic: string;
  /** 1 the first time. */
  attempts: number;
  createdAt: Date;
}

/**
 * Delivers one entry; what it throws counts as a failed attempt. It runs outside of any transaction and holds no
 * connection while it talks to the outside.
 */
export type OutboxHandler<P extends object = object> = (payload: P, entry: DeliveredEntry) => Promise<void>;

/** Who delivers what. Domains register when their module starts. */
@Injectable()
export class OutboxHandlers {
  private readonly handlers = new Map<string, OutboxHandler>();

  register<P extends object>(topic: string, handler: OutboxHandler<P>): void {
    if (this.handlers.has(topic)) throw new Error(`The outbox topic "${topic}" has a handler already.`);
    this.handlers.set(topic, handler as OutboxHandler);
  }

  find(topic: string): OutboxHandler | undefined {
    return this.handlers.get(topic);
  }

  topics(): string[] {
    return [...this.handlers.keys()];
  }
}
