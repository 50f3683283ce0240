import { people, type PersonContent } from './content';
import { idOf } from './insert-rows';
import { workgroupId } from './load-california-structure';

/** A row of the audit trail, as the story would have written it. */
export interface AuditRow {
  occurred_at: string;
  actor_id: string;
  actor_label: string;
  action: string;
  subject_type: string;
  subject_id: string;
  subject_label: string;
  subject_path: string;
  detail: string | null;
  workgroup_id: string;
  sub_group_ids: string[];
  agency_ids: string[];
  before: object | null;
  after: object;
  visible_in_feed: true;
  restricted_to_sub_group_id: string | null;
}

export interface StoryEntry {
  at: Date;
  by: string;
  action: string;
  subject: { type: string; id: string; label: string; path: string };
  detail?: string;
  /** Slugs of the sub-groups that see it. */
  subGroups?: readonly string[];
  agencies?: readonly string[];
  /** Slug of the only sub-group that may know of it. */
  restrictedTo?: string;
  before?: object;
  after: object;
}

const byKey = new Map<string, PersonContent>(people.map((person) => [person.key, person]));

export function auditRow(entry: StoryEntry): AuditRow {
  return {
    occurred_at: entry.at.toISOString(),
    actor_id: idOf('person', entry.by),
    actor_label: byKey.get(entry.by)?.fullName ?? entry.by,
    action: entry.action,
    subject_type: entry.subject.type,
    subject_id: entry.subject.id,
    subject_label: entry.subject.label,
    subject_path: entry.subject.path,
    detail: entry.detail ?? null,
    workgroup_id: workgroupId,
    sub_group_ids: (entry.subGroups ?? []).map((slug) => idOf('sub-group', slug)),
    agency_ids: (entry.agencies ?? []).map((key) => idOf('agency', key)),
    before: entry.before ?? null,
    after: entry.after,
    visible_in_feed: true,
    restricted_to_sub_group_id: entry.restrictedTo ? idOf('sub-group', entry.restrictedTo) : null,
  };
}
