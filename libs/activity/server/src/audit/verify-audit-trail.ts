import { asHub, type Queryable, type Row } from '@sos/platform-server';
import type { AuditHead, RememberedHead } from './audit-heads';
import { chainName, sealedText, sealOf } from './audit-seal';

/** Something in the trail that is not as it was written. */
export interface TrailFlaw {
  /** Number of the entry; null when nobody can tell which one it was. */
  entryId: number | null;
  /** What is wrong, in words for the person at the command line. No word of what the entry says. */
  what: string;
}

export interface TrailReport {
  entries: number;
  /** Where each chain ends. */
  heads: AuditHead[];
  /** By number of the entry: the first one comes first. */
  flaws: TrailFlaw[];
  /** Rows of the trail that PostgreSQL remembers as altered or removed, even if that was taken back: the hub does neither. */
  touched: number;
}

interface LinkedEntry {
  workgroupId: string;
  slot: number;
  chain: string;
  sequence: number;
  entryId: number;
  hash: string;
  /** Null: the entry is gone. */
  text: string | null;
  occurredAt: Date | null;
  actorLabel: string | null;
  action: string | null;
  subjectType: string | null;
}

const pageSize = 1_000;

const linkedEntries = `
  select l.workgroup_id as "workgroupId", l.slot, ${chainName} as chain, l.sequence, l.entry_id as "entryId", encode(l.hash, 'hex') as hash,
    case when e.id is not null then ${sealedText} end as text, e.occurred_at as "occurredAt",
    e.actor_label as "actorLabel", e.action, e.subject_type as "subjectType"
  from audit_link l left join audit_entry e on e.id = l.entry_id
  where (l.workgroup_id, l.slot, l.sequence) > ($1::uuid, $2::integer, $3::bigint)
  order by l.workgroup_id, l.slot, l.sequence limit ${pageSize}`;

const unlinkedEntries = `
  select e.id, e.occurred_at as "occurredAt", e.actor_label as "actorLabel", e.action, e.subject_type as "subjectType"
  from audit_entry e where not exists (select from audit_link l where l.entry_id = e.id) order by e.id limit ${pageSize}`;

const triggerState = `
  select t.tgenabled as state from pg_trigger t
  where t.tgrelid = 'audit_entry'::regclass and t.tgname = 'audit_entry_link'`;

/** Counted by PostgreSQL anyway. A crash of the server or a superuser sets it back, so that nothing counted proves nothing. */
const touchedRows = `
  select coalesce(sum(n_tup_upd + n_tup_del), 0)::bigint as touched from pg_stat_user_tables
  where schemaname = 'public' and relname in ('audit_entry', 'audit_link')`;

const rememberedLinks = `
  select known.place, l.entry_id as "entryId", encode(l.hash, 'hex') as hash
  from unnest($1::text[], $2::bigint[]) with ordinality as known (chain, sequence, place)
  left join audit_link l on l.workgroup_id = split_part(known.chain, '/', 1)::uuid
    and l.slot = split_part(known.chain, '/', 2)::integer and l.sequence = known.sequence
  order by known.place`;

/**
 * Goes through every chain from its beginning and reckons each seal anew, here and not in the database; then holds
 * the chains against the heads that were written down outside of it.
 */
export function verifyAuditTrail(
  database: Queryable,
  remembered: readonly RememberedHead[] = [],
): Promise<TrailReport> {
  return asHub(async () => {
    const { entries, heads, flaws } = await followChains(database);
    const [counted] = await database.query<{ touched: number }>(touchedRows);
    flaws.push(...(await findUnlinked(database)), ...(await findForgotten(database, remembered)));
    flaws.push(...(await findIdleTrigger(database)));
    return { entries, heads, flaws: flaws.toSorted(byEntry), touched: counted!.touched };
  });
}

