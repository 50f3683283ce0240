import { addDays } from '@sos/platform-server';
import { Health } from './health.types';

/** As the interface writes it. */
export const healthWords: Record<Health, string> = {
  [Health.ON_TRACK]: 'On track',
  [Health.AT_RISK]: 'At risk',
  [Health.OFF_TRACK]: 'Off track',
};

/** A declaration speaks for this many days after the day on which it was made. */
export const declarationDays = 60;

/** Last day on which a declaration of that day speaks. */
export const lapsesOn = (declaredOn: string): string => addDays(declaredOn, declarationDays);

/** What the order of goals looks at. */
export interface GoalStanding {
  number: number;
  /** Latest declaration; null when there is none. */
  declared: { health: Health; hasLapsed: boolean } | null;
  /** What the work under the goal says: null when it says too little. */
  computed: Health | null;
  /** Whether too few items report for the work to say anything. */
  isSilent: boolean;
}

/**
 * Goals that want attention first: off track by anybody's word, then silent, then those without a declaration that
 * still speaks, then at risk, then the rest; by number within each.
 */
export function byAttention(one: GoalStanding, other: GoalStanding): number {
  return attentionRank(one) - attentionRank(other) || one.number - other.number;
}

function attentionRank({ declared, computed, isSilent }: GoalStanding): number {
  const words = [declared && !declared.hasLapsed ? declared.health : null, computed];
  if (words.includes(Health.OFF_TRACK)) return 0;
  if (isSilent) return 1;
  if (!declared || declared.hasLapsed) return 2;
  return words.includes(Health.AT_RISK) ? 3 : 4;
}
