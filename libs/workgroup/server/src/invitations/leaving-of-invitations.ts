import { Injectable } from '@nestjs/common';
import { Departures, type DeparturePart } from '@sos/identity-server';

/** Those that wait for the person, and those that the person gave: neither opens the hub any more. */
const invitations: DeparturePart = {
  name: 'invitations',
  async end(transaction, { personId, actor }) {
    await transaction.query(
      `with taken as (
         update invitation i set revoked_at = now(), revoked_by_id = $2
         where i.accepted_at is null and i.revoked_at is null
           and (i.invited_by_id = $1 or i.email = (select email from person where id = $1))
         returning i.id
       )
       delete from invitation_token t using taken where t.invitation_id = taken.id`,
      [personId, actor.personId],
    );
  },
};

@Injectable()
export class LeavingOfInvitations {
  constructor(departures: Departures) {
    departures.register(invitations);
  }
}
