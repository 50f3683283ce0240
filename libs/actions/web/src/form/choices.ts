import type { ComboboxOption } from '@sos/platform-ui';
import { priorityWords } from '../item/itemWords';
import type { ItemFormOptions } from './ItemFormOptions';
import type { ItemField, ItemValues } from './itemValues';
import { formatDate } from '@sos/platform-ui';

/** What each field offers, given what is chosen in the fields before it. */
export const choicesOf = (options: ItemFormOptions, values: Pick<ItemValues, 'subGroupId' | 'goalId'>) => {
  const groups = options.workgroup?.subGroups ?? [];
  const goals = [...options.goals].sort((one, other) => one.number - other.number);
  const agencies: ComboboxOption[] = options.agencies.edges.map(({ node }) => ({
    value: node.id,
    label: node.name,
    detail: node.abbreviation,
  }));
  return {
    subGroupId: groups.map(({ id, name }) => ({ value: id, label: name })),
    focusItemId: (groups.find(({ id }) => id === values.subGroupId)?.focusItems ?? []).map(({ id, statement }) => ({
      value: id,
      label: statement,
    })),
    goalId: goals.map(({ id, number, statement }) => ({ value: id, label: `${number}. ${statement}` })),
    objectiveId: (goals.find(({ id }) => id === values.goalId)?.objectives ?? []).map(({ id, key, statement }) => ({
      value: id,
      label: `${key} ${statement}`,
    })),
    leadAgencyId: agencies,
    supportingAgencyIds: agencies,
    assigneeIds: options.people.edges.map(({ node }) => ({
      value: node.id,
      label: node.fullName,
      detail: node.agency.abbreviation,
    })),
    priority: (['HIGH', 'MEDIUM', 'LOW'] as const).map((value) => ({ value, label: priorityWords[value] })),
  } satisfies Partial<Record<ItemField, ComboboxOption[]>>;
};

/** A field's value in words, to show what others made of it. */
export const wordsOf = (options: ItemFormOptions, values: ItemValues, field: ItemField): string => {
  const value = values[field];
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value === null || value === '' || value.length === 0) return 'Empty';
  if (field === 'startOn' || field === 'dueOn') return formatDate(value as string);
  const choices: Partial<Record<ItemField, ComboboxOption[]>> = choicesOf(options, values);
  const labelOf = (one: string) => choices[field]?.find((choice) => choice.value === one)?.label ?? one;
  return Array.isArray(value) ? value.map(labelOf).join(', ') : labelOf(value);
};
