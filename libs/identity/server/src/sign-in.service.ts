import { Inject, Injectable } from '@nestjs/common';
import { ActivityRecorder, type Actor } from '@sos/activity-server';
import {
  Database,
  notAllowed,
  notFound,
  SETTINGS,
  uuidOf,
  ViewerSource,
  type NotAllowedRefusal,
  type NotFoundRefusal,
  type Queryable,
  type Settings,
  type Transaction,
} from '@sos/platform-server';
import { endSession, startSession, type StartedSession } from './session.repository';
import { useSignInToken } from './sign-in-address';

type SignIn = { session: StartedSession; refusal?: undefined } | { refusal: NotFoundRefusal | NotAllowedRefusal };

/** The ways into the hub and out of it. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly activity: ActivityRecorder,
    private readonly viewers: ViewerSource,
  ) {}

  /** In the demonstration anybody may be any of its invented persons; in a real hub nobody may. */
  async asDemonstrationPerson(id: string): Promise<SignIn> {
    if (!this.settings.demonstration) {
      return { refusal: notAllowed('This is no demonstration: nobody can be chosen here.', whoInvites) };
    }
    const uuid = uuidOf('Person', id);
    return this.database.transaction(async (transaction) => {
      const person = uuid ? await findDemonstrationPerson(transaction, uuid) : null;
      return person ? { session: await this.begin(transaction, person) } : { refusal: notFound('person') };
    });
  }

  /** @returns null when the address was used, has expired or never existed. */
  async byOneTimeAddress(token: string): Promise<StartedSession | null> {
    return this.database.transaction(async (transaction) => {
      const person = await useSignInToken(transaction, token);
      return person ? this.begin(transaction, person) : null;
    });
  }

  async signOut(token: string): Promise<boolean> {
    const person = await this.database.transaction(async (transaction) => {
      const ended = await endSession(transaction, token);
      if (ended) await this.trail(transaction, ended, 'signed out');
      return ended;
    });
    this.viewers.forget(token);
    return person !== null;
  }

  private async begin(transaction: Transaction, person: Actor): Promise<StartedSession> {
    await this.trail(transaction, person, 'signed in');
    return startSession(transaction, person.personId);
  }

  private trail(transaction: Transaction, person: Actor, action: string): Promise<void> {
    const { personId, fullName } = person;
    return this.activity.record(transaction, person, {
      action,
      subjectType: 'Person',
      subjectId: personId,
      subjectLabel: fullName,
      visibleInFeed: false,
    });
  }
}

const whoInvites = 'The administrator of the hub, who sends you an address that works once.';

async function findDemonstrationPerson(database: Queryable, id: string): Promise<Actor | null> {
  const [person] = await database.query<Actor>(
    `select id as "personId", full_name as "fullName" from person
     where id = $1 and is_demonstration and deactivated_at is null`,
    [id],
  );
  return person ?? null;
}
