import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import { termProblem } from '@sos/identity-server';
import {
  Calendar,
  Database,
  encodeId,
  invalidInput,
  notAllowed,
  notFound,
  Once,
  requireViewer,
  uuidOf,
  ViewerSource,
  type HubContext,
  type Transaction,
  type Viewer,
} from '@sos/platform-server';
import { SeatLoader } from '../seat.loader';
import { fillingSeatRule, mayFillSeat } from './seat.policy';
import type {
  AddSeatInput,
  ChangeSeatTermInput,
  FillSeatInput,
  NameAlternateInput,
  SeatResult,
  VacateSeatInput,
} from './seat-acts.types';
import { findBody } from './body';
import { lockSeat, replaceHolder, type LockedSeat } from './seat-holders';
import { seatRoleWords } from './seat-words';

interface Named {
  id: string;
  fullName: string;
}

/** What an act did: the seat that runs now, whose place it is about, and the words for the trail. */
interface Done {
  seatId: string;
  person: Named | null;
  action: string;
}

/** The acts on one seat. Handing it over together with its work is an act of its own, in actions. */
@Injectable()
export class SeatActs {
  constructor(
    private readonly database: Database,
    private readonly once: Once,
    private readonly calendar: Calendar,
    private readonly seats: SeatLoader,
    private readonly activity: ActivityRecorder,
    private readonly viewers: ViewerSource,
  ) {}

