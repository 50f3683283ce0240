import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/database';
import { requireViewer, type HubContext } from '../graphql/context';
import type { InvalidInputRefusal } from '../graphql/refusals';
import { claimIntent, findAnswer, keepAnswer, readIntent, releaseIntent } from './intent';
import type { RetriableInput } from './retriable-input';

interface Asked {
  /** Name of the mutation. */
  mutation: string;
  input: RetriableInput;
  context: HubContext;
}

interface Repetition<R, K extends object> {
  /** Ids from which the answer can be given again; null for a refusal, which did nothing and may be tried again. */
  keep: (result: R) => K | null;
  /** The answer to a request that has been done: what it made, as it stands now. */
  again: (transaction: Transaction, kept: K) => Promise<R>;
}

/**
 * Does what a person wants once, however often the request arrives: the key of the intent is taken in the transaction
 * of the change, so that neither exists without the other.
 *
 *     return this.once.do({ mutation: 'saveView', input, context }, (transaction) => this.keepView(transaction, …), {
 *       keep: (result) => (result.__typename === 'SaveViewSuccess' ? { id: result.savedView.id } : null),
 *       again: async (transaction, { id }) => ({ __typename: 'SaveViewSuccess', savedView: await … }),
 *     });
 */
@Injectable()
export class Once {
  constructor(private readonly database: Database) {}

  async do<R extends { __typename: string }, K extends object>(
    { mutation, input, context }: Asked,
    work: (transaction: Transaction) => Promise<R>,
    { keep, again }: Repetition<R, K>,
  ): Promise<R | InvalidInputRefusal> {
    const { intent, refusal } = readIntent(mutation, input, requireViewer(context).personId);
    if (refusal) return refusal;
    return this.database.transaction(async (transaction) => {
      if (!intent) return work(transaction);
      if (!(await claimIntent(transaction, intent))) {
        const found = (await findAnswer<K>(transaction, intent))!;
        return found.refusal ?? again(transaction, found.kept);
      }
      const result = await work(transaction);
      const kept = keep(result);
      await (kept ? keepAnswer(transaction, intent, kept) : releaseIntent(transaction, intent));
      return result;
    });
  }

  /** Forgets the intents that nobody repeats any more; returns how many. */
  async forgetOld(): Promise<number> {
    const gone = await this.database.query(
      `delete from idempotency_key where created_at < now() - interval '48 hours' returning key`,
    );
    return gone.length;
  }
}
