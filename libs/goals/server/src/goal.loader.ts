import { Injectable } from '@nestjs/common';
import { Database, type LoaderDefinition } from '@sos/platform-server';
import { goalColumns } from './goals.sql';
import type { Goal } from './goal.types';

/** Goals by key, batched. Ended goals are found too: the history names them. */
@Injectable()
export class GoalLoader {
  constructor(private readonly database: Database) {}

  readonly byId: LoaderDefinition<string, Goal> = {
    load: async (ids) => {
      const rows = await this.database.query<Goal>(
        `select ${goalColumns('g')} from goal g where g.id = any($1::uuid[])`,
        [ids],
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
  };

  /** Every goal that a body has or had, by number. */
  readonly byWorkgroup: LoaderDefinition<string, Goal[]> = {
    load: async (workgroupIds) => {
      const rows = await this.database.query<Goal>(
        `select ${goalColumns('g')} from goal g where g.workgroup_id = any($1::uuid[]) order by g.number, g.id`,
        [workgroupIds],
      );
      const found = new Map<string, Goal[]>(workgroupIds.map((id) => [id, []]));
      for (const row of rows) found.get(row.workgroupId)?.push(row);
      return found;
    },
  };
}