async function followChains(database: Queryable): Promise<Omit<TrailReport, 'touched'>> {
  const flaws: TrailFlaw[] = [];
  const heads = new Map<string, AuditHead>();
  let entries = 0;
  let place = { workgroupId: '00000000-0000-0000-0000-000000000000', slot: -1, sequence: 0 };
  for (;;) {
    const page = await database.query<LinkedEntry & Row>(linkedEntries, [
      place.workgroupId,
      place.slot,
      place.sequence,
    ]);
    for (const link of page) {
      const what = flawOf(link, heads.get(link.chain));
      if (what) flaws.push({ entryId: link.entryId, what });
      const { chain, sequence, entryId, hash } = link;
      heads.set(chain, { chain, sequence, entryId, hash });
    }
    entries += page.length;
    if (page.length < pageSize) return { entries, heads: [...heads.values()], flaws };
    place = page.at(-1)!;
  }
}

/** Each break is told once: the next link is held against the seal that stands there, right or wrong. */
function flawOf(link: LinkedEntry, previous: AuditHead | undefined): string | null {
  const expected = (previous?.sequence ?? 0) + 1;
  if (link.text === null) return `entry ${link.entryId} is gone; its link in chain ${link.chain} is still there`;
  const name = nameOf(link.entryId, link);
  if (link.sequence !== expected) {
    const gone = link.sequence - expected;
    return `${name} follows a gap: ${gone === 1 ? 'the entry' : `${gone} entries`} before it in chain ${link.chain} ${gone === 1 ? 'is' : 'are'} gone`;
  }
  if (sealOf(previous?.hash ?? '', link.text) === link.hash) return null;
  return `${name} is not what was sealed: it, or its place in chain ${link.chain}, was changed`;
}

async function findUnlinked(database: Queryable): Promise<TrailFlaw[]> {
  const rows = await database.query<{ id: number } & NamedEntry & Row>(unlinkedEntries);
  return rows.map((row) => ({
    entryId: row.id,
    what: `${nameOf(row.id, row)} has no seal: it was put there past the hub`,
  }));
}

async function findForgotten(database: Queryable, remembered: readonly RememberedHead[]): Promise<TrailFlaw[]> {
  const flaws: TrailFlaw[] = [];
  for (let start = 0; start < remembered.length; start += pageSize) {
    const some = remembered.slice(start, start + pageSize);
    const links = await database.query<{ entryId: number | null; hash: string | null }>(rememberedLinks, [
      some.map(({ chain }) => chain),
      some.map(({ sequence }) => sequence),
    ]);
    for (const [index, head] of some.entries()) {
      const link = links[index];
      if (link?.hash === head.hash && link.entryId === head.entryId) continue;
      const fate = link?.hash ? 'is another one now' : 'is gone';
      flaws.push({
        entryId: head.entryId,
        what: `entry ${head.entryId}, the end of chain ${head.chain} as written down at ${head.at}, ${fate}`,
      });
    }
  }
  return flaws;
}

async function findIdleTrigger(database: Queryable): Promise<TrailFlaw[]> {
  const [trigger] = await database.query<{ state: string }>(triggerState);
  if (trigger && trigger.state !== 'D' && trigger.state !== 'R') return [];
  return [{ entryId: null, what: 'new entries are not sealed: the trigger of the trail is gone or switched off' }];
}

type NamedEntry = Pick<LinkedEntry, 'occurredAt' | 'actorLabel' | 'action' | 'subjectType'>;

/** Enough to find it, and nothing of what it is about. */
function nameOf(entryId: number, { occurredAt, actorLabel, action, subjectType }: NamedEntry): string {
  return `entry ${entryId} (${occurredAt?.toISOString() ?? 'no time'}, ${actorLabel}: ${action} ${subjectType})`;
}

const byEntry = (one: TrailFlaw, other: TrailFlaw): number =>
  (one.entryId ?? Number.MAX_SAFE_INTEGER) - (other.entryId ?? Number.MAX_SAFE_INTEGER);
