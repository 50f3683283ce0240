import type { Viewer } from '../viewer';
import { carriedValue } from './carried-value';

/** Which restricted rows may be seen: all of them, or those of some sub-groups. Open rows are for everybody. */
export interface RowScope {
  readonly everything: boolean;
  readonly subGroupIds: readonly string[];
}

export const openRowsOnly: RowScope = { everything: false, subGroupIds: [] };
const allRows: RowScope = { everything: true, subGroupIds: [] };

/**
 * Restricted work is for those with a seat in its sub-group, whatever agency leads it; and for those who answer for
 * the whole workgroup: its chairs, staff and administrators.
 */
export const rowScopeOf = (viewer: Viewer | null): RowScope => {
  if (!viewer) return openRowsOnly;
  const everything = viewer.isWorkgroupChair || viewer.isStaff || viewer.isAdministrator;
  return everything ? allRows : { everything, subGroupIds: viewer.subGroupIds };
};

/**
 * Two walls, each with a scope of its own: `asked` is the condition that our statements carry, `enforced` what
 * row-level security lets through. They are the same, except in a spec that takes the first wall away.
 */
interface WorkScope {
  asked: RowScope;
  enforced: RowScope;
  inTransaction: boolean;
}

const current = carriedValue<WorkScope>();

/** Scopes follow work for as long as a database is open. */
export const followScopes = (): (() => void) => current.follow();

const scopeWith = (asked: RowScope, enforced = asked, inTransaction = false): WorkScope => ({
  asked,
  enforced,
  inTransaction,
});

/** Runs a request. Until {@link lookAs} says who asks, nothing restricted is seen. */
export const withinRequest = <T>(work: () => T): T => current.run(scopeWith(openRowsOnly), work);

/** From here on the request sees what this viewer may. Outside of a request it changes nothing. */
export function lookAs(viewer: Viewer | null): void {
  const scope = current.get();
  if (!scope) return;
  scope.asked = scope.enforced = rowScopeOf(viewer);
}

/** Work of the hub itself, which sees every row: the worker, the command line, a backup. */
export const asHub = <T>(work: () => T): T => current.run(scopeWith(allRows), work);

/** Work in a stated scope, for what knows its viewer without a request: a socket, a job, a spec. */
export const inScope = <T>(asked: RowScope, enforced: RowScope, work: () => T): T =>
  current.run(scopeWith(asked, enforced), work);

/** The function, in the scope of now whenever it is called. */
export const keepScope: typeof current.keep = (call) => current.keep(call);

/** The first wall: what a statement's own condition lets through. */
export const askedRows = (): RowScope => current.get()?.asked ?? openRowsOnly;

/** The second wall: what row-level security is told. */
export const enforcedRows = (): RowScope => current.get()?.enforced ?? openRowsOnly;

export const isInTransaction = (): boolean => current.get()?.inTransaction ?? false;

export const withinTransaction = <T>(work: () => T): T =>
  current.run(scopeWith(askedRows(), enforcedRows(), true), work);
