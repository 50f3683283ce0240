import { Injectable } from '@nestjs/common';
import {
  Calendar,
  checkInput,
  invalidInput,
  notAllowed,
  notFound,
  Once,
  plainText,
  requireViewer,
  uuidOf,
  type HubContext,
  type Row,
  type Transaction,
  type Viewer,
} from '@sos/platform-server';
import { ActivityRecorder, type ActivityRecord } from '@sos/activity-server';
import { z } from 'zod';
import type { DeclareGoalHealthInput, DeclareHealthResult, DeclareObjectiveHealthInput } from './declare-health.types';
import { goalColumns, isCurrentGoal, objectiveColumns } from './goals.sql';
import type { Goal } from './goal.types';
import { HealthDeclarationLoader, type DeclarationOwner } from './health-declaration.loader';
import {
  mayDeclareGoalHealth,
  mayDeclareObjectiveHealth,
  whoDeclaresGoalHealth,
  whoDeclaresObjectiveHealth,
} from './health.policy';
import { healthWords } from './health.rules';
import { Health, type HealthDeclaration } from './health.types';
import type { Objective } from './objective.types';

const declarationSchema = z.object({
  health: z.enum(Health),
  reason: plainText('The reason', { minimum: 1, maximum: 500 }),
});

interface Word {
  health: Health;
  reason: string;
  expectedDeclarationId?: string | null;
}

type GoalSubject = Goal & { isCurrent: boolean; subGroupIds: string[] };
type ObjectiveSubject = Objective & { isCurrent: boolean; subGroupIds: string[]; workgroupId: string };

/** A chair says how a goal or an objective stands, and why. */
@Injectable()
export class DeclareHealth {
  constructor(
    private readonly once: Once,
    private readonly calendar: Calendar,
    private readonly declarations: HealthDeclarationLoader,
    private readonly activity: ActivityRecorder,
  ) {}

  async ofGoal(input: DeclareGoalHealthInput, context: HubContext): Promise<DeclareHealthResult> {
    const viewer = requireViewer(context);
    const goalId = uuidOf('Goal', input.goalId);
    const { value, refusal } = checkInput(declarationSchema, input);
    if (refusal) return refusal;
    const declare = async (transaction: Transaction): Promise<DeclareHealthResult> => {
      const goal = goalId && (await this.lockGoal(transaction, goalId));
      if (!goal) return notFound('goal');
      if (!mayDeclareGoalHealth(viewer, goal)) return refuse('goal', goal.isCurrent, whoDeclaresGoalHealth);
      const word = { ...value, expectedDeclarationId: input.expectedDeclarationId };
      const outcome = await this.declare(transaction, viewer, 'goal_id', goal.id, word);
      if ('__typename' in outcome) return outcome;
      await this.activity.record(transaction, viewer, {
        ...entryOf(outcome, context),
        subjectType: 'Goal',
        subjectId: goal.id,
        subjectLabel: goal.statement,
        subjectPath: `/goals/${goal.number}`,
        workgroupId: goal.workgroupId,
        subGroupIds: goal.subGroupIds,
      });
      context.loaders.forget();
      return { __typename: 'DeclareHealthSuccess', declaration: outcome.declaration, goal, objective: null };
    };
    return this.once.do({ mutation: 'declareGoalHealth', input, context }, declare, {
      keep: keptOf,
      again: async (transaction, kept) => {
        const [goal, declaration] = [
          await this.lockGoal(transaction, goalId!),
          await this.declarations.find(transaction, kept.declarationId),
        ];
        return { __typename: 'DeclareHealthSuccess', declaration: declaration!, goal: goal!, objective: null };
      },
    });
  }

  async ofObjective(input: DeclareObjectiveHealthInput, context: HubContext): Promise<DeclareHealthResult> {
    const viewer = requireViewer(context);
    const objectiveId = uuidOf('Objective', input.objectiveId);
    const { value, refusal } = checkInput(declarationSchema, input);
    if (refusal) return refusal;
    const declare = async (transaction: Transaction): Promise<DeclareHealthResult> => {
      const objective = objectiveId && (await this.lockObjective(transaction, objectiveId));
      if (!objective) return notFound('objective');
      if (!mayDeclareObjectiveHealth(viewer, objective)) {
        return refuse('objective', objective.isCurrent, whoDeclaresObjectiveHealth);
      }
      const word = { ...value, expectedDeclarationId: input.expectedDeclarationId };
      const outcome = await this.declare(transaction, viewer, 'objective_id', objective.id, word);
      if ('__typename' in outcome) return outcome;
      await this.activity.record(transaction, viewer, {
        ...entryOf(outcome, context),
        subjectType: 'Objective',
        subjectId: objective.id,
        subjectLabel: objective.statement,
        subjectPath: `/objectives/${objective.key}`,
        workgroupId: objective.workgroupId,
        subGroupIds: objective.subGroupIds,
      });
      context.loaders.forget();
      return { __typename: 'DeclareHealthSuccess', declaration: outcome.declaration, goal: null, objective };
    };
    return this.once.do({ mutation: 'declareObjectiveHealth', input, context }, declare, {
      keep: keptOf,
      again: async (transaction, kept) => {
        const [objective, declaration] = [
          await this.lockObjective(transaction, objectiveId!),
          await this.declarations.find(transaction, kept.declarationId),
        ];
        return { __typename: 'DeclareHealthSuccess', declaration: declaration!, goal: null, objective: objective! };
      },
    });
  }

