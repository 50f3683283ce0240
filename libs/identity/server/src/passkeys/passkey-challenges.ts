import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '@sos/platform-server';
import type { ChallengePurpose } from './passkey-challenge.entity';

const minutesOfChallenge = 5;

const hashOf = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();

interface Asked {
  purpose: ChallengePurpose;
  /** Hash of the token of the browser that asks. */
  browser: Buffer;
  /** Whose passkey must answer; null: anybody's. */
  personId: string | null;
}

/** Makes a challenge that is good for five minutes, and clears away what has expired. */
export async function makeChallenge(
  transaction: Queryable,
  { purpose, browser, personId }: Asked,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(randomBytes(32));
  await transaction.query('delete from passkey_challenge where expires_at <= now()');
  await transaction.query(
    `insert into passkey_challenge (challenge_hash, browser_hash, purpose, person_id, expires_at)
     values ($1, $2, $3, $4, now() + interval '${minutesOfChallenge} minutes')`,
    [hashOf(Buffer.from(bytes).toString('base64url')), browser, purpose, personId],
  );
  return bytes;
}

/**
 * Uses a challenge up, whatever comes of it: what is refused afterwards must be asked anew.
 * @returns whose passkey must answer; null when the challenge is none of this browser's for any of these purposes.
 */
export async function useChallenge(
  transaction: Queryable,
  asked: { challenge: string; browser: Buffer; purposes: readonly ChallengePurpose[] },
): Promise<{ personId: string | null; purpose: ChallengePurpose } | null> {
  const [used] = await transaction.query<{ personId: string | null; purpose: ChallengePurpose }>(
    `delete from passkey_challenge
     where challenge_hash = $1 and browser_hash = $2 and purpose = any($3::text[]) and expires_at > now()
     returning person_id as "personId", purpose`,
    [hashOf(asked.challenge), asked.browser, asked.purposes],
  );
  return used ?? null;
}
