import { AsOfFieldKind, type AsOfField } from './as-of.types';

type Facts = Record<string, unknown>;

/** What the trail says of one change: the fields that it touched, as they were and as they became. */
export interface TrailChange {
  occurredAt: Date;
  actorLabel: string;
  action: string;
  detail: string | null;
  before: Facts | null;
  after: Facts | null;
}

/**
 * Takes changes back, the latest first: what a thing was before all of them.
 * @param factsOf Where a change keeps the facts, if it is not in the open.
 */
export function rewind<F extends object>(
  now: F,
  latestFirst: readonly TrailChange[],
  factsOf: (before: Facts) => Facts = (before) => before,
): F {
  const then = { ...now } as Facts;
  for (const { before } of latestFirst) {
    if (!before) continue;
    const facts = factsOf(before);
    for (const name of Object.keys(then)) if (name in facts) then[name] = facts[name];
  }
  return then as F;
}

/** Whether a thing was removed on the day, and restored later. */
export const isRemovedThen = (latestFirst: readonly TrailChange[]): boolean =>
  latestFirst.findLast(({ action }) => action === 'removed' || action === 'restored')?.action === 'restored';

/** Names of the fields whose values a change says to have changed. */
export function changedNames({ before, after }: Pick<TrailChange, 'before' | 'after'>): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]));
}

type Value = string | number | null | undefined | readonly string[];

/** A field in words; nothing, empty and missing are the same to a reader. */
export function asOfField(
  name: string,
  label: string,
  then: Value,
  now: Value,
  kind: AsOfFieldKind = AsOfFieldKind.TEXT,
): AsOfField {
  const [was, is] = [wordsOf(then), wordsOf(now)];
  return { name, label, kind, then: was, now: is, isChanged: JSON.stringify(was) !== JSON.stringify(is) };
}

const wordsOf = (value: Value): string[] => {
  if (value === null || value === undefined || value === '') return [];
  return typeof value === 'object' ? [...value] : [String(value)];
};
