import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/database';

/** Where workers hear that there is something to deliver; the notification carries the entry's number only. */
export const outboxChannel = 'hub_outbox';

/** Takes down what must leave the database (mail, calls to other systems), so that neither is lost or sent for nothing. */
@Injectable()
export class Outbox {
  /**
   * Writes the entry in the transaction of the change. A worker delivers it after the commit, at least once: the
   * handler of the topic must bear to be called again.
   * @param payload Plain JSON. Never a secret: a handler that sends a token makes it then, and stores its hash.
   */
  async add(transaction: Transaction, topic: string, payload: object): Promise<void> {
    await transaction.query(insertStatement, [topic, JSON.stringify(payload)]);
  }
}

const insertStatement = `
  with entry as (insert into outbox_entry (topic, payload) values ($1, $2) returning id)
  select pg_notify('${outboxChannel}', id::text) from entry`;
