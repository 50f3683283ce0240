import { Injectable } from '@nestjs/common';
import { Departures, type DeparturePart } from '@sos/identity-server';
import { lockSeat, replaceHolder } from './seat-holders';

interface LeftSeat {
  /** The seat as it runs after the leaving: vacant, or without its alternate. */
  seatId: string;
  part: 'person' | 'alternate';
}

/** Seats become vacant; who comes back takes those that nobody has since, and is alternate where nobody else is. */
const seats: DeparturePart = {
  name: 'seats',
  async end(transaction, { personId, actor, today }): Promise<LeftSeat[]> {
    const held = await transaction.query<{ id: string; isHolder: boolean }>(
      `select id, coalesce(person_id = $1, false) as "isHolder" from seat
       where $1 in (person_id, alternate_id) and coalesce(ends_on, 'infinity') >= $2::date order by id for update`,
      [personId, today],
    );
    const left: LeftSeat[] = [];
    for (const { id, isHolder } of held) {
      if (isHolder) {
        const seat = (await lockSeat(transaction, id))!;
        const next = { personId: null, endsOn: seat.endsOn, by: actor, today };
        left.push({ seatId: await replaceHolder(transaction, seat, next), part: 'person' });
      } else {
        await transaction.query('update seat set alternate_id = null, version = version + 1 where id = $1', [id]);
        left.push({ seatId: id, part: 'alternate' });
      }
    }
    return left;
  },
  async restore(transaction, { personId, actor, today }, ended) {
    for (const { seatId, part } of ended as LeftSeat[]) {
      const seat = await lockSeat(transaction, seatId);
      if (!seat || (seat.endsOn !== null && seat.endsOn < today) || seat.bodyEndedOn !== null) continue;
      if (part === 'alternate') {
        await transaction.query('update seat set alternate_id = coalesce(alternate_id, $2) where id = $1', [
          seat.id,
          personId,
        ]);
      } else if (!seat.personId) {
        await replaceHolder(transaction, seat, { personId, endsOn: seat.endsOn, by: actor, today });
      }
    }
  },
};

/** What of the workgroup ends when a person leaves. */
@Injectable()
export class LeavingOfSeats {
  constructor(departures: Departures) {
    departures.register(seats);
  }
}
