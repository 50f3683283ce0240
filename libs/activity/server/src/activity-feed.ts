import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, isUuid, notOfThisList, toConnection } from '@sos/platform-server';
import type { ActivityConnection, ActivityEntry } from './activity-entry.types';
import { isOpenTo, openToValues } from './activity.policy';

/** Whose feed: one thing's, one sub-group's, or everybody's when neither is named. */
export interface FeedScope {
  subject?: { typeName: string; uuid: string };
  subGroupId?: string;
}

const columns = `e.public_id as id, e.occurred_at as "occurredAt", e.actor_id as "actorId", e.actor_label as "actorLabel", e.action,
  e.subject_type as "subjectType", e.subject_label as "subjectLabel", e.subject_path as "subjectPath", e.detail`;

/** Reads the audit trail as feeds: only what is meant to be seen there, latest first. */
@Injectable()
export class ActivityFeed {
  constructor(private readonly database: Database) {}

  async list(scope: FeedScope, first: number, after: string | null): Promise<ActivityConnection> {
    const start = decodeCursor(after, 1)?.[0] ?? null;
    if (start !== null && !isUuid(start)) throw notOfThisList();
    const { condition, values } = within(scope);
    // The numbers of the entries are their order; a cursor names an entry without telling its number.
    const rows = await this.database.query<ActivityEntry>(
      `select ${columns} from audit_entry e
       where ${isShown('$3', '$4')}
         and ($1::uuid is null or e.id < (select seen.id from audit_entry seen where seen.public_id = $1)) ${condition}
       order by e.id desc limit $2`,
      [start, first + 1, ...openToValues(), ...values],
    );
    return toConnection(rows, first, after, (row) => [row.id], 0);
  }

  async find(uuid: string): Promise<ActivityEntry | null> {
    const [entry] = await this.database.query<ActivityEntry>(
      `select ${columns} from audit_entry e where e.public_id = $1 and ${isShown('$2', '$3')}`,
      [uuid, ...openToValues()],
    );
    return entry ?? null;
  }
}

/** What was removed is not told of either, until it is restored. */
const isShown = (everything: string, subGroupIds: string): string =>
  `e.visible_in_feed and ${isOpenTo(everything, subGroupIds)}
   and not exists (select from removed_thing gone where gone.id = e.subject_id)`;

function within({ subject, subGroupId }: FeedScope): { condition: string; values: unknown[] } {
  if (subject && subGroupId) {
    return {
      condition: 'and e.subject_type = $5 and e.subject_id = $6 and e.sub_group_ids @> array[$7::uuid]',
      values: [subject.typeName, subject.uuid, subGroupId],
    };
  }
  if (subject)
    return { condition: 'and e.subject_type = $5 and e.subject_id = $6', values: [subject.typeName, subject.uuid] };
  if (subGroupId) return { condition: 'and e.sub_group_ids @> array[$5::uuid]', values: [subGroupId] };
  return { condition: '', values: [] };
}
