import type { Transaction } from '@sos/platform-server';
import { focusItems, goals, healthDeclarations, objectives, type HealthDeclarationContent } from './content';
import { idOf, insertRows } from './insert-rows';
import type { StoryClock } from './story-clock';
import { auditRow, type AuditRow } from './story-trail';

const healthWords = { on_track: 'On track', at_risk: 'At risk', off_track: 'Off track' };

/** Objectives and what chairs declared. @returns the trail of the declarations. */
export async function insertObjectives(transaction: Transaction, clock: StoryClock): Promise<AuditRow[]> {
  await insertRows(
    transaction,
    'objective',
    objectives.map((objective) => ({
      id: idOf('objective', objective.key),
      goal_id: idOf('goal', goalOf(objective.key)),
      position: Number(objective.key.split('.')[1]),
      statement: objective.statement,
      specific: objective.specific,
      measurable: objective.measurable,
      achievable: objective.achievable,
      relevant: objective.relevant,
      time_bound: objective.timeBound,
      lead_agency_id: idOf('agency', objective.leadAgency),
      starts_on: clock.date(objective.startsOn),
      due_on: clock.date(objective.dueOn),
    })),
  );
  await insertRows(
    transaction,
    'objective_focus_item',
    objectives.flatMap(({ key, focusItems: carriers }) =>
      carriers.map((slug) => ({ objective_id: idOf('objective', key), focus_item_id: idOf('focus-item', slug) })),
    ),
  );
  const declared = healthDeclarations.map((declaration) => declare(declaration, clock));
  await insertRows(
    transaction,
    'health_declaration',
    declared.map(({ row }) => row),
  );
  return declared.map(({ trail }) => trail);
}

function declare(declaration: HealthDeclarationContent, clock: StoryClock) {
  const { of, health, reason, by, day } = declaration;
  const [kind = '', key = ''] = of.split(':');
  const at = clock.time(day, of);
  const id = idOf('declaration', `${of} ${day}`);
  const isGoal = kind === 'goal';
  const row = {
    id,
    goal_id: isGoal ? idOf('goal', Number(key)) : null,
    objective_id: isGoal ? null : idOf('objective', key),
    health,
    reason,
    declared_by_id: idOf('person', by),
    declared_at: at.toISOString(),
  };
  const trail = auditRow({
    at,
    by,
    action: `declared ${healthWords[health]} for`,
    subject: isGoal ? goalSubject(Number(key)) : objectiveSubject(key),
    detail: reason,
    subGroups: isGoal ? [] : subGroupsOfObjective(key),
    after: { declarationId: id, health, reason },
  });
  return { row, trail };
}

const goalOf = (objectiveKey: string): number => Number(objectiveKey.split('.')[0]);

function goalSubject(number: number) {
  const label = goals.find((goal) => goal.number === number)?.statement ?? '';
  return { type: 'Goal', id: idOf('goal', number), label, path: `/goals/${number}` };
}

function objectiveSubject(key: string) {
  const label = objectives.find((objective) => objective.key === key)?.statement ?? '';
  return { type: 'Objective', id: idOf('objective', key), label, path: `/objectives/${key}` };
}

function subGroupsOfObjective(key: string): string[] {
  const carriers = objectives.find((objective) => objective.key === key)?.focusItems ?? [];
  const slugs = focusItems.filter(({ slug }) => carriers.includes(slug)).flatMap(({ listings }) => listings);
  return [...new Set(slugs)];
}
