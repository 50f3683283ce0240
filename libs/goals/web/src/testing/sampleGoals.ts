import type { Health } from '@sos/platform-ui';

const person = (id: string, fullName: string) => ({ __typename: 'Person' as const, id, fullName });
export const jordan = person('person-jordan', 'Jordan Whitfield');
export const theo = person('person-theo', 'Theo van der Meer');

export const sampleDeclaration = (id: string, changes: Record<string, unknown> = {}) => ({
  __typename: 'HealthDeclaration' as const,
  id,
  health: 'AT_RISK' as Health,
  reason: 'Smaller jails have no owner for the plan yet.',
  declaredAt: '2026-09-24T17:00:00.000Z',
  lapsesOn: '2026-11-23',
  hasLapsed: false,
  declaredBy: jordan,
  ...changes,
});
type Declaration = ReturnType<typeof sampleDeclaration>;

const computed = (health: Health | null, explanation = 'All 6 open items are in time.') => ({
  __typename: 'ComputedHealth' as const,
  health,
  explanation,
});
const reporting = (reported: number, total: number) => ({
  __typename: 'Reporting' as const,
  reported,
  total,
  silent: total - reported,
  windowDays: 30,
});

type State = {
  declared?: Declaration | null;
  computed?: Health | null;
  reported?: [number, number];
  help?: number;
  lastUpdateOn?: string | null;
  mayDeclare?: boolean;
};

const stateOf = ({ declared = null, reported = [6, 6], help = 0, mayDeclare = true, ...rest }: State) => ({
  viewerMayDeclareHealth: mayDeclare,
  declaredHealth: declared,
  computedHealth: computed(rest.computed === undefined ? 'ON_TRACK' : rest.computed),
  reporting: reporting(...reported),
  openHelpRequestCount: help,
  lastUpdateOn: rest.lastUpdateOn === undefined ? '2026-11-18' : rest.lastUpdateOn,
});

export const sampleObjective = (key: string, statement: string, state: State = {}) => ({
  __typename: 'Objective' as const,
  id: `objective-${key}`,
  key,
  position: Number(key.split('.')[1]),
  statement,
  ...stateOf(state),
});
type Objective = ReturnType<typeof sampleObjective>;

export const sampleGoal = (number: number, statement: string, state: State & { objectives?: Objective[] } = {}) => ({
  __typename: 'Goal' as const,
  id: `goal-${number}`,
  number,
  statement,
  ...stateOf(state),
  overdueCount: 0,
  blockedCount: 0,
  objectives: state.objectives ?? [],
});

export const offTrackGoal = sampleGoal(3, 'Fewer fatal overdoses in California', {
  declared: sampleDeclaration('declaration-3'),
  computed: 'OFF_TRACK',
  reported: [11, 24],
  help: 3,
  objectives: [
    sampleObjective('3.2', 'Fewer deaths after release from custody', { computed: 'AT_RISK', help: 1 }),
    sampleObjective('3.3', 'Naloxone in every public school', {
      computed: 'OFF_TRACK',
      reported: [0, 7],
      lastUpdateOn: '2026-10-08',
    }),
  ],
});
export const silentGoal = sampleGoal(1, 'Better coordination between state partners', {
  declared: sampleDeclaration('declaration-1', { declaredAt: '2026-08-27T17:00:00.000Z', hasLapsed: true }),
  computed: 'AT_RISK',
  reported: [9, 16],
});
export const fineGoal = sampleGoal(2, 'Cross-cutting strategies, carried out', {
  declared: sampleDeclaration('declaration-2', { health: 'ON_TRACK', declaredAt: '2026-11-05T17:00:00.000Z' }),
  reported: [11, 12],
  objectives: [
    sampleObjective('2.1', 'Treatment without gaps'),
    sampleObjective('2.2', 'Money that fits together'),
    sampleObjective('2.3', 'Prevention early in life'),
  ],
});
