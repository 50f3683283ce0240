import type { SourceField, SourceValues } from './sourceValues';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export type Merged = {
  values: SourceValues;
  /** Both changed these: mine stands in the form, theirs is shown beside it. */
  conflicts: SourceField[];
  /** Only they changed these: taken over. */
  taken: SourceField[];
};

/** Somebody saved while I was writing: my words stay, and what I never touched follows theirs. */
export const mergeSaved = (base: SourceValues, mine: SourceValues, theirs: SourceValues): Merged => {
  const changedByThem = (Object.keys(theirs) as SourceField[]).filter((field) => !same(base[field], theirs[field]));
  const taken = changedByThem.filter((field) => same(mine[field], base[field]));
  const conflicts = changedByThem.filter((field) => !taken.includes(field) && !same(mine[field], theirs[field]));
  const values = { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) };
  return { values, conflicts, taken };
};
