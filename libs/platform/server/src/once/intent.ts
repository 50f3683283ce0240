import { createHash } from 'node:crypto';
import type { Queryable } from '../database/database';
import { invalidInput, type InvalidInputRefusal } from '../graphql/refusals';
import type { RetriableInput } from './retriable-input';

/** One thing that a person wants done once. */
export interface Intent {
  personId: string;
  key: string;
  requestHash: Buffer;
}

const keyPattern = /^[\w-]{8,100}$/;

/** @returns null when the sender named no intent. */
export function readIntent(
  mutation: string,
  { idempotencyKey, ...input }: RetriableInput,
  personId: string,
): { intent: Intent | null; refusal?: undefined } | { intent?: undefined; refusal: InvalidInputRefusal } {
  if (idempotencyKey === undefined || idempotencyKey === null) return { intent: null };
  if (!keyPattern.test(idempotencyKey)) {
    return { refusal: wrongKey('The key of an intent has 8 to 100 letters, digits, hyphens or underscores.') };
  }
  return { intent: { personId, key: idempotencyKey, requestHash: hashOf(mutation, input) } };
}

/** The same whatever the order in which a sender writes the fields. */
function hashOf(mutation: string, input: object): Buffer {
  const inOrder = (_key: string, value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return createHash('sha256')
    .update(`${mutation} ${JSON.stringify(input, inOrder)}`)
    .digest();
}

/**
 * Takes the key for a request that begins. Of two at once the second waits here until the first has ended.
 * @returns false when it has been done already.
 */
export async function claimIntent(transaction: Queryable, { personId, key, requestHash }: Intent): Promise<boolean> {
  const claimed = await transaction.query(
    `insert into idempotency_key (person_id, key, request_hash) values ($1, $2, $3)
     on conflict do nothing returning key`,
    [personId, key, requestHash],
  );
  return claimed.length > 0;
}

export async function keepAnswer(transaction: Queryable, { personId, key }: Intent, answer: object): Promise<void> {
  await transaction.query('update idempotency_key set answer = $3 where person_id = $1 and key = $2', [
    personId,
    key,
    JSON.stringify(answer),
  ]);
}

/** Nothing was done: the person corrects the input and sends it under the same key. */
export async function releaseIntent(transaction: Queryable, { personId, key }: Intent): Promise<void> {
  await transaction.query('delete from idempotency_key where person_id = $1 and key = $2', [personId, key]);
}

/** What was kept of an intent that has been done; null when it has not. */
export async function findAnswer<K extends object>(
  queryable: Queryable,
  { personId, key, requestHash }: Intent,
): Promise<{ kept: K; refusal?: undefined } | { kept?: undefined; refusal: InvalidInputRefusal } | null> {
  const [row] = await queryable.query<{ isSame: boolean; answer: K }>(
    `select request_hash = $3 as "isSame", answer from idempotency_key where person_id = $1 and key = $2`,
    [personId, key, requestHash],
  );
  if (!row) return null;
  return row.isSame
    ? { kept: row.answer }
    : {
        refusal: wrongKey(
          'You sent this before with other words, and that was saved. Look at it, then change it there.',
        ),
      };
}

const wrongKey = (message: string): InvalidInputRefusal => invalidInput([{ path: 'idempotencyKey', message }]);
