import { type HealthState, isSilent } from './standing';

type Objective = Pick<HealthState, 'computedHealth' | 'reporting' | 'openHelpRequestCount' | 'lastUpdateOn'> & {
  position: number;
};

const computedRank = { OFF_TRACK: 0, AT_RISK: 2, ON_TRACK: 3 } as const;

/** Goals come in order from the hub; objectives go by what the table shows of them: worst first, silent ones next. */
export const objectivesByAttention = <Some extends Objective>(objectives: readonly Some[], today: string): Some[] => {
  const rank = ({ computedHealth: { health }, reporting: { total } }: Objective) =>
    health ? computedRank[health] : total > 0 ? 1 : 4;
  return objectives.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      Number(isSilent(other, today)) - Number(isSilent(one, today)) ||
      other.openHelpRequestCount - one.openHelpRequestCount ||
      one.position - other.position,
  );
};
