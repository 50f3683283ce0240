import { plainText, uuidOf, type FieldProblem } from '@sos/platform-server';
import { z } from 'zod';
import { Priority } from './action-item.types';
import type { CreateActionItemInput, EditActionItemInput } from './write-action-item.types';

const mostPeopleOrAgencies = 20;

/** Texts of an item, as a person writes them; what is left out is left out. */
export const itemTextsSchema = z
  .object({
    title: plainText('The title', { minimum: 1, maximum: 200 }),
    description: plainText('The description', { maximum: 4_000 }),
    nextStep: plainText('The next step', { maximum: 500 }),
    tags: z
      .array(plainText('A tag', { minimum: 1, maximum: 40 }))
      .max(10, 'Choose at most 10 tags.')
      .transform((tags) => [...new Set(tags)]),
    priority: z.enum(Priority),
    startOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    supportingAgencyIds: z.array(z.string()).max(mostPeopleOrAgencies, 'Name at most 20 supporting agencies.'),
    assigneeIds: z.array(z.string()).max(mostPeopleOrAgencies, 'Assign at most 20 people.'),
  })
  .partial();

/** Null means "empty it": a text becomes empty, a list loses its entries. */
export function withoutNulls(input: CreateActionItemInput | EditActionItemInput): object {
  const emptied = { description: '', nextStep: '', tags: [], supportingAgencyIds: [], assigneeIds: [] };
  const entries = Object.entries(input).map(([key, value]: [string, unknown]) => [
    key,
    value === null && key in emptied ? emptied[key as keyof typeof emptied] : value,
  ]);
  return Object.fromEntries(entries) as object;
}

/** Fields that an item always has, whose null is a mistake. */
export function emptiedProblems(input: EditActionItemInput): FieldProblem[] {
  const required = {
    title: 'The title is empty. Write something.',
    goalId: 'An item serves a goal. Choose one.',
    focusItemId: 'An item works on a focus item. Choose one.',
    leadAgencyId: 'An item has a lead agency. Choose one.',
    priority: 'An item has a priority. Choose one.',
  } as const;
  return Object.entries(required)
    .filter(([path]) => input[path as keyof typeof required] === null)
    .map(([path, message]) => ({ path, message }));
}

/** What an item names, by uuid; null where the id is none of ours. */
export interface ItemReferences {
  goalId: string | null;
  /** Undefined: the item is under none. */
  objectiveId: string | null | undefined;
  focusItemId: string | null;
  subGroupId: string | null;
  leadAgencyId: string | null;
  supportingAgencyIds: readonly (string | null)[];
  assigneeIds: readonly (string | null)[];
}

export const uuidsOf = (typeName: string, ids: readonly string[]): (string | null)[] =>
  [...new Set(ids)].map((id) => uuidOf(typeName, id));

/** What was found of it. */
export interface FoundReferences {
  goal: { id: string; number: number; workgroupId: string; isCurrent: boolean } | null;
  objective: { id: string; goalId: string } | null;
  focusItem: { id: string; subGroupIds: readonly string[] } | null;
  subGroup: { id: string; name: string; prefix: string; workgroupId: string; isCurrent: boolean } | null;
  agencyIds: readonly string[];
  personIds: readonly string[];
  /** Of those people, the ones with a running seat in the sub-group. */
  seatedPersonIds: readonly string[];
}

/** What does not fit together. */
export function referenceProblems(wanted: ItemReferences, found: FoundReferences): FieldProblem[] {
  const { goal, objective, focusItem, subGroup } = found;
  const problems: FieldProblem[] = [];
  const say = (path: string, message: string) => problems.push({ path, message });
  if (!goal) say('goalId', 'There is no such goal. Choose one of the list.');
  else if (!goal.isCurrent) say('goalId', 'This goal has ended. Choose one that is pursued today.');
  if (!subGroup) say('subGroupId', 'There is no such sub-group. Choose one of the list.');
  else if (!subGroup.isCurrent) say('subGroupId', 'This body has ended. Choose a sub-group of today.');
  else if (goal && goal.workgroupId !== subGroup.workgroupId) say('goalId', 'This goal is another workgroup’s.');
  if (wanted.objectiveId !== undefined) {
    if (!objective) say('objectiveId', 'There is no such objective. Choose one of the list.');
    else if (goal && objective.goalId !== goal.id) {
      say('objectiveId', `This objective is not one of goal ${goal.number}. Choose another, or none.`);
    }
  }
  if (!focusItem) say('focusItemId', 'There is no such focus item. Choose one of the list.');
  else if (subGroup && !focusItem.subGroupIds.includes(subGroup.id)) {
    say('focusItemId', `${subGroup.name} does not carry this focus item. Choose one that it carries.`);
  }
  return [...problems, ...agencyProblems(wanted, found), ...personProblems(wanted, found)];
}

function agencyProblems({ leadAgencyId, supportingAgencyIds }: ItemReferences, found: FoundReferences): FieldProblem[] {
  const isKnown = (id: string | null) => id !== null && found.agencyIds.includes(id);
  const unknown = 'There is no such agency. Choose one of the list.';
  return [
    ...(isKnown(leadAgencyId) ? [] : [{ path: 'leadAgencyId', message: unknown }]),
    ...supportingAgencyIds.flatMap((id, index) => {
      const path = `supportingAgencyIds.${index}`;
      if (!isKnown(id)) return [{ path, message: unknown }];
      return id === leadAgencyId ? [{ path, message: 'The lead agency needs no mention here. Remove it.' }] : [];
    }),
  ];
}

const personProblems = ({ assigneeIds }: ItemReferences, { personIds }: FoundReferences): FieldProblem[] =>
  assigneeIds.flatMap((id, index) =>
    id !== null && personIds.includes(id)
      ? []
      : [{ path: `assigneeIds.${index}`, message: 'There is no such person, or they have left. Choose another.' }],
  );

/** An item is not due before it starts. */
export const dateProblems = (startOn: string | null, dueOn: string | null): FieldProblem[] =>
  startOn !== null && dueOn !== null && dueOn < startOn
    ? [{ path: 'dueOn', message: 'The due date is before the start. Choose a later one.' }]
    : [];

/** Whoever works on a restricted item must be one of those who may know of it. */
export const seatProblems = ({ assigneeIds }: ItemReferences, { seatedPersonIds }: FoundReferences): FieldProblem[] =>
  assigneeIds.flatMap((id, index) =>
    id !== null && seatedPersonIds.includes(id)
      ? []
      : [
          {
            path: `assigneeIds.${index}`,
            message: 'This person has no seat in the sub-group, so a restricted item cannot be theirs. Choose another.',
          },
        ],
  );
