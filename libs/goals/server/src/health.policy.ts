import { chairOf, Rule, workgroupChair } from '@sos/platform-server';

/** What the rule needs to know of a goal or an objective. */
export interface HealthSubject {
  /** False once the goal has ended: nobody declares anything about it any more. */
  isCurrent: boolean;
  /** Sub-groups that carry the objective's focus items; empty for a goal. */
  subGroupIds: readonly string[];
}

const whileCurrent = {
  holds: ({ isCurrent }: Pick<HealthSubject, 'isCurrent'>) => isCurrent,
  otherwise: 'the goal has ended, so its health is not declared any more',
};

/** The health of a goal is the workgroup's chairs' word: staff and administrators do not speak for them. */
export const goalHealthRule = new Rule<Pick<HealthSubject, 'isCurrent'>>({
  act: 'declare its health',
  when: whileCurrent,
  grounds: [workgroupChair],
  whoCan: 'The chair and co-chairs of the workgroup.',
});

/** The health of an objective: the workgroup's chairs and those of the sub-groups that carry its focus items. */
export const objectiveHealthRule = new Rule<HealthSubject>({
  act: 'declare its health',
  when: whileCurrent,
  grounds: [
    workgroupChair,
    chairOf('chairs a sub-group that carries one of its focus items', (objective) => objective.subGroupIds),
  ],
  whoCan: 'The chairs and co-chairs of the workgroup and of the sub-groups that carry the objective’s focus items.',
});

export const mayDeclareGoalHealth = goalHealthRule.allows;
export const mayDeclareObjectiveHealth = objectiveHealthRule.allows;
export const whoDeclaresGoalHealth = goalHealthRule.whoCan;
export const whoDeclaresObjectiveHealth = objectiveHealthRule.whoCan;
