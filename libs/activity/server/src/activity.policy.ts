import { askedRows, rowScopeOf, type RowScope, type Viewer } from '@sos/platform-server';

/** Whether this viewer may know of an entry: the first wall of restricted entries; row-level security is the second. */
export function mayKnowOf(entry: { restrictedToSubGroupId: string | null }, viewer: Viewer): boolean {
  const scope: RowScope = rowScopeOf(viewer);
  return (
    entry.restrictedToSubGroupId === null ||
    scope.everything ||
    scope.subGroupIds.includes(entry.restrictedToSubGroupId)
  );
}

/** The same as a condition on the entries `e`, or on other restricted rows; the two parameters are what {@link RowScope} says. */
export const isOpenTo = (everything: string, subGroupIds: string, alias = 'e'): string =>
  `(${alias}.restricted_to_sub_group_id is null or ${everything}::boolean or ${alias}.restricted_to_sub_group_id = any(${subGroupIds}::uuid[]))`;

/** The values of those parameters for whoever asks. */
export function openToValues(): [boolean, readonly string[]] {
  const { everything, subGroupIds } = askedRows();
  return [everything, subGroupIds];
}
