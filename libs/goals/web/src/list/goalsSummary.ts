import { listOf } from '@sos/platform-ui';
import { dayWithin, declaredNow, type HealthState, isAtRisk, isOffTrack } from '../health/standing';

type Goal = Pick<HealthState, 'declaredHealth' | 'computedHealth' | 'reporting'> & { number: number };
export type GoalsSummary = {
  /** The words that matter most: "Goal 3 is off track". Empty when there is nothing to warn of. */
  first: string;
  /** The rest of that sentence, without its full stop. */
  rest: string;
  reported: { share: string; rest: string };
};

const inOrder = (goals: readonly Goal[]) => goals.toSorted((one, other) => one.number - other.number);

/** "goal 3 is", "goals 1 and 3 are" */
const named = (goals: readonly Goal[], is: string, are: string): string => {
  const numbers = listOf(inOrder(goals).map(({ number }) => String(number)));
  return goals.length === 1 ? `goal ${numbers} ${is}` : `goals ${numbers} ${are}`;
};

const unspoken = (goals: readonly Goal[], today: string): string => {
  const silent = goals.filter((goal) => declaredNow(goal) === null);
  if (silent.length === 0) return '';
  const [only] = silent;
  const since = silent.length === 1 && only?.declaredHealth ? dayWithin(only.declaredHealth.declaredAt, today) : null;
  return since
    ? `${named(silent, 'has', 'have')} had no declared health since ${since}`
    : `${named(silent, 'has', 'have')} no declared health`;
};

const worries = (goals: readonly Goal[], today: string): string[] => {
  const offTrack = goals.filter(isOffTrack);
  const atRisk = goals.filter(isAtRisk);
  return [
    offTrack.length > 0 ? `${named(offTrack, 'is', 'are')} off track` : '',
    unspoken(goals, today),
    offTrack.length === 0 && atRisk.length > 0 ? `${named(atRisk, 'is', 'are')} at risk` : '',
  ].filter((worry) => worry !== '');
};

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Where the goals stand, in two sentences: what is off track or silent, and how many items reported. */
export const goalsSummary = (goals: readonly Goal[], today: string): GoalsSummary => {
  const [first, ...rest] = worries(goals, today);
  const sum = (key: 'reported' | 'total') => goals.reduce((whole, { reporting }) => whole + reporting[key], 0);
  const windowDays = goals[0]?.reporting.windowDays ?? 30;
  return {
    first: first ? capitalized(first) : goals.length === 1 ? 'The goal is on track' : 'All goals are on track',
    rest: rest.length > 0 ? `${rest.length > 1 ? ', ' : ', and '}${rest.join(', and ')}` : '',
    reported: {
      share: `${sum('reported').toLocaleString('en-US')} of ${sum('total').toLocaleString('en-US')}`,
      rest: `items reported in the last ${windowDays} days`,
    },
  };
};
