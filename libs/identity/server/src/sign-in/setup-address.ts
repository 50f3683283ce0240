import type { Queryable, Transaction } from '@sos/platform-server';
import { hashOfToken, newToken } from './session.repository';

const minutesOfAddress = 30;

// Whoever is to become one later counts too: nobody else may come before them.
const noAdministrator = `not exists (
  select 1 from role_grant g join person p on p.id = g.person_id and p.deactivated_at is null
  where g.role = 'administrator' and (g.ends_on is null or g.ends_on >= current_date))`;

/**
 * Makes the address with which the first administrator sets up the hub, once, within 30 minutes.
 * @returns null when the hub has an administrator: nobody needs it any more, and it would open nothing.
 */
export async function createSetupAddress(
  transaction: Transaction,
  publicUrl: string,
): Promise<{ address: string; expiresAt: Date } | null> {
  const token = newToken();
  await transaction.query(`delete from setup_token where expires_at <= now() or not (${noAdministrator})`);
  const [row] = await transaction.query<{ expiresAt: Date }>(
    `insert into setup_token (token_hash, expires_at)
     select $1, now() + interval '${minutesOfAddress} minutes' where ${noAdministrator}
     returning expires_at as "expiresAt"`,
    [hashOfToken(token)],
  );
  return row ? { address: `${publicUrl}/set-up#token=${token}`, expiresAt: row.expiresAt } : null;
}

/** Whether the token would set up the hub now; looking at it does not use it up. */
export async function setupTokenWorks(database: Queryable, token: string): Promise<boolean> {
  const found = await database.query(
    `select 1 from setup_token where token_hash = $1 and expires_at > now() and ${noAdministrator}`,
    [hashOfToken(token)],
  );
  return found.length > 0;
}

/** Uses the token up, and every other with it; of two at once only one gets through, whichever address it holds. */
export async function useSetupToken(transaction: Transaction, token: string): Promise<boolean> {
  await transaction.query(`select pg_advisory_xact_lock(hashtext('setup_token'))`);
  if (!(await setupTokenWorks(transaction, token))) return false;
  await transaction.query('delete from setup_token');
  return true;
}
