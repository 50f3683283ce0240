import type { Viewer } from '@sos/platform-server';

/** What the rule needs to know of a goal or an objective. */
export interface HealthSubject {
  /** False once the goal has ended: nobody declares anything about it any more. */
  isCurrent: boolean;
  /** Sub-groups that carry the objective's focus items; empty for a goal. */
  subGroupIds: readonly string[];
}

/** The health of a goal is the workgroup's chairs' word: staff and administrators do not speak for them. */
export const mayDeclareGoalHealth = (viewer: Viewer, goal: Pick<HealthSubject, 'isCurrent'>): boolean =>
  goal.isCurrent && viewer.isWorkgroupChair;

/** The health of an objective: the workgroup's chairs and those of the sub-groups that carry its focus items. */
export const mayDeclareObjectiveHealth = (viewer: Viewer, objective: HealthSubject): boolean =>
  objective.isCurrent &&
  (viewer.isWorkgroupChair || objective.subGroupIds.some((id) => viewer.chairedSubGroupIds.includes(id)));

export const whoDeclaresGoalHealth = 'The chair and co-chairs of the workgroup.';
export const whoDeclaresObjectiveHealth =
  'The chairs and co-chairs of the workgroup and of the sub-groups that carry the objective’s focus items.';
