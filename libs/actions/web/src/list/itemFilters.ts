import type { ActionItemFilter, ActionItemSort, DueFilter, Priority } from '@sos/platform-contract';
import { type TableSort, type WorkStatus, workStatuses } from '@sos/platform-ui';
import { urlChoice, urlChoiceOr, urlFlag, urlList, urlText } from '@sos/platform-web';

export const priorities: readonly Priority[] = ['HIGH', 'MEDIUM', 'LOW'];
export const dueChoices: readonly DueFilter[] = ['OVERDUE', 'NEXT_14_DAYS', 'NEXT_30_DAYS', 'NO_DATE'];
export const dueWords: Record<DueFilter, string> = {
  OVERDUE: 'Overdue',
  NEXT_14_DAYS: 'Due in 14 days',
  NEXT_30_DAYS: 'Due in 30 days',
  NO_DATE: 'No due date',
};
const sorts: readonly ActionItemSort[] = [
  'DUE_ON_ASCENDING',
  'DUE_ON_DESCENDING',
  'LAST_UPDATE_ASCENDING',
  'LAST_UPDATE_DESCENDING',
  'TITLE_ASCENDING',
  'TITLE_DESCENDING',
  'PRIORITY_DESCENDING',
  'REFERENCE_ASCENDING',
  'STATUS_ASCENDING',
];

/** All that a list of items can be narrowed by, as it is written in the address. */
export const filterParts = {
  text: urlText(),
  status: urlList<WorkStatus>(workStatuses),
  priority: urlList<Priority>(priorities),
  due: urlChoice(dueChoices),
  goal: urlList(),
  objective: urlList(),
  focus: urlList(),
  subgroup: urlList(),
  agency: urlList(),
  assignee: urlList(),
  tag: urlList(),
  mine: urlFlag(),
  silent: urlFlag(),
  help: urlFlag(),
  /** Done ones too. What is done is out of the way unless it is asked for. */
  done: urlFlag(),
};
export const listParts = { ...filterParts, sort: urlChoiceOr(sorts, 'DUE_ON_ASCENDING') };

type ValuesOf<Parts> = {
  [Name in keyof Parts]: Parts[Name] extends { read: (written: string[]) => infer V } ? V : never;
};
export type ItemFilters = ValuesOf<typeof filterParts>;
export type ChangeFilters = (changes: Partial<ItemFilters>) => void;

export const noFilters: ItemFilters = {
  text: '',
  status: [],
  priority: [],
  due: null,
  goal: [],
  objective: [],
  focus: [],
  subgroup: [],
  agency: [],
  assignee: [],
  tag: [],
  mine: false,
  silent: false,
  help: false,
  done: false,
};

export const openStatuses: readonly WorkStatus[] = workStatuses.filter((status) => status !== 'DONE');

const someOf = <Value>(values: readonly Value[]): Value[] | undefined => (values.length > 0 ? [...values] : undefined);
const trueOnly = (on: boolean): true | undefined => (on ? true : undefined);

/** What is not asked for is left out, so that the same question has one place in the cache. */
export const filterInput = (filters: ItemFilters): ActionItemFilter => ({
  text: filters.text.trim() || undefined,
  statuses: someOf(filters.status.length > 0 || filters.done ? filters.status : openStatuses),
  priorities: someOf(filters.priority),
  due: filters.due ?? undefined,
  goalNumbers: someOf(filters.goal.map(Number).filter((number) => Number.isInteger(number) && number > 0)),
  objectiveKeys: someOf(filters.objective),
  focusItemSlugs: someOf(filters.focus),
  subGroupSlugs: someOf(filters.subgroup),
  agencyKeys: someOf(filters.agency),
  assigneeIds: someOf(filters.assignee),
  tags: someOf(filters.tag),
  mine: trueOnly(filters.mine),
  silent: trueOnly(filters.silent),
  helpWanted: trueOnly(filters.help),
});

/** Each column of the table, with the orders that the hub has for it; the first is the one a press begins with. */
const sortsOfColumn: Record<string, readonly ActionItemSort[]> = {
  due: ['DUE_ON_ASCENDING', 'DUE_ON_DESCENDING'],
  update: ['LAST_UPDATE_ASCENDING', 'LAST_UPDATE_DESCENDING'],
  title: ['TITLE_ASCENDING', 'TITLE_DESCENDING'],
  priority: ['PRIORITY_DESCENDING'],
  reference: ['REFERENCE_ASCENDING'],
  status: ['STATUS_ASCENDING'],
};

export const tableSortOf = (sort: ActionItemSort): TableSort => ({
  column: Object.keys(sortsOfColumn).find((column) => sortsOfColumn[column]?.includes(sort)) ?? 'due',
  direction: sort.endsWith('_DESCENDING') ? 'descending' : 'ascending',
});

export const sortOf = ({ column, direction }: TableSort): ActionItemSort => {
  const offered = sortsOfColumn[column] ?? [];
  return offered.find((sort) => sort.endsWith(direction.toUpperCase())) ?? offered[0] ?? 'DUE_ON_ASCENDING';
};
