import { type FieldProblems, useDraft } from '@sos/platform-web';
import { useState } from 'react';
import { fieldOrder, type ItemField, type ItemValues, problemsOf } from './itemValues';

export const fieldId = (field: ItemField): string => `item-${field}`;

const read = (text: string): Partial<ItemValues> => {
  try {
    const kept: unknown = JSON.parse(text || '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Partial<ItemValues>) : {};
  } catch {
    return {};
  }
};

/** The values of an item form, kept as a draft on this computer until they are saved. */
export const useItemForm = (draftKey: string, initial: ItemValues) => {
  const [first] = useState(initial);
  const { text, setText, keptNote, wasRestored, intent, clear } = useDraft(draftKey);
  const [problems, setProblems] = useState<FieldProblems>({});
  // What the person typed into a date that can't be read: only the field itself knows it.
  const [dateProblems, setDateProblems] = useState<Partial<Record<ItemField, string | null>>>({});
  const values: ItemValues = { ...first, ...read(text) };

  const change = (changes: Partial<ItemValues>) => {
    const next = { ...values, ...changes };
    setText(JSON.stringify(next) === JSON.stringify(first) ? '' : JSON.stringify(next));
  };
  const show = (found: FieldProblems) => {
    setProblems(found);
    const wrong = fieldOrder.find((field) => problemAt(found, field));
    if (wrong) document.getElementById(fieldId(wrong))?.focus();
  };
  /** Answers whether the form can be sent. */
  const check = (): boolean => {
    const unreadable = Object.entries(dateProblems).filter(([, problem]) => problem) as [string, string][];
    const found: FieldProblems = { ...problemsOf(values), ...Object.fromEntries(unreadable) };
    show(found);
    return Object.keys(found).length === 0;
  };
  return {
    values,
    change,
    problems,
    problemOf: (field: ItemField) => problemAt(problems, field),
    reportDate: (field: ItemField, problem: string | null) =>
      setDateProblems((before) => ({ ...before, [field]: problem })),
    show,
    check,
    keptNote,
    wasRestored,
    intent,
    clear,
  };
};
export type ItemForm = ReturnType<typeof useItemForm>;

/** A problem with one of several (`tags.3`) stands at the field that holds them. */
const problemAt = (problems: FieldProblems, field: ItemField): string | undefined =>
  problems[field] ?? Object.entries(problems).find(([path]) => path.startsWith(`${field}.`))?.[1];
