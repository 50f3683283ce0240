import { Injectable } from '@nestjs/common';
import {
  asOfField,
  AsOfFieldKind,
  isOpenTo,
  rewind,
  type AsOfField,
  type AsOfPart,
  type Since,
} from '@sos/activity-server';
import { askedRows, Calendar, Database, type Row } from '@sos/platform-server';
import { visibleItem } from './action-item.visibility';
import type { WorkStatus } from './action-item.types';
import type { ItemDetails } from './edit-action-item.rules';
import { SqlParameters } from './sql-parameters';
import { priorityWords, statusWords } from './work-status.rules';

/** Everything about an item that a change can touch. */
interface ItemFacts extends ItemDetails {
  status: WorkStatus;
}

interface ItemNow extends ItemFacts {
  createdAt: Date;
  subGroupId: string;
  noteThen: string | null;
  noteNow: string | null;
}

const names = `
  select id, name as label from agency where id = any($1::uuid[])
  union all select id, full_name from person where id = any($1::uuid[])
  union all select id, number || '. ' || statement from goal where id = any($1::uuid[])
  union all select o.id, g.number || '.' || o.position || ' ' || o.statement
    from objective o join goal g on g.id = o.goal_id where o.id = any($1::uuid[])
  union all select id, statement from focus_item where id = any($1::uuid[])`;

/** What an action item was on a day, and the work under a goal. */
@Injectable()
export class ActionItemAsOf {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  async item(id: string, { date, changes }: Since): Promise<AsOfPart | null> {
    const found = await this.find(id, date);
    if (!found) return null;
    const { createdAt, subGroupId, noteThen, noteNow, ...now } = found;
    const then = rewind<ItemFacts>(now, changes);
    const labels = await this.labelsOf([then, now]);
    const named = (name: keyof ItemFacts, label: string, isList = false) => {
      const valueOf = (facts: ItemFacts) => [facts[name] ?? []].flat().map((one) => labels.get(one) ?? 'Unknown');
      return asOfField(name, label, valueOf(then), valueOf(now), isList ? AsOfFieldKind.LIST : AsOfFieldKind.TEXT);
    };
    const plain = (name: keyof ItemFacts, label: string, kind = AsOfFieldKind.TEXT) =>
      asOfField(name, label, then[name], now[name], kind);
    const fields = [
      asOfField('status', 'Status', statusWords[then.status], statusWords[now.status]),
      asOfField('updateId', 'Latest update', noteThen, noteNow),
      plain('nextStep', 'Next step'),
      plain('dueOn', 'Due date', AsOfFieldKind.DATE),
      plain('startOn', 'Start', AsOfFieldKind.DATE),
      asOfField('priority', 'Priority', priorityWords[then.priority], priorityWords[now.priority]),
      named('assigneeIds', 'People assigned', true),
      named('leadAgencyId', 'Lead agency'),
      named('supportingAgencyIds', 'Supporting agencies', true),
      named('goalId', 'Goal'),
      named('objectiveId', 'Objective'),
      named('focusItemId', 'Focus item'),
      plain('title', 'Title'),
      plain('description', 'Description'),
      plain('tags', 'Tags', AsOfFieldKind.LIST),
    ];
    return { since: this.knownSince(createdAt, subGroupId, changes), fields };
  }

  /** How many items served the goal that day, by status: of those that the viewer may know of now. */
  async itemsOfGoal(goalId: string, { date }: Since): Promise<AsOfField[]> {
    const [then, now] = [await this.tally(goalId, date), await this.tally(goalId, this.calendar.today())];
    return [asOfField('items', 'Action items', then, now, AsOfFieldKind.LIST)];
  }

