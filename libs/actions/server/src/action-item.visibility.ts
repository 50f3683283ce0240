import { askedRows } from '@sos/platform-server';
import type { SqlParameters } from './sql-parameters';

/**
 * Condition on an item, of which items whoever asks may know: the first of the two walls (docs/adr/0009), and the one
 * place where a statement on items says it; one whose text never changes takes `isOpenTo` of activity. `seeingRule` is
 * the same for one item.
 * @param alias The item's name in the statement.
 */
export function visibleItem(parameters: SqlParameters, alias = 'i'): string {
  const { everything, subGroupIds } = askedRows();
  if (everything) return 'true';
  const isOpen = `${alias}.restricted_to_sub_group_id is null`;
  if (subGroupIds.length === 0) return isOpen;
  return `(${isOpen} or ${alias}.restricted_to_sub_group_id = any(${parameters.add(subGroupIds)}::uuid[]))`;
}

/** A sub-group that carries an item's focus sees the item, unless it is restricted to another one. */
export const concernsSubGroup = (alias: string, subGroupId: string): string =>
  `(${alias}.restricted_to_sub_group_id is null or ${alias}.restricted_to_sub_group_id = ${subGroupId})`;
