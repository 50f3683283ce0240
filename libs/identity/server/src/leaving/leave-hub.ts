import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
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
  type Transaction,
} from '@sos/platform-server';
import { personColumns } from '../person.sql';
import type { Person } from '../person.types';
import { lockAdministrators } from '../roles/role-grants';
import { administratorsRemain, lastAdministratorWords } from '../roles/role.rules';
import { requireRecentSignIn } from '../sign-in/recent-sign-in';
import { Departures, type Leaving } from './departures';
import type { DeactivatePersonResult, LeavingInput, ReactivatePersonResult } from './leaving.types';

/** A leaving is undone within this time; who comes back later is invited anew. */
export const daysToUndo = 30;

/** Told in the transaction; whoever holds open connections of the person closes them. */
export const personLeftChannel = 'hub_person_left';

interface LockedPerson extends Person {
  isActive: boolean;
}

/** People leave whole and at once: ways in, seats and roles end in one transaction; the history keeps the name. */
@Injectable()
export class LeaveHub {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly departures: Departures,
    private readonly activity: ActivityRecorder,
    private readonly viewers: ViewerSource,
  ) {}

  async leave({ personId }: LeavingInput, context: HubContext): Promise<DeactivatePersonResult> {
    const id = uuidOf('Person', personId);
    const today = this.calendar.today();
    const result = await this.database.transaction(async (transaction): Promise<DeactivatePersonResult> => {
      const again = await requireRecentSignIn(transaction, context);
      if (again) return again;
      const administrators = await lockAdministrators(transaction, today);
      const person = id && (await lockPerson(transaction, id));
      if (!person || !person.isActive) return notFound('person');
      const others = administrators.filter((term) => term.personId !== person.id);
      if (others.length < administrators.length && !administratorsRemain(others, today)) {
        return { __typename: 'LastAdministratorRefusal', message: lastAdministratorWords };
      }
      const ended = await this.departures.end(transaction, this.leaving(person, context));
      await transaction.query('update person set deactivated_at = now() where id = $1', [person.id]);
      const [departure] = await transaction.query<{ undoUntil: Date }>(
        `insert into departure (person_id, recorded_by_id, ended) values ($1, $2, $3)
         returning left_at + interval '${daysToUndo} days' as "undoUntil"`,
        [person.id, requireViewer(context).personId, JSON.stringify(ended)],
      );
      await transaction.query(`select pg_notify('${personLeftChannel}', $1)`, [person.id]);
      await this.trail(transaction, context, 'recorded the leaving of', person, ended);
      return { __typename: 'DeactivatePersonSuccess', person, undoUntil: departure!.undoUntil };
    });
    this.forget(id, context);
    return result;
  }

  async comeBack({ personId }: LeavingInput, context: HubContext): Promise<ReactivatePersonResult> {
    const id = uuidOf('Person', personId);
    const result = await this.database.transaction(async (transaction): Promise<ReactivatePersonResult> => {
      const again = await requireRecentSignIn(transaction, context);
      if (again) return again;
      const person = id && (await lockPerson(transaction, id));
      if (!person || person.isActive) return notFound('person who left');
      const [departure] = await transaction.query<{ id: string; ended: Record<string, unknown> }>(
        `update departure set restored_at = now(), restored_by_id = $2
         where person_id = $1 and restored_at is null and left_at > now() - interval '${daysToUndo} days'
         returning id, ended`,
        [person.id, requireViewer(context).personId],
      );
      if (!departure) {
        const message = `${person.fullName} left more than ${daysToUndo} days ago. Invite them again instead.`;
        return invalidInput([{ path: 'personId', message }]);
      }
      await transaction.query('update person set deactivated_at = null where id = $1', [person.id]);
      await this.departures.restore(transaction, this.leaving(person, context), departure.ended);
      await this.trail(transaction, context, 'brought back', person, departure.ended);
      return { __typename: 'ReactivatePersonSuccess', person };
    });
    this.forget(id, context);
    return result;
  }

  private leaving(person: Person, context: HubContext): Leaving {
    return { personId: person.id, actor: requireViewer(context), today: this.calendar.today() };
  }

  private forget(personId: string | null, context: HubContext): void {
    context.loaders.forget();
    if (personId) this.viewers.forgetPerson(personId);
  }

  private trail(transaction: Transaction, context: HubContext, action: string, person: Person, ended: object) {
    return this.activity.record(transaction, requireViewer(context), {
      action,
      subjectType: 'Person',
      subjectId: person.id,
      subjectLabel: person.fullName,
      subjectPath: `/directory/people/${encodeId('Person', person.id)}`,
      agencyIds: [person.agencyId],
      after: ended,
      requestId: context.requestId,
      visibleInFeed: false,
    });
  }
}

async function lockPerson(transaction: Transaction, id: string): Promise<LockedPerson | undefined> {
  const [person] = await transaction.query<LockedPerson>(
    `select ${personColumns('p')}, p.deactivated_at is null as "isActive" from person p where p.id = $1 for update`,
    [id],
  );
  return person;
}
