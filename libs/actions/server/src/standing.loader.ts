import { Injectable } from '@nestjs/common';
import { Calendar, Database, type LoaderDefinition } from '@sos/platform-server';
import { noItems, type ItemCounts } from './goal-health.rules';
import { isOverdueSql, isSilentSql, itemDay, windowDays } from './item-day';
import { concernsSubGroup, visibleItem } from './action-item.visibility';
import { SqlParameters } from './sql-parameters';

/** How the items of a goal, an objective, a focus item or a sub-group stand together. */
export interface Standing extends ItemCounts {
  openHelpRequests: number;
  /** Day of the newest update; null when there is none. */
  lastUpdateOn: string | null;
}

export const nothing: Standing = { ...noItems, openHelpRequests: 0, lastUpdateOn: null };

/** Sums over items, batched by what they belong to: however many fields ask, one statement for each kind of owner. */
@Injectable()
export class StandingLoader {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  readonly ofGoal = this.standingBy('i.goal_id', 'action_item i');
  readonly ofObjective = this.standingBy('i.objective_id', 'action_item i');
  readonly ofFocusItem = this.standingBy('i.focus_item_id', 'action_item i');
  readonly ofSubGroup = this.standingBy(
    'listed.sub_group_id',
    `focus_listing listed join action_item i on i.focus_item_id = listed.focus_item_id and ${concernsSubGroup('i', 'listed.sub_group_id')}`,
  );

  private standingBy(owner: string, from: string): LoaderDefinition<string, Standing> {
    return {
      load: async (ownerIds) => {
        const parameters = new SqlParameters();
        const day = itemDay(this.calendar, parameters);
        const isOpen = `i.status <> 'done'`;
        const isTroubled = `(i.status = 'blocked' or ${isOverdueSql(day)})`;
        const isSilent = isSilentSql(day);
        const count = (condition: string) => `(count(*) filter (where ${condition}))::integer`;
        const rows = await this.database.query<Standing & { ownerId: string }>(
          `select ${owner} as "ownerId", ${count(isOpen)} as open, ${count(`not ${isOpen}`)} as done,
             ${count(isOverdueSql(day))} as overdue, ${count(`i.status = 'blocked'`)} as blocked,
             ${count(`${isOpen} and ${isTroubled}`)} as troubled, ${count(isSilent)} as silent,
             ${count(`${isOpen} and not ${isTroubled} and not ${isSilent}`)} as fine,
             ${count(`i.status = 'done' and ${day.dayOf('i.completed_at')} >= ${day.today} - ${windowDays}`)} as "doneInWindow",
             coalesce(sum(i.open_help_request_count), 0)::integer as "openHelpRequests",
             ${day.dayOf('max(i.latest_update_at)')} as "lastUpdateOn"
           from ${from} where ${owner} = any(${parameters.add(ownerIds)}::uuid[]) and ${visibleItem(parameters)} group by ${owner}`,
          parameters.values,
        );
        return new Map(rows.map((row) => [row.ownerId, row]));
      },
    };
  }
}