  async add(input: AddSeatInput, context: HubContext): Promise<SeatResult> {
    const viewer = requireViewer(context);
    const today = this.calendar.today();
    const term = { startsOn: input.startsOn ?? today, endsOn: input.endsOn ?? null };
    const add = async (transaction: Transaction): Promise<SeatResult> => {
      const body = await findBody(transaction, input.subGroupId);
      if (!body) return notFound('sub-group');
      const stake = { subGroupId: body.subGroupId, role: input.role, bodyEndedOn: body.endedOn };
      if (!mayFillSeat(viewer, stake)) return refuse(stake.bodyEndedOn);
      const problem = termProblem(term, today);
      if (problem) return invalidInput([{ path: 'endsOn', message: problem }]);
      const agencyId = await findAgency(transaction, input.agencyId);
      if (!agencyId) return invalidInput([{ path: 'agencyId', message: 'Choose the agency whose seat it is.' }]);
      const person = input.personId ? await findPerson(transaction, input.personId) : null;
      if (input.personId && !person) return noSuchPerson;
      const [added] = await transaction.query<{ id: string }>(
        `insert into seat (workgroup_id, sub_group_id, agency_id, person_id, role, starts_on, ends_on, filled_by_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [
          body.workgroupId,
          body.subGroupId,
          agencyId,
          person?.id ?? null,
          input.role,
          term.startsOn,
          term.endsOn,
          viewer.personId,
        ],
      );
      const seat = (await lockSeat(transaction, added!.id))!;
      const action = person ? `gave a new seat in ${seat.bodyName} to` : `added a vacant seat in ${seat.bodyName}`;
      return this.finish(transaction, context, null, { seatId: seat.id, person, action });
    };
    return this.once.do<SeatResult, { id: string }>({ mutation: 'addSeat', input, context }, add, {
      keep: (result) => (result.__typename === 'SeatSuccess' ? { id: result.seat.id } : null),
      again: async (transaction, { id }) => {
        const seat = await this.seats.one(transaction, id);
        return seat ? { __typename: 'SeatSuccess', seat } : notFound('seat');
      },
    });
  }

  async fill(input: FillSeatInput, context: HubContext): Promise<SeatResult> {
    return this.act(input.seatId, context, async (transaction, seat, viewer) => {
      if (seat.personId) {
        const message = `${seat.personName} has this seat. Hand it over instead, so that their work goes along.`;
        return invalidInput([{ path: 'seatId', message }]);
      }
      const endsOn = input.endsOn === undefined || input.endsOn === null ? seat.endsOn : input.endsOn;
      const today = this.calendar.today();
      const problem = termProblem({ startsOn: today, endsOn }, today);
      if (problem) return invalidInput([{ path: 'endsOn', message: problem }]);
      const person = await findPerson(transaction, input.personId);
      if (!person) return noSuchPerson;
      const seatId = await replaceHolder(transaction, seat, { personId: person.id, endsOn, by: viewer, today });
      return { seatId, person, action: `gave a seat in ${seat.bodyName} to` };
    });
  }

  async vacate({ seatId: id }: VacateSeatInput, context: HubContext): Promise<SeatResult> {
    return this.act(id, context, async (transaction, seat, viewer) => {
      if (!seat.personId) return invalidInput([{ path: 'seatId', message: 'Nobody has this seat.' }]);
      const next = { personId: null, endsOn: seat.endsOn, by: viewer, today: this.calendar.today() };
      const seatId = await replaceHolder(transaction, seat, next);
      const person = { id: seat.personId, fullName: seat.personName! };
      return { seatId, person, action: `vacated the seat in ${seat.bodyName} of` };
    });
  }

  async nameAlternate(input: NameAlternateInput, context: HubContext): Promise<SeatResult> {
    return this.act(input.seatId, context, async (transaction, seat) => {
      const person = input.personId ? await findPerson(transaction, input.personId) : null;
      if (input.personId && !person) return noSuchPerson;
      if (person && person.id === seat.personId) {
        const message = `${person.fullName} has the seat. Choose somebody else as alternate.`;
        return invalidInput([{ path: 'personId', message }]);
      }
      await transaction.query('update seat set alternate_id = $2, version = version + 1 where id = $1', [
        seat.id,
        person?.id ?? null,
      ]);
      const about = person ?? (await findPersonById(transaction, seat.alternateId));
      const action = person
        ? `named an alternate in ${seat.bodyName}:`
        : `ended the part as alternate in ${seat.bodyName} of`;
      return { seatId: seat.id, person: about, action };
    });
  }

  async changeTerm(input: ChangeSeatTermInput, context: HubContext): Promise<SeatResult> {
    return this.act(input.seatId, context, async (transaction, seat) => {
      if (seat.version !== input.expectedVersion) {
        return {
          __typename: 'StaleSeatRefusal',
          message: 'Somebody changed this seat in the meantime. Look at it again, then decide.',
          current: (await this.seats.one(transaction, seat.id))!,
        };
      }
      const problem = termProblem({ startsOn: seat.startsOn, endsOn: input.endsOn }, this.calendar.today());
      if (problem) return invalidInput([{ path: 'endsOn', message: problem }]);
      await transaction.query('update seat set ends_on = $2::date, version = version + 1 where id = $1', [
        seat.id,
        input.endsOn,
      ]);
      const person = seat.personId ? { id: seat.personId, fullName: seat.personName! } : null;
      return {
        seatId: seat.id,
        person,
        action: `changed the term of a seat in ${seat.bodyName}${person ? ' of' : ''}`,
      };
    });
  }

  private async act(
    id: string,
    context: HubContext,
    work: (transaction: Transaction, seat: LockedSeat, viewer: Viewer) => Promise<Done | SeatResult>,
  ): Promise<SeatResult> {
    const viewer = requireViewer(context);
    const seatId = uuidOf('Seat', id);
    if (!seatId) return notFound('seat');
    return this.database.transaction(async (transaction) => {
      const seat = await lockSeat(transaction, seatId);
      if (!seat) return notFound('seat');
      if (!mayFillSeat(viewer, seat)) return refuse(seat.bodyEndedOn);
      if (seat.endsOn !== null && seat.endsOn < this.calendar.today()) return termIsOver;
      const outcome = await work(transaction, seat, viewer);
      return '__typename' in outcome ? outcome : this.finish(transaction, context, seat, outcome);
    });
  }

  private async finish(
    transaction: Transaction,
    context: HubContext,
    before: LockedSeat | null,
    { seatId, person, action }: Done,
  ): Promise<SeatResult> {
    const after = (await lockSeat(transaction, seatId))!;
    await this.activity.record(transaction, requireViewer(context), {
      action,
      subjectType: person ? 'Person' : 'Seat',
      subjectId: person?.id ?? seatId,
      subjectLabel: person?.fullName ?? `${seatRoleWords[after.role]} of ${after.agencyKey.toUpperCase()}`,
      subjectPath: person ? `/directory/people/${encodeId('Person', person.id)}` : undefined,
      workgroupId: after.workgroupId,
      subGroupIds: after.subGroupId ? [after.subGroupId] : [],
      agencyIds: [after.agencyId],
      before: before && seatFacts(before),
      after: seatFacts(after),
      requestId: context.requestId,
    });
    context.loaders.forget();
    for (const id of [before?.personId, before?.alternateId, after.personId, after.alternateId])
      if (id) this.viewers.forgetPerson(id);
    return { __typename: 'SeatSuccess', seat: (await this.seats.one(transaction, seatId))! };
  }
}

export const seatFacts = (seat: LockedSeat) => ({
  seatId: seat.id,
  body: seat.bodyName,
  agency: seat.agencyKey,
  role: seat.role,
  person: seat.personName,
  personId: seat.personId,
  alternateId: seat.alternateId,
  startsOn: seat.startsOn,
  endsOn: seat.endsOn,
});

export const refuse = (bodyEndedOn: string | null) =>
  bodyEndedOn === null
    ? notAllowed('You cannot fill this seat.', fillingSeatRule.whoCan)
    : notAllowed('This body has ended, so its seats stay as they were.');

export const termIsOver = invalidInput([
  { path: 'seatId', message: 'The term of this seat is over. Add a new seat instead.' },
]);
export const noSuchPerson = invalidInput([
  { path: 'personId', message: 'There is no such person in the hub. Choose one of the list, or invite them.' },
]);

export async function findPerson(transaction: Transaction, id: string): Promise<Named | null> {
  const uuid = uuidOf('Person', id);
  const [person] = await transaction.query<Named>(
    'select id, full_name as "fullName" from person where id = $1 and deactivated_at is null for share',
    [uuid],
  );
  return person ?? null;
}

async function findPersonById(transaction: Transaction, id: string | null): Promise<Named | null> {
  const [person] = await transaction.query<Named>('select id, full_name as "fullName" from person where id = $1', [id]);
  return person ?? null;
}

async function findAgency(transaction: Transaction, id: string): Promise<string | null> {
  const [agency] = await transaction.query<{ id: string }>('select id from agency where id = $1', [
    uuidOf('Agency', id),
  ]);
  return agency?.id ?? null;
}
