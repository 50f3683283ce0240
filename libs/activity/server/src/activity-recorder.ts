import { Injectable } from '@nestjs/common';
import type { Queryable, Viewer } from '@sos/platform-server';

/** One change of one thing. Ids are opaque here: the trail knows no domain. */
export interface ActivityRecord {
  /** Past-tense words that follow the actor's name: `posted Blocked on`. */
  action: string;
  /** GraphQL type of the thing that changed. */
  subjectType: string;
  subjectId: string;
  /** Its title at that time. */
  subjectLabel: string;
  /** Path within the hub, such as `/items/PS-19`. */
  subjectPath?: string;
  /** A sentence for the feed: the note, the reason. */
  detail?: string;
  workgroupId?: string;
  /** Every sub-group whose feed shows it. */
  subGroupIds?: readonly string[];
  agencyIds?: readonly string[];
  before?: object | null;
  after?: object | null;
  requestId?: string;
  /** Only those with a seat in this sub-group may know of it. */
  restrictedToSubGroupId?: string | null;
  /** False for what only the audit trail needs, such as sign-in. */
  visibleInFeed?: boolean;
  /** Only when demonstration content is loaded: when it happened in the story. */
  occurredAt?: Date;
}

export type Actor = Pick<Viewer, 'personId' | 'fullName'>;

/** Writes the audit trail, always in the transaction of the change itself, so that neither exists without the other. */
@Injectable()
export class ActivityRecorder {
  async record(transaction: Queryable, actor: Actor | null, entry: ActivityRecord): Promise<void> {
    await transaction.query(insertStatement, insertValues(actor, entry));
  }
}

/** The statement on its own, for a use case that writes the trail inside a larger single statement. */
export const auditColumns =
  '(occurred_at, actor_id, actor_label, action, subject_type, subject_id, subject_label, subject_path, detail, ' +
  'workgroup_id, sub_group_ids, agency_ids, before, after, request_id, visible_in_feed, restricted_to_sub_group_id)';

const insertStatement =
  `insert into audit_entry ${auditColumns} values ` +
  '(coalesce($1::timestamptz, now()), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::uuid[], $12::uuid[], $13, $14, $15, $16, $17)';

function insertValues(actor: Actor | null, entry: ActivityRecord): unknown[] {
  return [
    entry.occurredAt ?? null,
    actor?.personId ?? null,
    actor?.fullName ?? 'The hub',
    entry.action,
    entry.subjectType,
    entry.subjectId,
    entry.subjectLabel,
    entry.subjectPath ?? null,
    entry.detail ?? null,
    entry.workgroupId ?? null,
    entry.subGroupIds ?? [],
    entry.agencyIds ?? [],
    entry.before ? JSON.stringify(entry.before) : null,
    entry.after ? JSON.stringify(entry.after) : null,
    entry.requestId ?? null,
    entry.visibleInFeed ?? true,
    entry.restrictedToSubGroupId ?? null,
  ];
}
