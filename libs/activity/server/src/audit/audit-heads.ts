import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asHub, type Queryable, type Row } from '@sos/platform-server';
import { chainName } from './audit-seal';

/** The last link of a chain. */
export interface AuditHead {
  chain: string;
  sequence: number;
  entryId: number;
  hash: string;
}

/** A head as it was written down outside of the database, with the time of writing. */
export interface RememberedHead extends AuditHead {
  at: string;
}

/** Somebody has been at the file, or it is another one. */
export class UnreadableHeadsError extends Error {}

/** Jumps from chain to chain through the index: there are few chains and many links. */
const currentHeads = `
  with recursive known as (
    (select l.workgroup_id, l.slot from audit_link l order by l.workgroup_id, l.slot limit 1)
    union all
    select further.workgroup_id, further.slot from known cross join lateral (
      select l.workgroup_id, l.slot from audit_link l where (l.workgroup_id, l.slot) > (known.workgroup_id, known.slot)
      order by l.workgroup_id, l.slot limit 1) further
  )
  select ${chainName} as chain, l.sequence, l.entry_id as "entryId", encode(l.hash, 'hex') as hash
  from known cross join lateral (
    select head.* from audit_link head where head.workgroup_id = known.workgroup_id and head.slot = known.slot
    order by head.sequence desc limit 1) l
  order by l.workgroup_id, l.slot`;

export const readHeads = (database: Queryable): Promise<AuditHead[]> =>
  asHub(() => database.query<AuditHead & Row>(currentHeads));

/** Where a hub writes heads down: beside the database, out of reach of whoever owns only that. */
export const headsFile = (dataFolder: string): string | null =>
  dataFolder === 'memory://' ? null : join(dataFolder, 'audit-heads.jsonl');

/** Appends the heads that have moved since they were last written down. @returns how many. */
export function writeDownHeads(file: string, heads: readonly AuditHead[], at = new Date()): number {
  const known = new Map(recallHeads(file).map((head) => [head.chain, head]));
  const moved = heads.filter(({ chain, sequence, hash }) => {
    const last = known.get(chain);
    // What goes back was cut off: the old head stays the last word on its chain.
    return !last || sequence > last.sequence || (sequence === last.sequence && hash !== last.hash);
  });
  if (moved.length === 0) return 0;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  removeTornLine(file);
  const lines = moved.map((head) => JSON.stringify({ at: at.toISOString(), ...head } satisfies RememberedHead));
  appendFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return moved.length;
}

/** A crash in the middle of writing leaves half a line, onto which the next one must not be written. */
function removeTornLine(file: string): void {
  if (!existsSync(file)) return;
  const text = readFileSync(file);
  const end = text.lastIndexOf('\n') + 1;
  if (end < text.length) truncateSync(file, end);
}

/** @throws UnreadableHeadsError at a line that is none. What no line end follows was cut short by a crash. */
export function recallHeads(file: string): RememberedHead[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  lines.pop();
  return lines.flatMap((line, index) => {
    // `npm run` puts lines of its own before what a command prints.
    if (line.trim() === '' || line.startsWith('> ')) return [];
    const head = parsed(line);
    if (isHead(head)) return [head];
    throw new UnreadableHeadsError(`Line ${index + 1} of ${file} is no head of the audit trail.`);
  });
}

/** After a backup was restored the trail ends earlier: what was written down before is kept beside, for whoever asks. */
export function setHeadsAside(file: string, at = new Date()): string | null {
  if (!existsSync(file)) return null;
  const aside = file.replace(/\.jsonl$/, `-until-${at.toISOString().replaceAll(':', '-')}.jsonl`);
  renameSync(file, aside);
  return aside;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isHead(value: unknown): value is RememberedHead {
  const head = value as Partial<RememberedHead> | null;
  return (
    typeof head?.at === 'string' &&
    /^[0-9a-f-]{36}\/\d+$/.test(head.chain ?? '') &&
    Number.isSafeInteger(head.sequence) &&
    Number.isSafeInteger(head.entryId) &&
    /^[0-9a-f]{64}$/.test(head.hash ?? '')
  );
}
