import { decodeCursor } from '@sos/platform-server';
import { ActionItemSort } from './action-item-filter.types';
import { cursorValues, type CursorType } from './cursor-values';
import type { SqlParameters } from './sql-parameters';

interface Key {
  /** Expression on an item `i`; never null, or rows would fall out between two pages. */
  expression: string;
  type: CursorType;
}

interface Order {
  keys: readonly Key[];
  /** All keys run the same way, so that a row comparison finds where a page begins. */
  direction: 'asc' | 'desc';
}

const due: Key = { expression: `coalesce(i.due_on, 'infinity'::date)`, type: 'date' };
const lastWord: Key = { expression: 'coalesce(i.latest_update_at, i.created_at)', type: 'timestamptz' };
const title: Key = { expression: 'lower(i.title)', type: 'text' };
const rank = (column: string, values: readonly string[]): Key => ({
  expression: `case i.${column} ${values.map((value, index) => `when '${value}' then ${index}`).join(' ')} end`,
  type: 'integer',
});

const orders: Record<ActionItemSort, Order> = {
  [ActionItemSort.DUE_ON_ASCENDING]: { keys: [due], direction: 'asc' },
  [ActionItemSort.DUE_ON_DESCENDING]: {
    keys: [{ expression: `coalesce(i.due_on, '-infinity'::date)`, type: 'date' }],
    direction: 'desc',
  },
  [ActionItemSort.LAST_UPDATE_ASCENDING]: { keys: [lastWord], direction: 'asc' },
  [ActionItemSort.LAST_UPDATE_DESCENDING]: { keys: [lastWord], direction: 'desc' },
  [ActionItemSort.TITLE_ASCENDING]: { keys: [title], direction: 'asc' },
  [ActionItemSort.TITLE_DESCENDING]: { keys: [title], direction: 'desc' },
  [ActionItemSort.PRIORITY_DESCENDING]: {
    keys: [rank('priority', ['high', 'medium', 'low']), due],
    direction: 'asc',
  },
  [ActionItemSort.REFERENCE_ASCENDING]: {
    keys: [
      { expression: `split_part(i.reference, '-', 1)`, type: 'text' },
      { expression: 'i.number', type: 'integer' },
    ],
    direction: 'asc',
  },
  [ActionItemSort.STATUS_ASCENDING]: {
    keys: [rank('status', ['not_started', 'in_progress', 'blocked', 'done']), due],
    direction: 'asc',
  },
};

/** The order of a list, and where in it a page begins. */
export interface PageOrder {
  /** Expression of a row's place in the list, as the text of a JSON array: only a cursor takes it apart. */
  place: string;
  orderBy: string;
  /** Condition on an item `i` that leaves out what earlier pages had; null for the first page. */
  after: string | null;
}

/** @throws GraphQLError (BAD_USER_INPUT) when the cursor is not one of this list. */
export function pageOrder(sort: ActionItemSort, after: string | null, parameters: SqlParameters): PageOrder {
  const { keys, direction } = orders[sort];
  const withId: Key[] = [...keys, { expression: 'i.id', type: 'uuid' }];
  const place = readCursor(sort, after, withId);
  return {
    place: `json_build_array(${withId.map((key) => `(${key.expression})::text`).join(', ')})::text`,
    orderBy: withId.map((key) => `${key.expression} ${direction}`).join(', '),
    after: place && comparison(withId, place, direction, parameters),
  };
}

/** The sort belongs to the cursor: the place in one order means nothing in another. */
export const cursorKeys = (sort: ActionItemSort, place: string): readonly unknown[] => [
  sort,
  ...(JSON.parse(place) as string[]),
];

function comparison(
  keys: readonly Key[],
  place: readonly string[],
  direction: 'asc' | 'desc',
  parameters: SqlParameters,
): string {
  const values = keys.map((key, index) => `${parameters.add(place[index])}::${key.type}`);
  const expressions = keys.map((key) => key.expression);
  return `(${expressions.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${values.join(', ')})`;
}

function readCursor(sort: ActionItemSort, after: string | null, keys: readonly Key[]): string[] | null {
  const parts = decodeCursor(after, keys.length + 1);
  if (!parts) return null;
  const [sortOfCursor, ...place] = parts;
  // A cursor of another order has a place of its own kind: as if it had none.
  return cursorValues(
    sortOfCursor === sort ? place : [],
    keys.map((key) => key.type),
  );
}
