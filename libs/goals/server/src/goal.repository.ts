import { Injectable } from '@nestjs/common';
import { Calendar, Database } from '@sos/platform-server';
import { goalColumns, isCurrentGoal, objectiveColumns } from './goals.sql';
import type { Goal } from './goal.types';
import type { Objective } from './objective.types';

@Injectable()
export class GoalRepository {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  /** Goals that the workgroup of today pursues, by number. */
  current(): Promise<Goal[]> {
    return this.database.query<Goal>(
      `select ${goalColumns('g')} from goal g where ${isCurrentGoal('g', '$1::date')} order by g.number, g.id`,
      [this.calendar.today()],
    );
  }

  /** Of the workgroup of today, ended or not; a pursued one before an ended one. */
  async byNumber(number: number): Promise<Goal | null> {
    const rows = await this.database.query<Goal>(
      `select ${goalColumns('g')} from goal g join workgroup w on w.id = g.workgroup_id
       where g.number = $1 and (w.ended_on is null or w.ended_on >= $2::date) order by g.ended_on desc nulls first limit 1`,
      [number, this.calendar.today()],
    );
    return rows[0] ?? null;
  }

  /** @param key Such as `3.2`, of the workgroup of today; anything else finds nothing. */
  async objectiveByKey(key: string): Promise<Objective | null> {
    const parts = /^(\d{1,6})\.(\d{1,6})$/.exec(key);
    if (!parts) return null;
    const rows = await this.database.query<Objective>(
      `select ${objectiveColumns('o', 'g')}
       from objective o join goal g on g.id = o.goal_id join workgroup w on w.id = g.workgroup_id
       where g.number = $1 and o.position = $2 and (w.ended_on is null or w.ended_on >= $3::date)
       order by g.ended_on desc nulls first limit 1`,
      [Number(parts[1]), Number(parts[2]), this.calendar.today()],
    );
    return rows[0] ?? null;
  }
}
