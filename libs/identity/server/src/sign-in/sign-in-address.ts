import type { Actor } from '@sos/activity-server';
import type { LetterLanguage, Queryable } from '@sos/platform-server';
import { safeReturnPath } from './return-path';
import { hashOfToken, newToken } from './session.repository';

export const minutesOfAddress = 30;

export interface SignInAddress {
  /** The token stands in the fragment, which neither servers nor mail scanners see. */
  address: string;
  expiresAt: Date;
  person: Actor & { language: LetterLanguage };
}

/**
 * Makes an address that signs a person in once, within 30 minutes. Addresses made before for the same person stop
 * working, so that a lost one is no danger.
 * @param publicUrl Address of the hub, without a slash at the end.
 * @param returnPath Where the person wants to be afterwards.
 * @returns null when no active person has this e-mail address.
 */
export async function createSignInAddress(
  transaction: Queryable,
  publicUrl: string,
  email: string,
  returnPath: string | null = null,
): Promise<SignInAddress | null> {
  const [person] = await transaction.query<SignInAddress['person']>(
    `select id as "personId", full_name as "fullName", language from person
     where email = lower($1) and deactivated_at is null`,
    [email.trim()],
  );
  if (!person) return null;
  const token = newToken();
  await transaction.query('delete from sign_in_token where person_id = $1 or expires_at <= now()', [person.personId]);
  const [row] = await transaction.query<{ expiresAt: Date }>(
    `insert into sign_in_token (token_hash, person_id, expires_at)
     values ($1, $2, now() + interval '${minutesOfAddress} minutes') returning expires_at as "expiresAt"`,
    [hashOfToken(token), person.personId],
  );
  const path = safeReturnPath(returnPath);
  const query = path ? `?return=${encodeURIComponent(path)}` : '';
  return { address: `${publicUrl}/sign-in/one-time${query}#token=${token}`, expiresAt: row!.expiresAt, person };
}

/** Uses the token up. One statement, so that of two requests at once only one gets in. */
export async function useSignInToken(transaction: Queryable, token: string): Promise<Actor | null> {
  const [person] = await transaction.query<Actor>(
    `update sign_in_token t set used_at = now() from person p
     where t.token_hash = $1 and t.used_at is null and t.expires_at > now()
       and p.id = t.person_id and p.deactivated_at is null
     returning p.id as "personId", p.full_name as "fullName"`,
    [hashOfToken(token)],
  );
  return person ?? null;
}
