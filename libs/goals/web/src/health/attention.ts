import { declaredNow, type HealthState, isAtRisk, isOffTrack, isSilent } from './standing';

type Asking = Pick<
  HealthState,
  'declaredHealth' | 'computedHealth' | 'reporting' | 'openHelpRequestCount' | 'lastUpdateOn'
>;

/** What wants a chair's eye comes first: off track, then undeclared, then at risk; within that silence, then help. */
const rankOf = (asking: Asking): number => {
  if (isOffTrack(asking)) return 0;
  if (declaredNow(asking) === null) return 1;
  return isAtRisk(asking) ? 2 : 3;
};

export const byAttention = <Goal extends Asking & { number: number }>(goals: readonly Goal[]): Goal[] =>
  goals.toSorted(
    (one, other) =>
      rankOf(one) - rankOf(other) ||
      other.reporting.silent - one.reporting.silent ||
      other.openHelpRequestCount - one.openHelpRequestCount ||
      one.number - other.number,
  );

const computedRank = { OFF_TRACK: 0, AT_RISK: 1, ON_TRACK: 3 } as const;

/** Objectives go by what their items say, as the table shows it; silent ones lead among their equals. */
export const objectivesByAttention = <Objective extends Asking & { position: number }>(
  objectives: readonly Objective[],
  today: string,
): Objective[] => {
  const rank = ({ computedHealth: { health } }: Asking) => (health ? computedRank[health] : 2);
  return objectives.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      Number(isSilent(other, today)) - Number(isSilent(one, today)) ||
      other.openHelpRequestCount - one.openHelpRequestCount ||
      one.position - other.position,
  );
};
