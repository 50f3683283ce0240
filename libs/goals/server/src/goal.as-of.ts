import { Injectable } from '@nestjs/common';
import { asOfField, rewind, type AsOfPart, type Since } from '@sos/activity-server';
import { Calendar, Database, type HubContext, type Row } from '@sos/platform-server';
import { GoalLoader } from './goal.loader';
import { healthWords } from './health.rules';
import type { Health } from './health.types';
import { ObjectiveLoader } from './objective.loader';

interface Declared {
  ownerId: string;
  health: Health;
  reason: string;
}

const latestDeclarations = `
  select distinct on (owner.id) owner.id as "ownerId", d.health, d.reason
  from unnest($1::uuid[]) as owner (id) join health_declaration d on d.goal_id = owner.id or d.objective_id = owner.id
  where d.declared_at < ($2::date + 1)::timestamp at time zone $3
  order by owner.id, d.declared_at desc, d.id desc`;

/** What goals and objectives were on a day: their words by the trail, their health by what chairs had declared. */
@Injectable()
export class GoalAsOf {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly goals: GoalLoader,
    private readonly objectives: ObjectiveLoader,
  ) {}

  async goal(id: string, since: Since, { loaders }: HubContext): Promise<AsOfPart | null> {
    const goal = await loaders.get(this.goals.byId).load(id);
    if (!goal) return null;
    const objectives = (await loaders.get(this.objectives.byGoal).load(id)) ?? [];
    const declared = await this.declared([id, ...objectives.map((objective) => objective.id)], since.date);
    const { statement, description } = goal;
    const now = { statement, description };
    const then = rewind(now, since.changes);
    return {
      since: goal.startedOn,
      fields: [
        ...declared.fieldsOf(id),
        asOfField('statement', 'Statement', then.statement, now.statement),
        asOfField('description', 'Description', then.description, now.description),
        ...objectives.map((objective) => declared.healthOf(objective.id, objective.id, `Objective ${objective.key}`)),
      ],
    };
  }

  async objective(id: string, since: Since, { loaders }: HubContext): Promise<AsOfPart | null> {
    const objective = await loaders.get(this.objectives.byId).load(id);
    const goal = objective && (await loaders.get(this.goals.byId).load(objective.goalId));
    if (!goal) return null;
    const declared = await this.declared([id], since.date);
    const now = { statement: objective.statement };
    const then = rewind(now, since.changes);
    return {
      since: goal.startedOn,
      fields: [...declared.fieldsOf(id), asOfField('statement', 'Statement', then.statement, now.statement)],
    };
  }

  private async declared(ownerIds: readonly string[], date: string) {
    const [then, now] = [await this.latest(ownerIds, date), await this.latest(ownerIds, this.calendar.today())];
    const wordOf = (declaration: Declared | undefined) => declaration && healthWords[declaration.health];
    const healthOf = (ownerId: string, name: string, label: string) =>
      asOfField(name, label, wordOf(then.get(ownerId)), wordOf(now.get(ownerId)));
    return {
      healthOf,
      fieldsOf: (ownerId: string) => [
        healthOf(ownerId, 'health', 'Declared health'),
        asOfField('reason', 'Reason', then.get(ownerId)?.reason, now.get(ownerId)?.reason),
      ],
    };
  }

  private async latest(ownerIds: readonly string[], date: string): Promise<Map<string, Declared>> {
    const rows = await this.database.query<Declared & Row>(latestDeclarations, [
      ownerIds,
      date,
      this.calendar.timeZone,
    ]);
    return new Map(rows.map((row) => [row.ownerId, row]));
  }
}
