import { Injectable } from '@nestjs/common';
import {
  askedRows,
  Calendar,
  Database,
  decodeCursor,
  isUuid,
  notOfThisList,
  toConnection,
  type Connection,
  type Queryable,
  type Row,
} from '@sos/platform-server';
import { isOpenTo } from '../activity.policy';
import type { AuditFilter, AuditRecord } from './audit-record.types';

const columns = `e.public_id as id, e.occurred_at as "occurredAt", e.actor_label as "actorLabel", e.action,
  e.subject_type as "subjectType", e.subject_label as "subjectLabel", e.subject_path as "subjectPath", e.detail,
  e.before::text as before, e.after::text as after, e.restricted_to_sub_group_id is not null as "isRestricted"`;

/** Texts are found anywhere and whatever their case; nothing in them is a pattern. */
const contains = (value: string, placeholder: string): string =>
  `(${placeholder}::text is null or strpos(lower(${value}), lower(${placeholder})) > 0)`;

/** $1 and $2 say which restricted entries, $3 to $7 the filter, $8 the time zone. */
const matching = `from audit_entry e where ${isOpenTo('$1', '$2')}
  and ${contains('e.actor_label', '$3')}
  and ${contains(`e.subject_label || ' ' || coalesce(e.subject_path, '') || ' ' || e.subject_type`, '$4')}
  and ${contains('e.action', '$5')}
  and ($6::date is null or e.occurred_at >= $6::date::timestamp at time zone $8)
  and ($7::date is null or e.occurred_at < ($7::date + 1)::timestamp at time zone $8)`;

function valuesOf(filter: AuditFilter, timeZone: string): unknown[] {
  const { everything, subGroupIds } = askedRows();
  const { person, thing, action, from, to } = filter;
  return [everything, subGroupIds, person || null, thing || null, action || null, from ?? null, to ?? null, timeZone];
}

/** The trail for whoever answers for it: every entry that the viewer may know of, those of no feed too. */
@Injectable()
export class AuditRecords {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  async list(filter: AuditFilter, first: number, after: string | null): Promise<Connection<AuditRecord>> {
    const start = decodeCursor(after, 1)?.[0] ?? null;
    if (start !== null && !isUuid(start)) throw notOfThisList();
    const values = valuesOf(filter, this.calendar.timeZone);
    const rows = await this.database.query<AuditRecord & Row>(
      `select ${columns} ${matching}
         and ($9::uuid is null or e.id < (select seen.id from audit_entry seen where seen.public_id = $9))
       order by e.id desc limit $10`,
      [...values, start, first + 1],
    );
    return toConnection(
      rows,
      first,
      after,
      ({ id }) => [id],
      async () => {
        const [found] = await this.database.query<{ count: number }>(`select count(*) as count ${matching}`, values);
        return found!.count;
      },
    );
  }
}

/** An entry with its number and its seal. */
export type ExportedRecord = AuditRecord & {
  number: number;
  actorId: string | null;
  subjectId: string;
  requestId: string | null;
  chain: string | null;
  sequence: number | null;
  hash: string | null;
};

const pageSize = 1_000;

/** The trail from its beginning, a page at a time. */
export async function* exportedRecords(
  database: Queryable,
  filter: AuditFilter,
  timeZone: string,
): AsyncGenerator<ExportedRecord> {
  let number = 0;
  for (;;) {
    const page = await database.query<ExportedRecord & Row>(
      `select e.id as number, e.actor_id as "actorId", e.subject_id as "subjectId", e.request_id as "requestId", ${columns},
         l.workgroup_id || '/' || l.slot as chain, l.sequence, encode(l.hash, 'hex') as hash
       from (select e.* ${matching} and e.id > $9 order by e.id limit ${pageSize}) e
       left join audit_link l on l.entry_id = e.id order by e.id`,
      [...valuesOf(filter, timeZone), number],
    );
    yield* page;
    if (page.length < pageSize) return;
    number = page.at(-1)!.number;
  }
}
