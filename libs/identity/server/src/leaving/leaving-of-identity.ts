import { Injectable } from '@nestjs/common';
import type { Transaction } from '@sos/platform-server';
import { endedBefore } from '../roles/role-grants';
import { Departures, type DeparturePart } from './departures';

/** Ways in that begin without the person's doing anything more. */
const waysIn: DeparturePart = {
  name: 'waysIn',
  async end(transaction, { personId }) {
    await endWaysIn(transaction, personId);
    return true;
  },
  // A sign-in that was under way while the person left may have begun a session since.
  restore: (transaction, { personId }) => endWaysIn(transaction, personId),
};

const roles: DeparturePart = {
  name: 'roles',
  end: (transaction, { personId, today }) =>
    transaction.query<EndedRole>(
      `with running as (
         select id, ends_on from role_grant
         where person_id = $1 and coalesce(ends_on, 'infinity') >= $2::date for update
       )
       update role_grant r set ends_on = $3::date, version = version + 1 from running where running.id = r.id
       returning r.id, running.ends_on as "endsOn"`,
      [personId, today, endedBefore(today)],
    ),
  async restore(transaction, _returning, ended) {
    for (const { id, endsOn } of ended as EndedRole[]) {
      await transaction.query('update role_grant set ends_on = $2::date, version = version + 1 where id = $1', [
        id,
        endsOn,
      ]);
    }
  },
};

interface EndedRole {
  id: string;
  endsOn: string | null;
}

async function endWaysIn(transaction: Transaction, personId: string): Promise<void> {
  await transaction.query('delete from session where person_id = $1', [personId]);
  await transaction.query('delete from sign_in_token where person_id = $1', [personId]);
}

/** What of identity ends when a person leaves. */
@Injectable()
export class LeavingOfIdentity {
  constructor(departures: Departures) {
    departures.register(waysIn);
    departures.register(roles);
  }
}
