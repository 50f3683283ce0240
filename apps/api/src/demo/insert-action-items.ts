import type { Transaction } from '@sos/platform-server';
import {
  actionItems,
  focusItems,
  restrictedItems,
  workgroupHistory,
  type ActionItemContent,
  type UpdateContent,
} from './content';
import { idOf, insertRows } from './insert-rows';
import { workgroupId } from './load-california-structure';
import type { StoryClock } from './story-clock';
import { auditRow, type AuditRow } from './story-trail';

const statusWords = { not_started: 'Not started', in_progress: 'In progress', blocked: 'Blocked', done: 'Done' };

/** An update with everything that follows from its place in the history of its item. */
interface PlacedUpdate extends UpdateContent {
  id: string;
  at: Date;
  previousStatus: UpdateContent['status'];
  /** The item's version that the update made. */
  version: number;
  next: { at: Date; by: string } | null;
}

interface PlacedItem {
  item: ActionItemContent;
  id: string;
  reference: string;
  createdAt: Date;
  createdBy: string;
  updates: PlacedUpdate[];
}

/** Action items with their histories. @returns the trail that the histories left. */
export async function insertActionItems(transaction: Transaction, clock: StoryClock): Promise<AuditRow[]> {
  const placed = [...actionItems, ...restrictedItems].map((item) => place(item, clock));
  await insertRows(
    transaction,
    'action_item',
    placed.map((entry) => itemRow(entry, clock)),
  );
  await insertRows(
    transaction,
    'action_item_supporting_agency',
    placed.flatMap(({ item, id }) =>
      item.supportingAgencies.map((key) => ({ action_item_id: id, agency_id: idOf('agency', key) })),
    ),
  );
  await insertRows(
    transaction,
    'action_item_assignee',
    placed.flatMap(({ item, id }) =>
      item.assignees.map((key, position) => ({ action_item_id: id, person_id: idOf('person', key), position })),
    ),
  );
  await insertRows(transaction, 'action_item_update', placed.flatMap(updateRows));
  await insertRows(transaction, 'help_request', placed.flatMap(helpRequestRows));
  await insertRows(
    transaction,
    'action_item_data_source',
    placed.flatMap(({ item, id }) =>
      item.dataSources.map((identifier) => ({ action_item_id: id, data_source_id: idOf('data-source', identifier) })),
    ),
  );
  return placed.flatMap(trailOf);
}

function place(item: ActionItemContent, clock: StoryClock): PlacedItem {
  const prefix = workgroupHistory.current.subGroups.find(({ slug }) => slug === item.subGroup)?.prefix;
  const reference = `${prefix}-${item.number > 0 ? item.number : `R${(-item.number).toString(16).toUpperCase()}`}`;
  const id = idOf('action-item', item.number);
  // Opened a few days before the work began, and never in the future.
  const createdDay = Math.min(item.startOn, item.updates[0]?.day ?? -1, -1) - 2 - Math.abs(item.number % 5);
  const times = clock.times(item.updates.map(({ day }, index) => ({ day, key: `${reference} ${index}` })));
  const updates = item.updates.map((update, index): PlacedUpdate => {
    const next = item.updates[index + 1];
    return {
      ...update,
      id: idOf('update', `${item.number} ${index}`),
      at: times[index]!,
      previousStatus: item.updates[index - 1]?.status ?? 'not_started',
      version: index + 2,
      next: next ? { at: times[index + 1]!, by: next.by } : null,
    };
  });
  return {
    item,
    id,
    reference,
    createdAt: clock.time(createdDay, `${reference} opened`),
    createdBy: item.assignees[0] ?? 'grace.villanueva',
    updates,
  };
}

function itemRow({ item, id, reference, createdAt, createdBy, updates }: PlacedItem, clock: StoryClock) {
  const latest = updates.at(-1);
  const status = latest?.status ?? 'not_started';
  const becameDone = updates.findLast((update) => update.status === 'done' && update.previousStatus !== 'done');
  return {
    id,
    workgroup_id: workgroupId,
    number: item.number,
    reference,
    title: item.title,
    description: item.description,
    goal_id: idOf('goal', Number(item.objective.split('.')[0])),
    objective_id: idOf('objective', item.objective),
    focus_item_id: idOf('focus-item', item.focusItem),
    sub_group_id: idOf('sub-group', item.subGroup),
    restricted_to_sub_group_id: item.number < 0 ? idOf('sub-group', item.subGroup) : null,
    lead_agency_id: idOf('agency', item.leadAgency),
    status,
    priority: item.priority,
    start_on: clock.date(item.startOn),
    due_on: clock.date(item.dueOn),
    next_step: item.nextStep,
    tags: item.tags,
    latest_update_id: latest?.id ?? null,
    latest_update_at: latest?.at.toISOString() ?? null,
    latest_update_note: latest?.note ?? null,
    latest_update_author_id: latest ? idOf('person', latest.by) : null,
    open_help_request_count: latest?.helpWantedFrom?.length ?? 0,
    completed_at: status === 'done' ? (becameDone?.at.toISOString() ?? null) : null,
    version: updates.length + 1,
    created_by_id: idOf('person', createdBy),
    created_at: createdAt.toISOString(),
  };
}

const updateRows = ({ id, updates }: PlacedItem) =>
  updates.map((update) => ({
    id: update.id,
    action_item_id: id,
    author_id: idOf('person', update.by),
    status: update.status,
    previous_status: update.previousStatus,
    note: update.note,
    evidence_url: update.evidenceUrl ?? null,
    posted_at: update.at.toISOString(),
    item_version: update.version,
  }));

/** Help that the latest update asks for is still wanted; what came before was given, as the next update tells. */
const helpRequestRows = ({ id, updates }: PlacedItem) =>
  updates.flatMap((update) =>
    (update.helpWantedFrom ?? []).map((agency) => ({
      id: idOf('help-request', `${update.id} ${agency}`),
      action_item_update_id: update.id,
      action_item_id: id,
      agency_id: idOf('agency', agency),
      state: update.next ? 'closed' : 'open',
      requested_by_id: idOf('person', update.by),
      requested_at: update.at.toISOString(),
      answered_by_id: update.next && idOf('person', update.next.by),
      answered_at: update.next && update.next.at.toISOString(),
    })),
  );

function trailOf({ item, id, reference, createdAt, createdBy, updates }: PlacedItem): AuditRow[] {
  const isRestricted = item.number < 0;
  const common = {
    subject: { type: 'ActionItem', id, label: item.title, path: `/items/${reference}` },
    subGroups: isRestricted
      ? [item.subGroup]
      : (focusItems.find(({ slug }) => slug === item.focusItem)?.listings ?? []),
    restrictedTo: isRestricted ? item.subGroup : undefined,
    agencies: [item.leadAgency, ...item.supportingAgencies],
  };
  const opened = auditRow({ ...common, at: createdAt, by: createdBy, action: 'opened', after: { version: 1 } });
  const posted = updates.map((update) =>
    auditRow({
      ...common,
      at: update.at,
      by: update.by,
      action: `posted ${statusWords[update.status]} on`,
      detail: update.note,
      before: { status: update.previousStatus, version: update.version - 1 },
      after: { status: update.status, version: update.version, updateId: update.id, note: update.note },
    }),
  );
  return [opened, ...posted];
}
