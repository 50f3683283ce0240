import { Injectable } from '@nestjs/common';
import { AccessQuestions, Calendar, Database, openRule, question } from '@sos/platform-server';
import { isCurrentGoal } from './goals.sql';
import { goalHealthRule, objectiveHealthRule, type HealthSubject } from './health.policy';

/** By which rules goals and objectives are seen and declared on, for whoever explains it. */
@Injectable()
export class HealthAccess {
  constructor(
    questions: AccessQuestions,
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {
    questions.thing('Goal', (id) => this.goal(id));
    questions.ask('Goal', async (id) => {
      const goal = await this.goal(id);
      return goal ? [question(openRule, null), question(goalHealthRule, goal)] : [];
    });
    questions.thing('Objective', (id) => this.objective(id));
    questions.ask('Objective', async (id) => {
      const objective = await this.objective(id);
      return objective ? [question(openRule, null), question(objectiveHealthRule, objective)] : [];
    });
  }

  private async goal(id: string) {
    const [goal] = await this.database.query<{ label: string; path: string; isCurrent: boolean }>(
      `select 'Goal ' || g.number || ': ' || g.statement as label, '/goals/' || g.number as path,
         ${isCurrentGoal('g', '$2::date')} as "isCurrent" from goal g where g.id = $1`,
      [id, this.calendar.today()],
    );
    return goal ?? null;
  }

  private async objective(id: string) {
    const [objective] = await this.database.query<HealthSubject & { label: string; path: string }>(
      `select 'Objective ' || g.number || '.' || o.position || ': ' || o.statement as label,
         '/objectives/' || g.number || '.' || o.position as path, ${isCurrentGoal('g', '$2::date')} as "isCurrent",
         array(select distinct listed.sub_group_id from objective_focus_item carried
               join focus_listing listed on listed.focus_item_id = carried.focus_item_id
               where carried.objective_id = o.id) as "subGroupIds"
       from objective o join goal g on g.id = o.goal_id where o.id = $1`,
      [id, this.calendar.today()],
    );
    return objective ?? null;
  }
}
