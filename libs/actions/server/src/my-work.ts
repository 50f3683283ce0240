import { Injectable } from '@nestjs/common';
import { addDays, Calendar, Database, selects, type Row, type Viewer } from '@sos/platform-server';
import type { GraphQLResolveInfo } from 'graphql';
import { itemParts, unionOfParts } from './action-item.parts';
import { ActionItemRepository } from './action-item.repository';
import type { ActionItem } from './action-item.types';
import { visibleItem } from './action-item.visibility';
import { helpRequestSelect } from './help-request.sql';
import type { HelpRequest } from './help-request.types';
import type { MyWork } from './my-work.types';
import { SqlParameters } from './sql-parameters';

/** Work within this many days is due soon. */
export const dueSoonDays = 14;

type RequestWithItem = HelpRequest & Row & { actionItem?: ActionItem };

/** Requests that wait for one of the agencies: others asked, nobody answered. */
const waitsFor = (agencies: string): string =>
  `h.agency_id = any(${agencies}::uuid[]) and h.state = 'open' and asker.agency_id <> h.agency_id`;

/** What waits for a person, in two statements at most: items, and requests for help, which name some of the items. */
@Injectable()
export class MyWorkService {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly items: ActionItemRepository,
  ) {}

  async of(viewer: Viewer, info: GraphQLResolveInfo): Promise<MyWork> {
    const [items, waitingOnYou] = await Promise.all([
      this.openItems(viewer, info),
      selects(info, 'waitingOnYou') ? this.requests(viewer) : [],
    ]);
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const request of waitingOnYou) request.actionItem = byId.get(request.actionItemId);
    const mine = items.filter((item) => item.isMine);
    return { ...sortByDue(mine, this.calendar.today()), waitingOnYou, openCount: mine.length };
  }

  /** The viewer's open items, and those that the viewer's agency is asked to help with when their details are asked for. */
  private openItems(viewer: Viewer, info: GraphQLResolveInfo): Promise<(ActionItem & { isMine: boolean })[]> {
    const lists = ['overdue', 'dueSoon', 'later', 'waitingOnYou.actionItem'];
    const parts = unionOfParts(['isOverdue'], ...lists.map((list) => itemParts(info, list)));
    return this.items.find(this.database, parts, (parameters) => {
      const mine = `exists (select from action_item_assignee assigned
        where assigned.action_item_id = i.id and assigned.person_id = ${parameters.add(viewer.personId)}::uuid)`;
      const isMine = `(i.status <> 'done' and ${mine})`;
      if (!selects(info, 'waitingOnYou.actionItem')) return { more: { isMine: 'true' }, condition: isMine };
      const isAsked = `(i.open_help_request_count > 0 and i.id in (
        select h.action_item_id from help_request h join person asker on asker.id = h.requested_by_id
        where ${waitsFor(parameters.add(viewer.representedAgencyIds))}))`;
      return { more: { isMine }, condition: `(${isMine} or ${isAsked})` };
    });
  }

  private requests(viewer: Viewer): Promise<RequestWithItem[]> {
    const parameters = new SqlParameters();
    return this.database.query<RequestWithItem>(
      `${helpRequestSelect} where ${waitsFor(parameters.add(viewer.representedAgencyIds))} and ${visibleItem(parameters)}
       order by h.requested_at, h.id`,
      parameters.values,
    );
  }
}

/** @param items By due date, those without one last. */
function sortByDue(items: ActionItem[], today: string): Pick<MyWork, 'overdue' | 'dueSoon' | 'later'> {
  const soon = addDays(today, dueSoonDays);
  const isDueSoon = (item: ActionItem) => !item.isOverdue && item.dueOn !== null && item.dueOn <= soon;
  return {
    overdue: items.filter((item) => item.isOverdue),
    dueSoon: items.filter(isDueSoon),
    later: items.filter((item) => !item.isOverdue && !isDueSoon(item)),
  };
}
