import type { Queryable } from '@sos/platform-server';
import { buildGoal } from '@sos/goals-server/testing';
import { buildAgency, buildPerson } from '@sos/identity-server/testing';
import { buildFocusItem, buildSubGroup, buildWorkgroup } from '@sos/workgroup-server/testing';
import { Priority, WorkStatus } from '../action-item.types';

export interface ActionItemTraits {
  workgroupId?: string;
  goalId?: string;
  objectiveId?: string;
  focusItemId?: string;
  subGroupId?: string;
  leadAgencyId?: string;
  supportingAgencyIds?: readonly string[];
  /** The first is the owner. */
  assigneeIds?: readonly string[];
  title?: string;
  /** Only for those with a seat in its sub-group; such a row is written inside `database.asHub`. */
  isRestricted?: boolean;
  description?: string;
  nextStep?: string;
  tags?: readonly string[];
  status?: WorkStatus;
  priority?: Priority;
  startOn?: string;
  dueOn?: string;
  /** Whole days before now at which the item was opened. */
  openedDaysAgo?: number;
  /** Whole days before now of its newest update, which is made; none: there is no update. */
  updatedDaysAgo?: number;
}

export interface BuiltActionItem {
  id: string;
  reference: string;
  version: number;
}

/** An action item with what the test names; what it does not name is made: a workgroup, goal, focus item, agency. */
export async function buildActionItem(database: Queryable, traits: ActionItemTraits = {}): Promise<BuiltActionItem> {
  const workgroupId = traits.workgroupId ?? (await buildWorkgroup(database));
  const subGroupId = traits.subGroupId ?? (await buildSubGroup(database, workgroupId));
  const focusItemId = traits.focusItemId ?? (await buildFocusItem(database, workgroupId, [subGroupId]));
  const [item] = await database.query<BuiltActionItem>(
    `insert into action_item (workgroup_id, number, reference, title, description, goal_id, objective_id, focus_item_id,
       sub_group_id, lead_agency_id, status, priority, start_on, due_on, next_step, tags, completed_at, created_at, restricted_to_sub_group_id)
     select $1::uuid, next.number, 'T' || upper(left(md5($1::text), 6)) || '-' || next.number, $2, $3, $4::uuid, $5::uuid,
       $6::uuid, $7::uuid, $8::uuid, $9::text, $10, $11::date, $12::date, $13, $14::text[],
       case when $9::text = 'done' then now() - coalesce($16::integer, 0) * interval '1 day' end,
       now() - $15::integer * interval '1 day', case when $17::boolean then $7::uuid end
     from (select coalesce(max(number), 0) + 1 as number from action_item where workgroup_id = $1::uuid) next
     returning id, reference, version`,
    [
      workgroupId,
      traits.title ?? 'Something to do',
      traits.description ?? '',
      traits.goalId ?? (await buildGoal(database, { workgroupId })),
      traits.objectiveId ?? null,
      focusItemId,
      subGroupId,
      traits.leadAgencyId ?? (await buildAgency(database)),
      traits.status ?? WorkStatus.NOT_STARTED,
      traits.priority ?? Priority.MEDIUM,
      traits.startOn ?? null,
      traits.dueOn ?? null,
      traits.nextStep ?? '',
      traits.tags ?? [],
      traits.openedDaysAgo ?? 0,
      traits.updatedDaysAgo ?? null,
      traits.isRestricted ?? false,
    ],
  );
  await addPeople(database, item!.id, traits);
  if (traits.updatedDaysAgo === undefined) return item!;
  await buildUpdate(database, {
    actionItemId: item!.id,
    daysAgo: traits.updatedDaysAgo,
    authorId: traits.assigneeIds?.[0],
  });
  return { ...item!, version: item!.version + 1 };
}

async function addPeople(database: Queryable, itemId: string, traits: ActionItemTraits): Promise<void> {
  await database.query(
    'insert into action_item_supporting_agency (action_item_id, agency_id) select $1, id from unnest($2::uuid[]) id',
    [itemId, traits.supportingAgencyIds ?? []],
  );
  await database.query(
    `insert into action_item_assignee (action_item_id, person_id, position)
     select $1, person.id, person.position from unnest($2::uuid[]) with ordinality as person (id, position)`,
    [itemId, traits.assigneeIds ?? []],
  );
}

export interface UpdateTraits {
  actionItemId: string;
  authorId?: string;
  note?: string;
  daysAgo?: number;
  /** Agencies asked for help. */
  helpWantedAgencyIds?: readonly string[];
}

/** An update that leaves the item's work status as it is; returns the ids of the update and of its requests for help. */
export async function buildUpdate(
  database: Queryable,
  traits: UpdateTraits,
): Promise<{ id: string; helpRequestIds: string[] }> {
  const authorId = traits.authorId ?? (await buildPerson(database));
  const [update] = await database.query<{ id: string }>(
    `insert into action_item_update (action_item_id, author_id, status, previous_status, note, posted_at, item_version)
     select i.id, $2::uuid, i.status, i.status, $3::text, now() - $4::integer * interval '1 day', i.version + 1
     from action_item i where i.id = $1 returning id`,
    [traits.actionItemId, authorId, traits.note ?? 'It goes on.', traits.daysAgo ?? 0],
  );
  const requests = await database.query<{ id: string }>(
    `insert into help_request (action_item_update_id, action_item_id, agency_id, requested_by_id, requested_at)
     select $1, $2, agency.id, $3, now() - $5::integer * interval '1 day' from unnest($4::uuid[]) as agency (id) returning id`,
    [update!.id, traits.actionItemId, authorId, traits.helpWantedAgencyIds ?? [], traits.daysAgo ?? 0],
  );
  await database.query(
    `update action_item set version = version + 1, latest_update_id = $2, latest_update_note = $3, latest_update_author_id = $4,
       latest_update_at = now() - $5::integer * interval '1 day', open_help_request_count = open_help_request_count + $6
     where id = $1`,
    [traits.actionItemId, update!.id, traits.note ?? 'It goes on.', authorId, traits.daysAgo ?? 0, requests.length],
  );
  return { id: update!.id, helpRequestIds: requests.map(({ id }) => id) };
}
