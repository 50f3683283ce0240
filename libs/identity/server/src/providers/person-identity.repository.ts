import type { Actor } from '@sos/activity-server';
import { sessionsEndedChannel, type Queryable } from '@sos/platform-server';
import type { LinkedIdentity } from './identity-provider.types';

/** For undo alone: nothing lists what was unlinked. */
const hoursToRestore = 24;

export interface KnownPerson extends Actor {
  agencyId: string;
}

const person = `p.id as "personId", p.full_name as "fullName", p.agency_id as "agencyId"`;

/** Who is linked to this account of a provider; those who have left are not found. */
export async function findLinked(
  transaction: Queryable,
  providerId: string,
  subject: string,
): Promise<(KnownPerson & { hasLeft: boolean }) | null> {
  const [found] = await transaction.query<KnownPerson & { hasLeft: boolean }>(
    `select ${person}, p.deactivated_at is not null as "hasLeft"
     from person_identity l join person p on p.id = l.person_id
     where l.identity_provider_id = $1 and l.subject = $2 and l.removed_at is null`,
    [providerId, subject],
  );
  return found ?? null;
}

/** The active person of an address, and whether another account of this provider is linked to them. */
export async function findByAddress(
  transaction: Queryable,
  providerId: string,
  email: string,
): Promise<(KnownPerson & { isLinked: boolean }) | null> {
  const [found] = await transaction.query<KnownPerson & { isLinked: boolean }>(
    `select ${person}, exists (
       select from person_identity l where l.identity_provider_id = $1 and l.person_id = p.id and l.removed_at is null) as "isLinked"
     from person p where p.email = $2 and p.deactivated_at is null`,
    [providerId, email],
  );
  return found ?? null;
}

export async function findActive(transaction: Queryable, personId: string): Promise<KnownPerson | null> {
  const [found] = await transaction.query<KnownPerson>(
    `select ${person} from person p where p.id = $1 and p.deactivated_at is null`,
    [personId],
  );
  return found ?? null;
}

/**
 * Ends the undo of what was unlinked before of the account or the person.
 * @returns false when the account or the person is linked already; of two at once only one is.
 */
export async function link(
  transaction: Queryable,
  to: { personId: string; providerId: string; subject: string; email: string | null },
): Promise<boolean> {
  await transaction.query(
    `delete from person_identity where identity_provider_id = $1 and (subject = $2 or person_id = $3)
       and removed_at is not null`,
    [to.providerId, to.subject, to.personId],
  );
  const linked = await transaction.query(
    `insert into person_identity (person_id, identity_provider_id, subject, email) values ($1, $2, $3, $4)
     on conflict do nothing returning id`,
    [to.personId, to.providerId, to.subject, to.email],
  );
  return linked.length > 0;
}

export async function noteUse(transaction: Queryable, providerId: string, subject: string): Promise<void> {
  await transaction.query(
    'update person_identity set last_used_at = now() where identity_provider_id = $1 and subject = $2',
    [providerId, subject],
  );
}

export const findOwn = (database: Queryable, personId: string): Promise<LinkedIdentity[]> =>
  database.query<LinkedIdentity>(
    `select l.id, i.display_name as "providerName", l.email, l.linked_at as "linkedAt", l.last_used_at as "lastUsedAt"
     from person_identity l join identity_provider i on i.id = l.identity_provider_id
     where l.person_id = $1 and l.removed_at is null order by i.display_name, l.id`,
    [personId],
  );

/** It signs nobody in from now on. @returns what the provider is called; null when it is none of the person's. */
export async function unlinkOwn(transaction: Queryable, id: string, personId: string): Promise<string | null> {
  await transaction.query(`delete from person_identity where removed_at < now() - interval '${hoursToRestore} hours'`);
  return mark(transaction, id, personId, 'removed_at = now()', 'l.removed_at is null');
}

/** @returns null when nothing of the person's was unlinked lately under that id, or it was linked anew since. */
export const relinkOwn = (transaction: Queryable, id: string, personId: string): Promise<string | null> =>
  mark(transaction, id, personId, 'removed_at = null', `l.removed_at > now() - interval '${hoursToRestore} hours'`);

async function mark(
  transaction: Queryable,
  id: string,
  personId: string,
  change: string,
  condition: string,
): Promise<string | null> {
  const [marked] = await transaction.query<{ providerName: string }>(
    `update person_identity l set ${change} from identity_provider i
     where l.id = $1 and l.person_id = $2 and i.id = l.identity_provider_id and ${condition}
     returning i.display_name as "providerName"`,
    [id, personId],
  );
  return marked?.providerName ?? null;
}

export async function unlinkAll(transaction: Queryable, personId: string): Promise<void> {
  await transaction.query('delete from person_identity where person_id = $1', [personId]);
  await transaction.query('delete from provider_sign_in where linking_person_id = $1', [personId]);
}

/** Ends the sessions that began with a sign-in at this provider, of those unlinked lately too; returns whose they were. */
export async function endSessionsBegunBy(transaction: Queryable, providerId: string): Promise<string[]> {
  const ended = await transaction.query<{ personId: string }>(
    `with ended as (
       delete from session s using person_identity l
       where l.identity_provider_id = $1 and s.person_id = l.person_id and s.method = 'identity provider'
       returning s.person_id)
     select person_id as "personId", pg_notify('${sessionsEndedChannel}', person_id::text) from ended`,
    [providerId],
  );
  return [...new Set(ended.map(({ personId }) => personId))];
}
