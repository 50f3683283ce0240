import type { Priority } from './action-item.types';

/** What an edit can change. */
export interface ItemDetails {
  title: string;
  description: string;
  goalId: string;
  objectiveId: string | null;
  focusItemId: string;
  leadAgencyId: string;
  supportingAgencyIds: readonly string[];
  assigneeIds: readonly string[];
  priority: Priority;
  startOn: string | null;
  dueOn: string | null;
  nextStep: string;
  tags: readonly string[];
}

/** The changed fields alone, as they were and as they are. */
export interface ItemChanges {
  before: Partial<ItemDetails>;
  after: Partial<ItemDetails>;
}

const words: Record<keyof ItemDetails, string> = {
  title: 'title',
  description: 'description',
  goalId: 'goal',
  objectiveId: 'objective',
  focusItemId: 'focus item',
  leadAgencyId: 'lead agency',
  supportingAgencyIds: 'supporting agencies',
  assigneeIds: 'people assigned',
  priority: 'priority',
  startOn: 'start',
  dueOn: 'due date',
  nextStep: 'next step',
  tags: 'tags',
};

const fields = Object.keys(words) as (keyof ItemDetails)[];

/** @returns null when nothing changed. */
export function changesBetween(before: ItemDetails, after: ItemDetails): ItemChanges | null {
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  if (changed.length === 0) return null;
  const only = (details: ItemDetails): Partial<ItemDetails> =>
    Object.fromEntries(changed.map((field) => [field, details[field]]));
  return { before: only(before), after: only(after) };
}

/** `Changed due date and next step.` */
export function describeChanges({ after }: ItemChanges): string {
  const names = fields.filter((field) => field in after).map((field) => words[field]);
  const list = names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `Changed ${list}.`;
}
