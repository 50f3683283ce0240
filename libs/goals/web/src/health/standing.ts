import type { GoalHealthPartsFragment, HealthDeclarationPartsFragment } from '@sos/platform-contract';
import { dayOf, daysBetween, formatDate, formatShortDate, type Health } from '@sos/platform-ui';

export type Declaration = HealthDeclarationPartsFragment;

/** What goals and objectives have in common: what was declared, and what their items say. */
export type HealthState = Pick<
  GoalHealthPartsFragment,
  'declaredHealth' | 'computedHealth' | 'reporting' | 'openHelpRequestCount' | 'lastUpdateOn' | 'viewerMayDeclareHealth'
>;
type Said = Pick<HealthState, 'declaredHealth' | 'computedHealth'>;

/** A lapsed declaration speaks no more: null, as if nothing had been declared. */
export const declaredNow = ({ declaredHealth }: Pick<Said, 'declaredHealth'>): Health | null =>
  declaredHealth && !declaredHealth.hasLapsed ? declaredHealth.health : null;

export const healthDiffers = (state: Said): boolean => {
  const declared = declaredNow(state);
  return declared !== null && state.computedHealth.health !== null && declared !== state.computedHealth.health;
};

const says = (state: Said, health: Health): boolean =>
  declaredNow(state) === health || state.computedHealth.health === health;

export const isOffTrack = (state: Said): boolean => says(state, 'OFF_TRACK');
export const isAtRisk = (state: Said): boolean => says(state, 'AT_RISK') && !isOffTrack(state);

/** On the flag when the items say too little, or when there are none. */
export const computedAbsent = ({ total }: { total: number }): string => (total > 0 ? 'Not known' : 'No items');

/** After this many days without a word a thing counts as silent. */
const silentAfterDays = 30;

export const isSilent = (
  { lastUpdateOn, reporting }: { lastUpdateOn: string | null; reporting: { total: number } },
  today: string,
): boolean => reporting.total > 0 && (lastUpdateOn === null || daysBetween(lastUpdateOn, today) > silentAfterDays);

/** "Nov 5", with its year once that is another one. */
export const dayWithin = (value: string, today: string): string =>
  dayOf(value).slice(0, 4) === today.slice(0, 4) ? formatShortDate(value) : formatDate(value);
