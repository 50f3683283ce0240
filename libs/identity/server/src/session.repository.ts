import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '@sos/platform-server';

const hoursOfSession = 12;

export interface StartedSession {
  /** Goes into the cookie; the database keeps only its hash. */
  token: string;
  expiresAt: Date;
}

/** A secret of 256 bits that is safe in addresses and cookies. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Begins a session of 12 hours, and clears away what has expired. */
export async function startSession(transaction: Queryable, personId: string): Promise<StartedSession> {
  const token = newToken();
  await transaction.query('delete from session where expires_at <= now()');
  const [session] = await transaction.query<{ expiresAt: Date }>(
    `insert into session (token_hash, person_id, expires_at)
     values ($1, $2, now() + interval '${hoursOfSession} hours') returning expires_at as "expiresAt"`,
    [hashOfToken(token), personId],
  );
  return { token, expiresAt: session!.expiresAt };
}

/** @returns the person whose session it was, or null when there was none. */
export async function endSession(
  transaction: Queryable,
  token: string,
): Promise<{ personId: string; fullName: string } | null> {
  const [ended] = await transaction.query<{ personId: string; fullName: string }>(
    `with ended as (delete from session where token_hash = $1 returning person_id)
     select p.id as "personId", p.full_name as "fullName" from ended join person p on p.id = ended.person_id`,
    [hashOfToken(token)],
  );
  return ended ?? null;
}
