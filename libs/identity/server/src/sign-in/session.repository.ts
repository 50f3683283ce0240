import { hash, randomBytes } from 'node:crypto';
import type { Actor } from '@sos/activity-server';
import { sessionsEndedChannel, type Queryable } from '@sos/platform-server';
import type { WayIn } from './way-in';

export interface StartedSession {
  /** Goes into the cookie; the database keeps only its hash. */
  token: string;
  expiresAt: Date;
}

/** A secret of 256 bits that is safe in addresses and cookies. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): Buffer => hash('sha256', token, 'buffer');

/**
 * Begins a session in place of the one that the browser had, and clears away what is over.
 * @param seconds How long it may last, by the database's clock.
 */
export async function startSession(
  transaction: Queryable,
  personId: string,
  { method, userAgent, previousToken }: WayIn,
  seconds: number,
): Promise<StartedSession> {
  const token = newToken();
  await transaction.query('delete from session where expires_at <= now() or token_hash = $1', [
    previousToken && hashOfToken(previousToken),
  ]);
  const [session] = await transaction.query<{ expiresAt: Date }>(
    `insert into session (token_hash, person_id, method, user_agent, expires_at)
     values ($1, $2, $3, $4, now() + make_interval(secs => $5)) returning expires_at as "expiresAt"`,
    [hashOfToken(token), personId, method, userAgent, seconds],
  );
  return { token, expiresAt: session!.expiresAt };
}

/**
 * The person has proved again who they are: the session goes on under a new token, with all its hours before it.
 * @returns null when the session is over.
 */
export async function renewSession(
  transaction: Queryable,
  token: string,
  seconds: number,
): Promise<StartedSession | null> {
  const renewed = newToken();
  const [session] = await transaction.query<{ expiresAt: Date }>(
    `update session set token_hash = $2, authenticated_at = now(), last_seen_at = now(),
       expires_at = now() + make_interval(secs => $3)
     where token_hash = $1 and expires_at > now() returning expires_at as "expiresAt"`,
    [hashOfToken(token), hashOfToken(renewed), seconds],
  );
  return session ? { token: renewed, expiresAt: session.expiresAt } : null;
}

/** Whoever holds open connections of these sessions hears of it when the transaction is committed. */
const endedPeople = (condition: string) => `
  with ended as (delete from session where ${condition} returning person_id)
  select p.id as "personId", p.full_name as "fullName", pg_notify('${sessionsEndedChannel}', p.id::text)
  from ended join person p on p.id = ended.person_id`;

/** @returns the person whose session it was, or null when there was none. */
export async function endSession(transaction: Queryable, token: string): Promise<Actor | null> {
  const [ended] = await transaction.query<Actor>(endedPeople('token_hash = $1'), [hashOfToken(token)]);
  return ended ? { personId: ended.personId, fullName: ended.fullName } : null;
}

/** One of the person's own, by its id in their list. */
export async function endOwnSession(transaction: Queryable, personId: string, id: string): Promise<boolean> {
  return (await transaction.query(endedPeople('id = $1 and person_id = $2'), [id, personId])).length > 0;
}

/** Every session of a person, with the addresses that would begin another; returns how many sessions it ended. */
export async function endSessionsOf(transaction: Queryable, personId: string): Promise<number> {
  await transaction.query('delete from sign_in_token where person_id = $1', [personId]);
  return (await transaction.query(endedPeople('person_id = $1'), [personId])).length;
}
