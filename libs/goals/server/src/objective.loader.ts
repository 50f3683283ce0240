import { Injectable } from '@nestjs/common';
import { Database, type LoaderDefinition } from '@sos/platform-server';
import { focusItemColumns, type FocusItem } from '@sos/workgroup-server';
import { objectiveColumns } from './goals.sql';
import type { Objective } from './objective.types';

/** Objectives and what they are carried by, batched. */
@Injectable()
export class ObjectiveLoader {
  constructor(private readonly database: Database) {}

  readonly byId: LoaderDefinition<string, Objective> = {
    load: async (ids) => {
      const rows = await this.database.query<Objective>(
        `select ${objectiveColumns('o', 'g')} from objective o join goal g on g.id = o.goal_id where o.id = any($1::uuid[])`,
        [ids],
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
  };

  readonly byGoal: LoaderDefinition<string, Objective[]> = {
    load: async (goalIds) => {
      const rows = await this.database.query<Objective>(
        `select ${objectiveColumns('o', 'g')} from objective o join goal g on g.id = o.goal_id
         where o.goal_id = any($1::uuid[]) order by o.position, o.id`,
        [goalIds],
      );
      const found = new Map<string, Objective[]>(goalIds.map((id) => [id, []]));
      for (const row of rows) found.get(row.goalId)?.push(row);
      return found;
    },
  };

  /** The focus items that carry an objective. */
  readonly focusItems: LoaderDefinition<string, FocusItem[]> = {
    load: async (objectiveIds) => {
      const rows = await this.database.query<FocusItem & { objectiveId: string }>(
        `select carried.objective_id as "objectiveId", ${focusItemColumns('f')}
         from objective_focus_item carried join focus_item f on f.id = carried.focus_item_id
         where carried.objective_id = any($1::uuid[]) order by f.position, f.id`,
        [objectiveIds],
      );
      const found = new Map<string, FocusItem[]>(objectiveIds.map((id) => [id, []]));
      for (const row of rows) found.get(row.objectiveId)?.push(row);
      return found;
    },
  };
}
