import { addDays } from '@sos/platform-server';
import { TermState, type HubRole } from './role.types';

export interface Term {
  startsOn: string;
  endsOn: string | null;
}

export const termState = ({ startsOn, endsOn }: Term, today: string): TermState => {
  // The end first: what was taken back before it began never begins.
  if (endsOn !== null && endsOn < today) return TermState.ENDED;
  return startsOn > today ? TermState.TO_BEGIN : TermState.RUNNING;
};

/** What is wrong with a term, in words for its last day; null when nothing is. */
export function termProblem({ startsOn, endsOn }: Term, today: string): string | null {
  if (endsOn === null) return null;
  if (endsOn < startsOn) return 'The last day is before the first one. Choose a later day.';
  return endsOn < today ? 'The last day has passed already. Choose today or a later day, or end it now.' : null;
}

/**
 * Whether somebody administers the hub today and on every later day. With a gap nobody could give the role again.
 * @param terms Of active people only.
 */
export function administratorsRemain(terms: readonly Term[], today: string): boolean {
  let open = today;
  // Earliest first: each term must begin no later than the first day that none before it covers.
  for (const { startsOn, endsOn } of [...terms].sort((a, b) => a.startsOn.localeCompare(b.startsOn))) {
    if (endsOn !== null && endsOn < open) continue;
    if (startsOn > open) return false;
    if (endsOn === null) return true;
    open = addDays(endsOn, 1);
  }
  return false;
}

export const roleWords: Record<HubRole, string> = {
  representative: 'representative',
  data_steward: 'data steward',
  staff: 'staff',
  administrator: 'administrator',
};

export const lastAdministratorWords =
  'Somebody must administer the hub, today and on every later day. Make somebody else an administrator without a last day, then try again.';