  /** The row is locked, so that two chairs who speak at once are heard one after the other. */
  private async lockGoal(transaction: Transaction, goalId: string): Promise<GoalSubject | undefined> {
    const [goal] = await transaction.query<GoalSubject>(
      `select ${goalColumns('g')}, ${isCurrentGoal('g', '$2::date')} as "isCurrent",
         array(select distinct listed.sub_group_id from objective o
               join objective_focus_item carried on carried.objective_id = o.id
               join focus_listing listed on listed.focus_item_id = carried.focus_item_id
               where o.goal_id = g.id) as "subGroupIds"
       from goal g where g.id = $1 for update of g`,
      [goalId, this.calendar.today()],
    );
    return goal;
  }

  private async lockObjective(transaction: Transaction, objectiveId: string): Promise<ObjectiveSubject | undefined> {
    const [objective] = await transaction.query<ObjectiveSubject>(
      `select ${objectiveColumns('o', 'g')}, g.workgroup_id as "workgroupId",
         ${isCurrentGoal('g', '$2::date')} as "isCurrent",
         array(select distinct listed.sub_group_id from objective_focus_item carried
               join focus_listing listed on listed.focus_item_id = carried.focus_item_id
               where carried.objective_id = o.id) as "subGroupIds"
       from objective o join goal g on g.id = o.goal_id where o.id = $1 for update of o`,
      [objectiveId, this.calendar.today()],
    );
    return objective;
  }

  private async declare(
    transaction: Transaction,
    viewer: Viewer,
    owner: DeclarationOwner,
    ownerId: string,
    word: Word,
  ): Promise<Declared | DeclareHealthResult> {
    const before = await this.declarations.latest(transaction, owner, ownerId);
    const stale = checkExpected(before, word.expectedDeclarationId);
    if (stale) return stale;
    await transaction.query<Row>(
      `insert into health_declaration (${owner}, health, reason, declared_by_id, declared_at)
       values ($1, $2, $3, $4, clock_timestamp())`,
      [ownerId, word.health, word.reason, viewer.personId],
    );
    return { before, declaration: (await this.declarations.latest(transaction, owner, ownerId))! };
  }
}

const keptOf = (result: DeclareHealthResult): { declarationId: string } | null =>
  result.__typename === 'DeclareHealthSuccess' ? { declarationId: result.declaration.id } : null;

interface Declared {
  before: HealthDeclaration | null;
  declaration: HealthDeclaration;
}

/** `expected` left out: the chair does not ask. Null: the chair saw none. */
function checkExpected(
  current: HealthDeclaration | null,
  expected: string | null | undefined,
): DeclareHealthResult | null {
  if (expected === undefined) return null;
  if (!current && expected === null) return null;
  if (!current) {
    return invalidInput([
      { path: 'expectedDeclarationId', message: 'There is no declaration with this id. Reload and look again.' },
    ]);
  }
  if (uuidOf('HealthDeclaration', expected) === current.id) return null;
  return {
    __typename: 'StaleDeclarationRefusal',
    message: `${current.declaredBy.fullName} declared ${healthWords[current.health]} in the meantime. Look at the reason, then declare again.`,
    current,
  };
}

const refuse = (what: string, isCurrent: boolean, whoCan: string): DeclareHealthResult =>
  isCurrent
    ? notAllowed(`Declaring the health of ${what === 'goal' ? 'a goal' : 'an objective'} is its chairs’ word.`, whoCan)
    : notAllowed('This goal has ended, so its health is not declared any more.');

function entryOf(
  { before, declaration }: Declared,
  context: HubContext,
): Pick<ActivityRecord, 'action' | 'detail' | 'before' | 'after' | 'requestId'> {
  return {
    action: `declared ${healthWords[declaration.health]} for`,
    detail: declaration.reason,
    before: before && { health: before.health, reason: before.reason },
    after: { health: declaration.health, reason: declaration.reason },
    requestId: context.requestId,
  };
}
