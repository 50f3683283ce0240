import type { Queryable } from '../database/database';
import type { DeliveredEntry } from './outbox-handlers';
import { maximumAttempts } from './outbox.rules';

/** Longer than a handler may take (see outbox-worker.ts), so that only a dead worker's entries are taken over. */
const leaseSeconds = 90;

/**
 * Set aside until a person decides: due at the end of time. No column says so, since a restore holds what an older hub's
 * backup brings, in the shape of that hub's table.
 */
const isHeld = `available_at = 'infinity'`;
const isWaiting = `attempts < ${maximumAttempts} and available_at < 'infinity'`;

export type ClaimedEntry = DeliveredEntry & { payload: object };

/**
 * Takes entries for this worker alone: others skip them until the lease ends, also when this process is killed. An
 * entry of a topic that this version does not know stays for one that does.
 */
export function claimDue(database: Queryable, topics: readonly string[], count: number): Promise<ClaimedEntry[]> {
  return database.query<ClaimedEntry>(
    `with due as (
       select id from outbox_entry
       where delivered_at is null and attempts < ${maximumAttempts} and available_at <= now() and topic = any($1)
       order by available_at, id limit $2 for update skip locked)
     update outbox_entry e set attempts = e.attempts + 1, available_at = now() + interval '${leaseSeconds} seconds'
     from due where e.id = due.id
     returning e.id, e.topic, e.payload, e.attempts, e.created_at as "createdAt"`,
    [topics, count],
  );
}

export async function markDelivered(database: Queryable, id: number): Promise<void> {
  await database.query('update outbox_entry set delivered_at = now(), last_error = null where id = $1', [id]);
}

/** Unless another worker has taken the entry meanwhile, which the number of attempts tells. */
export async function markFailed(
  database: Queryable,
  { id, attempts }: DeliveredEntry,
  reason: string,
  waitSeconds: number,
): Promise<void> {
  await database.query(
    `update outbox_entry set last_error = $3, available_at = now() + make_interval(secs => $4)
     where id = $1 and attempts = $2 and delivered_at is null`,
    [id, attempts, reason.slice(0, 500), waitSeconds],
  );
}

/** Seconds until the next entry is due; null when none waits. By the database's clock. */
export async function secondsUntilNextDue(database: Queryable, topics: readonly string[]): Promise<number | null> {
  const [next] = await database.query<{ seconds: number | null }>(
    `select extract(epoch from min(available_at) - now())::float8 as seconds from outbox_entry
     where delivered_at is null and ${isWaiting} and topic = any($1)`,
    [topics],
  );
  return next?.seconds ?? null;
}

export interface OutboxState {
  /** To be delivered, now or after a failed attempt. */
  waiting: number;
  /** Set aside by a restore: they wait for a person. */
  held: number;
  /** Given up: they wait for a person. */
  failed: number;
  oldestWaitingSeconds: number | null;
}

export async function outboxState(database: Queryable): Promise<OutboxState> {
  const [state] = await database.query<OutboxState>(
    `select count(*) filter (where ${isWaiting}) as waiting, count(*) filter (where ${isHeld}) as held,
       count(*) filter (where attempts >= ${maximumAttempts} and not ${isHeld}) as failed,
       round(extract(epoch from now() - min(created_at) filter (where ${isWaiting})))::int as "oldestWaitingSeconds"
     from outbox_entry where delivered_at is null`,
  );
  return state!;
}

export interface UndeliveredEntry {
  id: number;
  topic: string;
  createdAt: Date;
  /** null: not by itself. */
  availableAt: Date | null;
  attempts: number;
  lastError: string | null;
  state: 'waiting' | 'given up' | 'held';
}

/** What needs a person comes first. */
export function undeliveredEntries(database: Queryable, limit: number): Promise<UndeliveredEntry[]> {
  return database.query<UndeliveredEntry>(
    `select id, topic, created_at as "createdAt", attempts, last_error as "lastError", state,
       case when state = 'waiting' then available_at end as "availableAt"
     from outbox_entry cross join lateral (select case when ${isHeld} then 'held' when ${isWaiting} then 'waiting'
       else 'given up' end as state) judged
     where delivered_at is null order by state = 'waiting', state desc, id limit $1`,
    [limit],
  );
}

export function heldEntries(database: Queryable, limit: number): Promise<UndeliveredEntry[]> {
  return database.query<UndeliveredEntry>(
    `select id, topic, created_at as "createdAt", null as "availableAt", attempts, last_error as "lastError",
       'held' as state
     from outbox_entry where delivered_at is null and ${isHeld} order by id limit $1`,
    [limit],
  );
}

/**
 * Sets aside all that would be delivered by itself.
 * @returns how many.
 */
export async function holdWaiting(database: Queryable): Promise<number> {
  const held = await database.query(
    `update outbox_entry set available_at = 'infinity' where delivered_at is null and ${isWaiting} returning id`,
  );
  return held.length;
}

/**
 * Makes what was set aside due now.
 * @param id null: all of it.
 * @returns how many.
 */
export async function releaseHeld(database: Queryable, channel: string, id: number | null): Promise<number> {
  const [result] = await database.query<{ count: number }>(
    `with released as (
       update outbox_entry set available_at = now()
       where delivered_at is null and ${isHeld} and ($1::bigint is null or id = $1) returning id)
     select count(*) as count, pg_notify($2, '') from released`,
    [id, channel],
  );
  return result!.count;
}

/**
 * Throws away what was set aside; nobody will get it from this hub.
 * @param id null: all of it.
 * @returns how many.
 */
export async function dropHeld(database: Queryable, id: number | null): Promise<number> {
  const dropped = await database.query(
    `delete from outbox_entry where delivered_at is null and ${isHeld} and ($1::bigint is null or id = $1) returning id`,
    [id],
  );
  return dropped.length;
}

/**
 * Makes what was given up due again, and what waits for its next attempt.
 * @param id null: all of them.
 * @returns how many.
 */
export async function retryUndelivered(database: Queryable, channel: string, id: number | null): Promise<number> {
  const [result] = await database.query<{ count: number }>(
    `with again as (
       update outbox_entry set attempts = 0, available_at = now()
       where delivered_at is null and attempts > 0 and not ${isHeld} and ($1::bigint is null or id = $1) returning id)
     select count(*) as count, pg_notify($2, '') from again`,
    [id, channel],
  );
  return result!.count;
}

/** Delivered entries tell what went out and when; after a month that is history. */
export async function purgeDelivered(database: Queryable): Promise<void> {
  await database.query(`delete from outbox_entry where delivered_at < now() - interval '30 days'`);
}
