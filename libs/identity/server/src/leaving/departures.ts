import { Injectable } from '@nestjs/common';
import type { Actor } from '@sos/activity-server';
import type { Transaction } from '@sos/platform-server';

/** Somebody who leaves the hub, or comes back. */
export interface Leaving {
  personId: string;
  /** Who says so. */
  actor: Actor;
  /** Today in the workgroup's calendar. */
  today: string;
}

/** What one part of the hub ends when a person leaves: sessions, seats, passkeys. */
export interface DeparturePart {
  /** Its name in the record of the departure. */
  name: string;
  /** @returns what `restore` needs, as JSON; nothing when it does not come back. */
  end(transaction: Transaction, leaving: Leaving): Promise<unknown>;
  /** Gives back what ended. Ways in are never given back: the person signs in anew. */
  restore?(transaction: Transaction, returning: Leaving, ended: unknown): Promise<void>;
}

/** Every domain says here what ends with a person's leaving, so that all of it ends in one transaction. */
@Injectable()
export class Departures {
  private readonly parts: DeparturePart[] = [];

  register(part: DeparturePart): void {
    this.parts.push(part);
  }

  async end(transaction: Transaction, leaving: Leaving): Promise<Record<string, unknown>> {
    const ended: Record<string, unknown> = {};
    for (const part of this.parts) ended[part.name] = (await part.end(transaction, leaving)) ?? null;
    return ended;
  }

  async restore(transaction: Transaction, returning: Leaving, ended: Record<string, unknown>): Promise<void> {
    for (const part of this.parts) {
      const memory = ended[part.name];
      if (memory !== undefined && memory !== null) await part.restore?.(transaction, returning, memory);
    }
  }
}
