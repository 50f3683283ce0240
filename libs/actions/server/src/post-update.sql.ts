import { auditColumns } from '@sos/activity-server';
import { agencyJson, personJson } from '@sos/identity-server';
import type { Intent, Viewer } from '@sos/platform-server';
import { mayPostPredicate } from './action-item.policy';
import { visibleItem } from './action-item.visibility';
import type { SqlParameters } from './sql-parameters';

/** Further conditions of an update, on an item `i` and the values of {@link postUpdateStatement}. */
export const isElsewhere = 'i.status <> $3::text';
export const agenciesAreKnown = `not exists (select from unnest($6::uuid[]) as wanted (id)
  where not exists (select from agency where agency.id = wanted.id and ${maySeeThrough('agency')}))`;

/** Whom a restricted item may be shown to: an agency with a running seat in its sub-group. Others must not hear of it. */
export function maySeeThrough(agency: string): string {
  return `(i.restricted_to_sub_group_id is null or exists (select from seat
    where seat.agency_id = ${agency}.id and seat.sub_group_id = i.restricted_to_sub_group_id
      and seat.starts_on <= current_date and (seat.ends_on is null or seat.ends_on >= current_date)))`;
}

/**
 * Posts an update as one statement: permission, the version that the person saw and whatever else must hold are its
 * conditions, and everything it writes hangs on them. No row comes back when one of them does not hold; who needs to
 * know which, reads the item then.
 *
 * $1 item, $2 expected version, $3 status, $4 note, $5 evidence address, $6 agencies asked for help, $7 author,
 * $8 id of the update, $9 author's name, $10 words of the audit entry, $11 request id, $12 statuses from which this
 * update ends older requests for help.
 *
 * With a key of the person's intent, everything hangs on that key too: when it is taken, nothing is written.
 *
 * `for update` makes writers of one item wait for each other and look at its version again. The count of open
 * requests changes by what this statement closed and opened, so that an answer given at the same time is not lost.
 *
 * @param parameters Holds those values, and takes what the permission needs.
 */
export function postUpdateStatement(
  viewer: Viewer,
  conditions: readonly string[],
  intent: Intent | null,
  parameters: SqlParameters,
): string {
  const all = [visibleItem(parameters), mayPostPredicate(viewer, parameters), ...conditions].join(' and ');
  const claim = intent ? claimWith(parameters.add(intent.key), parameters.add(intent.requestHash)) : '';
  // There are a few forms only, and a text that is made anew must be read through to know its prepared statement.
  const form = `${all} ${claim}`;
  const known = statements.get(form) ?? statementWith(all, claim);
  if (statements.size < 100) statements.set(form, known);
  return known;
}

/** The item is held first: whoever sends the same again waits for it, finds another version, and reads the answer. */
const claimWith = (key: string, requestHash: string): string => `claimed as (
  insert into idempotency_key (person_id, key, request_hash, answer)
  select $7::uuid, ${key}::text, ${requestHash}::bytea, jsonb_build_object('updateId', $8::uuid) from held
  on conflict do nothing returning key
), locked as (
  select held.* from held cross join claimed
), `;

const statements = new Map<string, string>();

const statementWith = (conditions: string, claim: string): string => `
with ${claim ? 'held' : 'locked'} as (
  select i.* from action_item i where i.id = $1::uuid and i.version = $2::integer and ${conditions} for update of i
), ${claim}closed_open as (
  update help_request h set state = 'closed', answered_by_id = $7::uuid, answered_at = now()
  from locked where h.action_item_id = locked.id and h.state = 'open' and (locked.status = any($12::text[]) or h.agency_id = any($6::uuid[]))
  returning h.id
), closed_accepted as (
  update help_request h set state = 'closed', answered_by_id = $7::uuid, answered_at = now()
  from locked where h.action_item_id = locked.id and h.state = 'accepted' and (locked.status = any($12::text[]) or h.agency_id = any($6::uuid[]))
), posted as (
  insert into action_item_update (id, action_item_id, author_id, status, previous_status, note, evidence_url, item_version)
  select $8::uuid, locked.id, $7::uuid, $3::text, locked.status, $4::text, $5::text, locked.version + 1 from locked
  returning previous_status
), asked as (
  insert into help_request (action_item_update_id, action_item_id, agency_id, requested_by_id)
  select $8::uuid, locked.id, wanted.id, $7::uuid from locked cross join unnest($6::uuid[]) as wanted (id)
  returning *
), changed as (
  update action_item i set
    status = $3::text, version = i.version + 1,
    latest_update_id = $8::uuid, latest_update_at = now(), latest_update_note = $4::text, latest_update_author_id = $7::uuid,
    completed_at = case when $3::text = 'done' then coalesce(i.completed_at, now()) end,
    open_help_request_count = i.open_help_request_count
      - (select count(*) from closed_open)::integer + (select count(*) from asked)::integer
  from locked where i.id = locked.id
  returning i.id, i.reference, i.title, i.status, i.due_on, i.version, i.latest_update_at
), audited as (
  insert into audit_entry ${auditColumns}
  select now(), $7::uuid, $9::text, $10::text, 'ActionItem', locked.id, locked.title, '/items/' || locked.reference, $4::text,
    locked.workgroup_id,
    array(select listed.sub_group_id from focus_listing listed where listed.focus_item_id = locked.focus_item_id),
    array[locked.lead_agency_id] || array(select supporting.agency_id from action_item_supporting_agency supporting
      where supporting.action_item_id = locked.id) || $6::uuid[],
    jsonb_build_object('status', locked.status, 'version', locked.version),
    jsonb_build_object('status', $3::text, 'version', locked.version + 1, 'updateId', $8::uuid),
    $11::text, true, locked.restricted_to_sub_group_id
  from locked
)
select changed.id, changed.reference, changed.title, changed.status, changed.due_on as "dueOn", changed.version,
  changed.latest_update_at as "postedAt", posted.previous_status as "previousStatus", ${personJson('author')} as author,
  (select coalesce(json_agg(json_build_object('id', asked.id, 'state', asked.state, 'requestedAt', asked.requested_at,
      'answeredAt', null, 'answeredBy', null, 'actionItemId', asked.action_item_id, 'agency', ${agencyJson('helper')})
      order by helper.name, helper.id), '[]')
    from asked join agency helper on helper.id = asked.agency_id) as "helpRequests"
from changed cross join posted join person author on author.id = $7::uuid`;
