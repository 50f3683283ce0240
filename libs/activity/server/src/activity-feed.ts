import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, toConnection } from '@sos/platform-server';
import type { ActivityConnection, ActivityEntry } from './activity-entry.types';

/** Whose feed: one thing's, one sub-group's, or everybody's when neither is named. */
export interface FeedScope {
  subject?: { typeName: string; uuid: string };
  subGroupId?: string;
}

// Entries are numbered, so that a feed has one order; a node's id is a uuid, so the number is written as one.
const columns = `'00000000-0000-0000-0000-' || lpad(to_hex(e.id), 12, '0') as id, e.id as number,
  e.occurred_at as "occurredAt", e.actor_id as "actorId", e.actor_label as "actorLabel", e.action,
  e.subject_type as "subjectType", e.subject_label as "subjectLabel", e.subject_path as "subjectPath", e.detail`;

type NumberedEntry = ActivityEntry & { number: number };

/** Reads the audit trail as feeds: only what is meant to be seen there, latest first. */
@Injectable()
export class ActivityFeed {
  constructor(private readonly database: Database) {}

  async list(scope: FeedScope, first: number, after: string | null): Promise<ActivityConnection> {
    const start = decodeCursor(after, 1);
    const { condition, values } = within(scope);
    const rows = await this.database.query<NumberedEntry>(
      `select ${columns} from audit_entry e
       where e.visible_in_feed and ($1::bigint is null or e.id < $1) ${condition}
       order by e.id desc limit $2`,
      [start?.[0] ?? null, first + 1, ...values],
    );
    return toConnection(rows, first, after, (row) => [row.number], 0);
  }

  async find(uuid: string): Promise<ActivityEntry | null> {
    const [entry] = await this.database.query<ActivityEntry>(
      `select ${columns} from audit_entry e where e.id = $1 and e.visible_in_feed`,
      [Number.parseInt(uuid.replaceAll('-', '').slice(-12), 16)],
    );
    return entry?.id === uuid ? entry : null;
  }
}

function within({ subject, subGroupId }: FeedScope): { condition: string; values: unknown[] } {
  if (subject && subGroupId) {
    return {
      condition: 'and e.subject_type = $3 and e.subject_id = $4 and e.sub_group_ids @> array[$5::uuid]',
      values: [subject.typeName, subject.uuid, subGroupId],
    };
  }
  if (subject)
    return { condition: 'and e.subject_type = $3 and e.subject_id = $4', values: [subject.typeName, subject.uuid] };
  if (subGroupId) return { condition: 'and e.sub_group_ids @> array[$3::uuid]', values: [subGroupId] };
  return { condition: '', values: [] };
}
