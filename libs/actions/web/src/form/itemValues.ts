import type { EditableItemFragment, Priority } from '@sos/platform-contract';

export type ItemValues = {
  title: string;
  description: string;
  subGroupId: string;
  focusItemId: string;
  goalId: string;
  objectiveId: string;
  leadAgencyId: string;
  supportingAgencyIds: string[];
  assigneeIds: string[];
  priority: Priority;
  startOn: string | null;
  dueOn: string | null;
  nextStep: string;
  /** As written: "naloxone, shelters". */
  tags: string;
  /** Only the sub-group may know of it; asked when it is opened, never later. */
  restricted: boolean;
};
export type ItemField = keyof ItemValues;

/** In the order of the page: the first wrong one takes the focus. */
export const fieldOrder: readonly ItemField[] = [
  'title',
  'description',
  'nextStep',
  'subGroupId',
  'focusItemId',
  'goalId',
  'objectiveId',
  'leadAgencyId',
  'supportingAgencyIds',
  'assigneeIds',
  'startOn',
  'dueOn',
  'priority',
  'tags',
  'restricted',
];

export const fieldLabels: Record<ItemField, string> = {
  title: 'Title',
  description: 'Description',
  nextStep: 'Next step',
  subGroupId: 'Sub-group',
  focusItemId: 'Focus item',
  goalId: 'Goal',
  objectiveId: 'Objective',
  leadAgencyId: 'Lead agency',
  supportingAgencyIds: 'Supporting agencies',
  assigneeIds: 'People assigned',
  startOn: 'Start',
  dueOn: 'Due date',
  priority: 'Priority',
  tags: 'Tags',
  restricted: 'Restricted to the sub-group',
};

export const emptyItem: ItemValues = {
  title: '',
  description: '',
  subGroupId: '',
  focusItemId: '',
  goalId: '',
  objectiveId: '',
  leadAgencyId: '',
  supportingAgencyIds: [],
  assigneeIds: [],
  priority: 'MEDIUM',
  startOn: null,
  dueOn: null,
  nextStep: '',
  tags: '',
  restricted: false,
};

const idOf = ({ id }: { id: string }) => id;

export const valuesOf = (item: EditableItemFragment): ItemValues => ({
  title: item.title,
  description: item.description,
  subGroupId: item.subGroup.id,
  focusItemId: item.focusItem.id,
  goalId: item.goal.id,
  objectiveId: item.objective?.id ?? '',
  leadAgencyId: item.leadAgency.id,
  supportingAgencyIds: item.supportingAgencies.map(idOf),
  assigneeIds: item.assignees.map(idOf),
  priority: item.priority,
  startOn: item.startOn,
  dueOn: item.dueOn,
  nextStep: item.nextStep,
  tags: item.tags.join(', '),
  restricted: item.isRestricted,
});

const tagsOf = (text: string): string[] => [...new Set(text.split(',').map((tag) => tag.trim()))].filter(Boolean);

/** As the hub takes it; an empty choice is null. */
export const inputOf = ({ tags, objectiveId, subGroupId: _, restricted: _fixed, ...values }: ItemValues) => ({
  ...values,
  title: values.title.trim(),
  objectiveId: objectiveId || null,
  tags: tagsOf(tags),
});

export const differs = (one: ItemValues, other: ItemValues, field: ItemField): boolean =>
  JSON.stringify(one[field]) !== JSON.stringify(other[field]);

/** Only what the person changed is sent, so that what others changed meanwhile stays. */
export const changesBetween = (before: ItemValues, after: ItemValues): Partial<ReturnType<typeof inputOf>> => {
  const input = inputOf(after);
  return Object.fromEntries(
    Object.entries(input).filter(([field]) => differs(before, after, field as ItemField)),
  ) as Partial<typeof input>;
};

/** What can be said before the hub is asked. */
export const problemsOf = (values: ItemValues): Partial<Record<ItemField, string>> => {
  const problems: Partial<Record<ItemField, string>> = {};
  if (values.title.trim() === '') problems.title = 'Say in one line what will be done.';
  if (values.subGroupId === '') problems.subGroupId = 'Choose the sub-group that opens it.';
  if (values.focusItemId === '') problems.focusItemId = 'Choose the focus item that it belongs to.';
  if (values.goalId === '') problems.goalId = 'Choose the goal that it serves.';
  if (values.leadAgencyId === '') problems.leadAgencyId = 'Choose the agency that answers for it.';
  if (values.startOn && values.dueOn && values.dueOn < values.startOn)
    problems.dueOn = 'Choose a due date on or after the start.';
  return problems;
};
