import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import { termProblem } from '@sos/identity-server';
import {
  Calendar,
  Database,
  encodeId,
  invalidInput,
  notFound,
  requireViewer,
  uuidOf,
  ViewerSource,
  type HubContext,
  type Queryable,
  type Transaction,
  type Viewer,
} from '@sos/platform-server';
import {
  findPerson,
  lockSeat,
  mayFillSeat,
  noSuchPerson,
  refuseSeat,
  replaceHolder,
  SeatLoader,
  seatFacts,
  termIsOver,
  type LockedSeat,
} from '@sos/workgroup-server';
import type { GraphQLResolveInfo } from 'graphql';
import { itemParts } from './action-item.parts';
import { mayEditPredicate } from './action-item.policy';
import { ActionItemRepository } from './action-item.repository';
import { visibleItem } from './action-item.visibility';
import type { HandOverSeatInput, HandOverSeatResult } from './hand-over-seat.types';
import { SqlParameters } from './sql-parameters';

interface MovedItem {
  id: string;
  title: string;
  reference: string;
  workgroupId: string;
  leadAgencyId: string;
  version: number;
  subGroupIds: string[];
  restrictedToSubGroupId: string | null;
  assigneeIds: string[];
}

interface Named {
  id: string;
  fullName: string;
}

/** A seat passes to somebody else in one act: the place, and the open items that its person is assigned to. */
@Injectable()
export class HandOverSeat {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly seats: SeatLoader,
    private readonly items: ActionItemRepository,
    private readonly activity: ActivityRecorder,
    private readonly viewers: ViewerSource,
  ) {}

  async handOver(input: HandOverSeatInput, context: HubContext, info: GraphQLResolveInfo): Promise<HandOverSeatResult> {
    const viewer = requireViewer(context);
    const today = this.calendar.today();
    const seatId = uuidOf('Seat', input.seatId);
    if (!seatId) return notFound('seat');
    const concerned: string[] = [];
    const result = await this.database.transaction(async (transaction): Promise<HandOverSeatResult> => {
      const seat = await lockSeat(transaction, seatId);
      if (!seat) return notFound('seat');
      if (!mayFillSeat(viewer, seat)) return refuseSeat(seat.bodyEndedOn);
      if (seat.endsOn !== null && seat.endsOn < today) return termIsOver;
      if (!seat.personId) {
        return invalidInput([{ path: 'seatId', message: 'Nobody has this seat. Give it to somebody instead.' }]);
      }
      const successor = await findPerson(transaction, input.toPersonId);
      if (!successor) return noSuchPerson;
      if (successor.id === seat.personId) {
        const message = `${successor.fullName} has this seat. Choose who takes it over.`;
        return invalidInput([{ path: 'toPersonId', message }]);
      }
      const endsOn = input.endsOn ?? seat.endsOn;
      const problem = termProblem({ startsOn: today, endsOn }, today);
      if (problem) return invalidInput([{ path: 'endsOn', message: problem }]);
      const moved = await this.lockItems(transaction, viewer, seat, input.actionItemIds ?? null);
      if (!moved) {
        const message =
          'One of the items is done, passed on or not yours to hand over. Reload the list, then choose again.';
        return invalidInput([{ path: 'actionItemIds', message }]);
      }
      const giver = { id: seat.personId, fullName: seat.personName! };
      concerned.push(giver.id, successor.id);
      for (const item of moved) await this.moveItem(transaction, item, giver, successor, context);
      const nextId = await replaceHolder(transaction, seat, { personId: successor.id, endsOn, by: viewer, today });
      await this.trail(transaction, seat, (await lockSeat(transaction, nextId))!, successor, moved.length, context);
      context.loaders.forget();
      const ids = moved.map(({ id }) => id);
      return {
        __typename: 'HandOverSeatSuccess',
        seat: (await this.seats.one(transaction, nextId))!,
        movedItems: await this.items.find(transaction, itemParts(info, 'movedItems'), (parameters) => ({
          condition: `i.id = any(${parameters.add(ids)}::uuid[])`,
        })),
      };
    });
    for (const id of concerned) this.viewers.forgetPerson(id);
    return result;
  }

  /**
   * What would go along when nothing else is said: open items of the seat's person that the viewer may change, but for
   * those of a sub-group in which the person keeps another seat.
   */
  async suggestedIds(database: Queryable, viewer: Viewer, seat: { id: string; personId: string }): Promise<string[]> {
    const parameters = new SqlParameters();
    const rows = await database.query<{ id: string }>(
      `select i.id from action_item i where ${handOverCondition(viewer, seat.personId, parameters)}
         and not exists (select from seat kept where kept.person_id = ${parameters.add(seat.personId)}::uuid
           and kept.id <> ${parameters.add(seat.id)}::uuid and kept.sub_group_id = i.sub_group_id
           and coalesce(kept.ends_on, 'infinity') >= ${parameters.add(this.calendar.today())}::date)
       order by i.due_on nulls last, i.id`,
      parameters.values,
    );
    return rows.map(({ id }) => id);
  }

  /** @returns null when an item that was named cannot be handed over. */
  private async lockItems(
    transaction: Transaction,
    viewer: Viewer,
    seat: LockedSeat,
    wanted: string[] | null,
  ): Promise<MovedItem[] | null> {
    const ids = wanted
      ? [...new Set(wanted)].map((id) => uuidOf('ActionItem', id))
      : await this.suggestedIds(transaction, viewer, { id: seat.id, personId: seat.personId! });
    const parameters = new SqlParameters();
    const rows = await transaction.query<MovedItem>(
      `select i.id, i.title, i.reference, i.workgroup_id as "workgroupId", i.lead_agency_id as "leadAgencyId", i.version,
         i.restricted_to_sub_group_id as "restrictedToSubGroupId",
         array(select listed.sub_group_id from focus_listing listed where listed.focus_item_id = i.focus_item_id) as "subGroupIds",
         array(select assigned.person_id from action_item_assignee assigned
           where assigned.action_item_id = i.id order by assigned.position, assigned.person_id) as "assigneeIds"
       from action_item i where i.id = any(${parameters.add(ids)}::uuid[])
         and ${handOverCondition(viewer, seat.personId!, parameters)}
       order by i.id for update of i`,
      parameters.values,
    );
    return wanted && rows.length < ids.length ? null : rows;
  }

  private async moveItem(
    transaction: Transaction,
    item: MovedItem,
    giver: Named,
    successor: Named,
    context: HubContext,
  ): Promise<void> {
    // The successor takes the giver's place in the order, unless they are assigned already.
    await transaction.query(
      `with gone as (
         delete from action_item_assignee where action_item_id = $1 and person_id = $2 returning position
       ), come as (
         insert into action_item_assignee (action_item_id, person_id, position) select $1, $3, position from gone
         on conflict do nothing
       )
       update action_item set version = version + 1 where id = $1`,
      [item.id, giver.id, successor.id],
    );
    const others = item.assigneeIds.filter((id) => id !== successor.id);
    const assigneeIds = item.assigneeIds.includes(successor.id)
      ? item.assigneeIds.filter((id) => id !== giver.id)
      : others.map((id) => (id === giver.id ? successor.id : id));
    await this.activity.record(transaction, requireViewer(context), {
      action: 'handed over',
      subjectType: 'ActionItem',
      subjectId: item.id,
      subjectLabel: item.title,
      subjectPath: `/items/${item.reference}`,
      detail: `From ${giver.fullName} to ${successor.fullName}.`,
      workgroupId: item.workgroupId,
      subGroupIds: item.subGroupIds,
      agencyIds: [item.leadAgencyId],
      before: { assigneeIds: item.assigneeIds, version: item.version },
      after: { assigneeIds, version: item.version + 1 },
      requestId: context.requestId,
      restrictedToSubGroupId: item.restrictedToSubGroupId,
    });
  }

  private trail(
    transaction: Transaction,
    before: LockedSeat,
    after: LockedSeat,
    successor: Named,
    movedCount: number,
    context: HubContext,
  ): Promise<void> {
    return this.activity.record(transaction, requireViewer(context), {
      action: `handed the seat of ${before.personName} in ${before.bodyName} over to`,
      subjectType: 'Person',
      subjectId: successor.id,
      subjectLabel: successor.fullName,
      subjectPath: `/directory/people/${encodeId('Person', successor.id)}`,
      workgroupId: after.workgroupId,
      subGroupIds: after.subGroupId ? [after.subGroupId] : [],
      agencyIds: [after.agencyId],
      before: seatFacts(before),
      // How many went along would tell outsiders of restricted ones, so the feed's words do not say it.
      after: { ...seatFacts(after), movedCount },
      requestId: context.requestId,
    });
  }
}

/** Open, assigned to the person, seen and editable by the viewer. */
const handOverCondition = (viewer: Viewer, personId: string, parameters: SqlParameters): string =>
  `i.status <> 'done' and ${visibleItem(parameters)} and exists (select from action_item_assignee held
     where held.action_item_id = i.id and held.person_id = ${parameters.add(personId)}::uuid)
   and ${mayEditPredicate(viewer, parameters)}`;
