import { uuidOf, type Viewer } from '@sos/platform-server';
import { DueFilter, type ActionItemFilter } from './action-item-filter.types';
import { mayPostPredicate } from './action-item.policy';
import { isOverdueSql, isSilentSql, type ItemDay } from './item-day';
import type { SqlParameters } from './sql-parameters';

const longestSearchText = 200;

/** The conditions on an item `i` that a filter stands for. Names that nobody has match nothing, and are no error. */
export function filterConditions(
  filter: ActionItemFilter | null | undefined,
  viewer: Viewer,
  parameters: SqlParameters,
  day: ItemDay,
): string[] {
  if (!filter) return [];
  const conditions: string[] = [];
  const restrict = <T>(list: readonly T[] | null | undefined, condition: (placeholder: string) => string) => {
    if (list && list.length > 0) conditions.push(condition(parameters.add(list)));
  };
  const text = filter.text?.trim().slice(0, longestSearchText);
  if (text) conditions.push(textCondition(text, parameters));
  restrict(filter.statuses, (values) => `i.status = any(${values}::text[])`);
  restrict(filter.priorities, (values) => `i.priority = any(${values}::text[])`);
  if (filter.due) conditions.push(dueConditions[filter.due](day));
  restrict(
    filter.goalNumbers,
    (values) => `i.goal_id in (select wanted.id from goal wanted where wanted.number = any(${values}::integer[]))`,
  );
  restrict(
    filter.objectiveKeys,
    (values) => `i.objective_id in (select wanted.id from objective wanted join goal above on above.id = wanted.goal_id
      where above.number || '.' || wanted.position = any(${values}::text[]))`,
  );
  restrict(
    filter.focusItemSlugs,
    (values) =>
      `i.focus_item_id in (select wanted.id from focus_item wanted where wanted.slug = any(${values}::text[]))`,
  );
  restrict(
    filter.subGroupSlugs,
    (values) => `i.focus_item_id in (select listed.focus_item_id from focus_listing listed
      join sub_group wanted on wanted.id = listed.sub_group_id where wanted.slug = any(${values}::text[]))`,
  );
  restrict(filter.agencyKeys, agencyCondition);
  restrict(
    filter.assigneeIds?.map((id) => uuidOf('Person', id)),
    (values) => assignedTo(`any(${values}::uuid[])`),
  );
  if (filter.mine) conditions.push(assignedTo(`${parameters.add(viewer.personId)}::uuid`));
  if (filter.postable) conditions.push(mayPostPredicate(viewer, parameters));
  restrict(
    filter.tags?.map((tag) => tag.toLowerCase()),
    (values) => `exists (select from unnest(i.tags) tag where lower(tag) = any(${values}::text[]))`,
  );
  if (filter.silent) conditions.push(isSilentSql(day));
  if (filter.helpWanted) conditions.push('i.open_help_request_count > 0');
  return conditions;
}

const assignedTo = (person: string): string =>
  `exists (select from action_item_assignee assigned where assigned.action_item_id = i.id and assigned.person_id = ${person})`;

const agencyCondition = (keys: string): string =>
  `(i.lead_agency_id in (select wanted.id from agency wanted where wanted.key = any(${keys}::text[]))
    or exists (select from action_item_supporting_agency supporting join agency wanted on wanted.id = supporting.agency_id
      where supporting.action_item_id = i.id and wanted.key = any(${keys}::text[])))`;

const dueWithin =
  (days: number) =>
  ({ today }: ItemDay): string =>
    `(i.status <> 'done' and i.due_on between ${today} and ${today} + ${days})`;

const dueConditions: Record<DueFilter, (day: ItemDay) => string> = {
  [DueFilter.OVERDUE]: isOverdueSql,
  [DueFilter.NEXT_14_DAYS]: dueWithin(14),
  [DueFilter.NEXT_30_DAYS]: dueWithin(30),
  [DueFilter.NO_DATE]: () => `(i.status <> 'done' and i.due_on is null)`,
};

/** Whole words as the search engine understands them, beginnings of words while somebody types, or a reference. */
function textCondition(text: string, parameters: SqlParameters): string {
  const beginnings = (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(' & ');
  const written = parameters.add(text);
  return `(i.search_vector @@ websearch_to_tsquery('english', ${written})
    or i.search_vector @@ to_tsquery('english', ${parameters.add(beginnings)})
    or starts_with(lower(i.reference), lower(${written})))`;
}
