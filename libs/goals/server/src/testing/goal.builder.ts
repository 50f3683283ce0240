import type { Queryable } from '@sos/platform-server';
import { buildPerson } from '@sos/identity-server/testing';
import { buildWorkgroup } from '@sos/workgroup-server/testing';
import { Health } from '../health.types';

export interface GoalTraits {
  workgroupId?: string;
  number?: number;
  statement?: string;
  endedOn?: string;
}

/** A goal, pursued since 2021 unless the test says otherwise, of a workgroup of its own unless one is given. */
export async function buildGoal(database: Queryable, traits: GoalTraits = {}): Promise<string> {
  const workgroupId = traits.workgroupId ?? (await buildWorkgroup(database));
  const [goal] = await database.query<{ id: string }>(
    `insert into goal (workgroup_id, number, statement, started_on, ended_on)
     values ($1, coalesce($2::integer, (select coalesce(max(number), 0) + 1 from goal where workgroup_id = $1)), $3, '2021-03-01', $4)
     returning id`,
    [workgroupId, traits.number ?? null, traits.statement ?? 'Something to reach', traits.endedOn ?? null],
  );
  return goal!.id;
}

export interface ObjectiveTraits {
  goalId?: string;
  position?: number;
  statement?: string;
  leadAgencyId?: string;
  focusItemIds?: readonly string[];
}

/** An objective that these focus items carry; returns its id. */
export async function buildObjective(database: Queryable, traits: ObjectiveTraits = {}): Promise<string> {
  const goalId = traits.goalId ?? (await buildGoal(database));
  const [objective] = await database.query<{ id: string }>(
    `insert into objective (goal_id, position, statement, lead_agency_id)
     values ($1, coalesce($2::integer, (select coalesce(max(position), 0) + 1 from objective where goal_id = $1)), $3, $4)
     returning id`,
    [goalId, traits.position ?? null, traits.statement ?? 'A step towards it', traits.leadAgencyId ?? null],
  );
  await database.query(
    'insert into objective_focus_item (objective_id, focus_item_id) select $1, id from unnest($2::uuid[]) id',
    [objective!.id, traits.focusItemIds ?? []],
  );
  return objective!.id;
}

export interface DeclarationTraits {
  /** One of the two. */
  goalId?: string;
  objectiveId?: string;
  health?: Health;
  reason?: string;
  declaredById?: string;
  daysAgo?: number;
}

/** What somebody declared, today unless the test says otherwise; returns its id. */
export async function buildDeclaration(database: Queryable, traits: DeclarationTraits): Promise<string> {
  const [declaration] = await database.query<{ id: string }>(
    `insert into health_declaration (goal_id, objective_id, health, reason, declared_by_id, declared_at)
     values ($1, $2, $3, $4, $5, now() - $6 * interval '1 day') returning id`,
    [
      traits.goalId ?? null,
      traits.objectiveId ?? null,
      traits.health ?? Health.ON_TRACK,
      traits.reason ?? 'It goes well.',
      traits.declaredById ?? (await buildPerson(database)),
      traits.daysAgo ?? 0,
    ],
  );
  return declaration!.id;
}
