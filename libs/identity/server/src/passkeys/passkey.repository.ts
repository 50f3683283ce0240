import type { Queryable } from '@sos/platform-server';
import type { Passkey } from './passkey.types';

export const daysToRestore = 30;

const columns = `k.id, k.name, k.is_synced as "isSynced", k.created_at as "createdAt", k.last_used_at as "lastUsedAt"`;

/** The passkeys that open the hub for a person, the newest first. */
export const findPasskeys = (database: Queryable, personId: string): Promise<Passkey[]> =>
  database.query<Passkey>(
    `select ${columns} from passkey k where k.person_id = $1 and k.removed_at is null order by k.created_at desc, k.id`,
    [personId],
  );

/** What a browser must know to ask one of these passkeys, or to leave them out. */
export const findCredentials = (
  database: Queryable,
  personId: string,
): Promise<{ id: string; transports: string[] }[]> =>
  database.query(
    `select credential_id as id, transports from passkey where person_id = $1 and removed_at is null order by created_at`,
    [personId],
  );

export interface KnownPasskey {
  id: string;
  name: string;
  credentialId: string;
  publicKey: Buffer;
  transports: string[];
  personId: string;
  fullName: string;
}

/** A passkey that may open the hub, locked until the transaction ends; its person has not left. */
export async function findCredential(transaction: Queryable, credentialId: string): Promise<KnownPasskey | null> {
  const [passkey] = await transaction.query<KnownPasskey>(
    `select k.id, k.name, k.credential_id as "credentialId", k.public_key as "publicKey", k.transports,
       p.id as "personId", p.full_name as "fullName"
     from passkey k join person p on p.id = k.person_id
     where k.credential_id = $1 and k.removed_at is null and p.deactivated_at is null
     for update of k`,
    [credentialId],
  );
  return passkey ?? null;
}

/**
 * Notes that a passkey was used. A device that counts must have counted on; if it has not, somebody else holds a copy.
 * @returns false for a counter that did not grow.
 */
export async function countUse(transaction: Queryable, id: string, counter: number): Promise<boolean> {
  const rows = await transaction.query(
    `update passkey set counter = $2, last_used_at = now()
     where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning id`,
    [id, counter],
  );
  return rows.length > 0;
}

export interface NewPasskey {
  personId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: readonly string[];
  name: string;
  isSynced: boolean;
}

/** @returns null when somebody has this passkey already. */
export async function insertPasskey(transaction: Queryable, passkey: NewPasskey): Promise<Passkey | null> {
  const [row] = await transaction.query<Passkey>(
    `insert into passkey as k (person_id, credential_id, public_key, counter, transports, name, is_synced)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing returning ${columns}`,
    [
      passkey.personId,
      passkey.credentialId,
      passkey.publicKey,
      passkey.counter,
      passkey.transports,
      passkey.name,
      passkey.isSynced,
    ],
  );
  return row ?? null;
}

export async function renameOwn(
  transaction: Queryable,
  { id, personId, name }: { id: string; personId: string; name: string },
): Promise<Passkey | null> {
  const [row] = await transaction.query<Passkey>(
    `update passkey k set name = $3 where k.id = $1 and k.person_id = $2 and k.removed_at is null returning ${columns}`,
    [id, personId, name],
  );
  return row ?? null;
}

/** It opens nothing from now on. Those removed long ago are forgotten. */
export async function removeOwn(transaction: Queryable, id: string, personId: string): Promise<Passkey | null> {
  await transaction.query(`delete from passkey where removed_at < now() - interval '${daysToRestore} days'`);
  const [row] = await transaction.query<Passkey>(
    `update passkey k set removed_at = now() where k.id = $1 and k.person_id = $2 and k.removed_at is null
     returning ${columns}`,
    [id, personId],
  );
  return row ?? null;
}

export async function restoreOwn(transaction: Queryable, id: string, personId: string): Promise<Passkey | null> {
  const [row] = await transaction.query<Passkey>(
    `update passkey k set removed_at = null
     where k.id = $1 and k.person_id = $2 and k.removed_at > now() - interval '${daysToRestore} days' returning ${columns}`,
    [id, personId],
  );
  return row ?? null;
}

/** All of a person's, for ever: whoever found the lost device must not get in by an "undo". */
export async function deletePasskeys(transaction: Queryable, personId: string): Promise<number> {
  const rows = await transaction.query('delete from passkey where person_id = $1 returning removed_at', [personId]);
  await transaction.query('delete from passkey_challenge where person_id = $1', [personId]);
  return rows.filter(({ removed_at }) => removed_at === null).length;
}
