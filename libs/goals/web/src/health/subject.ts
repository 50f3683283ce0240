import type { HealthState } from './standing';

/** What a declaration is about. */
export type HealthSubject = Pick<HealthState, 'declaredHealth' | 'computedHealth' | 'reporting'> & {
  kind: 'goal' | 'objective';
  id: string;
  /** "goal 3", "objective 3.2" */
  name: string;
  statement: string;
};

const said = ({ declaredHealth, computedHealth, reporting }: HealthState) => ({
  declaredHealth,
  computedHealth,
  reporting,
});

export const subjectOfGoal = (
  goal: HealthState & { id: string; number: number; statement: string },
): HealthSubject => ({
  kind: 'goal',
  id: goal.id,
  name: `goal ${goal.number}`,
  statement: goal.statement,
  ...said(goal),
});

export const subjectOfObjective = (
  objective: HealthState & { id: string; key: string; statement: string },
): HealthSubject => ({
  kind: 'objective',
  id: objective.id,
  name: `objective ${objective.key}`,
  statement: objective.statement,
  ...said(objective),
});