  private async find(id: string, date: string): Promise<ItemNow | undefined> {
    const parameters = new SqlParameters();
    const [item, day, zone] = [parameters.add(id), parameters.add(date), parameters.add(this.calendar.timeZone)];
    const rows = await this.database.query<ItemNow & Row>(
      `select i.created_at as "createdAt", i.sub_group_id as "subGroupId", i.status, i.title, i.description,
         i.goal_id as "goalId", i.objective_id as "objectiveId", i.focus_item_id as "focusItemId",
         i.lead_agency_id as "leadAgencyId", i.priority, i.start_on as "startOn", i.due_on as "dueOn",
         i.next_step as "nextStep", i.tags,
         array(select supporting.agency_id from action_item_supporting_agency supporting
           join agency a on a.id = supporting.agency_id where supporting.action_item_id = i.id order by a.name, a.id) as "supportingAgencyIds",
         array(select assigned.person_id from action_item_assignee assigned
           where assigned.action_item_id = i.id order by assigned.position, assigned.person_id) as "assigneeIds",
         (select u.note from action_item_update u
          where u.action_item_id = i.id and u.posted_at < (${day}::date + 1)::timestamp at time zone ${zone}
          order by u.posted_at desc, u.id limit 1) as "noteThen",
         i.latest_update_note as "noteNow"
       from action_item i where i.id = ${item}::uuid and ${visibleItem(parameters)}`,
      parameters.values,
    );
    return rows[0];
  }

  private async labelsOf(states: readonly ItemFacts[]): Promise<Map<string, string>> {
    const ids = states.flatMap(
      ({ goalId, objectiveId, focusItemId, leadAgencyId, supportingAgencyIds, assigneeIds }) => [
        goalId,
        ...(objectiveId ? [objectiveId] : []),
        focusItemId,
        leadAgencyId,
        ...supportingAgencyIds,
        ...assigneeIds,
      ],
    );
    const rows = await this.database.query<{ id: string; label: string }>(names, [[...new Set(ids)]]);
    return new Map(rows.map(({ id, label }) => [id, label]));
  }

  /** Whoever may not see restricted work of the sub-group knows of an item from the day on which it was opened to all. */
  private knownSince(createdAt: Date, subGroupId: string, changes: Since['changes']): string {
    const { everything, subGroupIds } = askedRows();
    const opening = changes.find(({ before }) => before?.restricted === true);
    const hidesItsPast = opening && !everything && !subGroupIds.includes(subGroupId);
    return this.calendar.dayOf(hidesItsPast ? opening.occurredAt : createdAt);
  }

  /** What each item’s first change after the day says of before it; where there is none, what the item says now. */
  private async tally(goalId: string, date: string): Promise<string[]> {
    const parameters = new SqlParameters();
    const [goal, day, zone] = [parameters.add(goalId), parameters.add(date), parameters.add(this.calendar.timeZone)];
    const moment = `(${day}::date + 1)::timestamp at time zone ${zone}`;
    const { everything, subGroupIds } = askedRows();
    const [all, own] = [parameters.add(everything), parameters.add(subGroupIds)];
    const entries = (condition: string) => `from audit_entry e
      where e.subject_type = 'ActionItem' and e.subject_id = i.id and ${isOpenTo(all, own)} and ${condition}`;
    const before = (name: string) =>
      `(select e.before ->> '${name}' ${entries(`e.occurred_at >= ${moment} and e.before ? '${name}'`)} order by e.id limit 1)`;
    const wasHidden = `exists (select ${entries(`e.occurred_at >= ${moment} and e.before ->> 'restricted' = 'true'`)})
      and not (${all}::boolean or i.sub_group_id = any(${own}::uuid[]))`;
    const rows = await this.database.query<{ status: WorkStatus; count: number }>(
      `select status, count(*) as count from (
         select coalesce(${before('status')}, i.status) as status, coalesce(${before('goalId')}::uuid, i.goal_id) as goal_id
         from action_item i
         where i.created_at < ${moment} and ${visibleItem(parameters)} and not (${wasHidden})
           and (i.goal_id = ${goal}::uuid or exists (select ${entries(`e.before ->> 'goalId' = ${goal}::text`)}))
       ) item where goal_id = ${goal}::uuid group by status`,
      parameters.values,
    );
    const counts = new Map(rows.map(({ status, count }) => [status, count]));
    return (Object.keys(statusWords) as WorkStatus[])
      .filter((status) => counts.has(status))
      .map((status) => `${counts.get(status)} ${statusWords[status]}`);
  }
}
