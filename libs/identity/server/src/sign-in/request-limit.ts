import { createHash } from 'node:crypto';
import type { Transaction } from '@sos/platform-server';

/** Something that may be asked for so many times within an hour. */
export interface Limited {
  /** Such as `address robin@example.org`; only its hash is kept. */
  subject: string;
  perHour: number;
}

/**
 * Counts one request against each limit, whether or not it is still within; by the database's clock.
 * @returns whether all limits allow it.
 */
export async function countRequest(transaction: Transaction, limits: readonly Limited[]): Promise<boolean> {
  await transaction.query('delete from sign_in_request where window_ends_at <= now()');
  const hashed = limits.map(({ subject }) => createHash('sha256').update(subject).digest());
  // In one order, so that two requests with both subjects in common wait for each other and do not block each other.
  const counted = await transaction.query<{ isWithin: boolean }>(
    `insert into sign_in_request as counted (subject, requests, window_ends_at)
     select subject, 1, now() + interval '1 hour' from unnest($1::bytea[]) subject order by subject
     on conflict (subject) do update set requests = counted.requests + 1
     returning requests <= ($2::int[])[array_position($1::bytea[], subject)] as "isWithin"`,
    [hashed, limits.map(({ perHour }) => perHour)],
  );
  return counted.every(({ isWithin }) => isWithin);
}
