import type { ObjectiveRowFragment } from '@sos/platform-contract';
import { declaredNow, type HealthState } from '../health/standing';

type Goal = Pick<HealthState, 'declaredHealth' | 'computedHealth'> & {
  objectives: readonly Pick<ObjectiveRowFragment, 'computedHealth'>[];
};

/** Only what was said of it and what its items say, in every part: silence is not "on track". */
export const allOnTrack = (goal: Goal): boolean =>
  declaredNow(goal) === 'ON_TRACK' &&
  [goal, ...goal.objectives].every(({ computedHealth }) => computedHealth.health === 'ON_TRACK');
