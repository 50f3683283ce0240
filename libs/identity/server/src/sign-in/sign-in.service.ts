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
import { SecondStep } from '../passkeys/second-step';
import {
  endOwnSession,
  endSession,
  endSessionsOf,
  renewSession,
  startSession,
  type StartedSession,
} from './session.repository';
import { useSignInToken } from './sign-in-address';
import type { WayIn } from './way-in';

type SignIn = { session: StartedSession; refusal?: undefined } | { refusal: NotFoundRefusal | NotAllowedRefusal };

type ByAddress =
  { session: StartedSession; passkeyRequest?: undefined } | { session?: undefined; passkeyRequest: object };

/** The ways into the hub and out of it. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly activity: ActivityRecorder,
    private readonly viewers: ViewerSource,
    private readonly secondStep: SecondStep,
  ) {}

  /** In the demonstration anybody may be any of its invented persons; in a real hub nobody may. */
  async asDemonstrationPerson(id: string, way: WayIn): Promise<SignIn> {
    if (!this.settings.demonstration) {
      return { refusal: notAllowed('This is no demonstration: nobody can be chosen here.', whoInvites) };
    }
    const uuid = uuidOf('Person', id);
    return this.database.transaction(async (transaction) => {
      const person = uuid ? await findDemonstrationPerson(transaction, uuid) : null;
      return person ? { session: await this.begin(transaction, person, way) } : { refusal: notFound('person') };
    });
  }

  /**
   * @param browser Asked for only where a passkey is needed besides; see {@link SecondStep}.
   * @returns null when the address was used, has expired or never existed.
   */
  async byOneTimeAddress(token: string, way: WayIn, browser: () => Buffer): Promise<ByAddress | null> {
    return this.database.transaction(async (transaction) => {
      const person = await useSignInToken(transaction, token);
      if (!person) return null;
      const passkeyRequest = await this.secondStep.ask(transaction, person.personId, browser);
      return passkeyRequest ? { passkeyRequest } : { session: await this.begin(transaction, person, way) };
    });
  }

  /** Every way in ends here, once it knows who the person is and that they are active. See {@link SignInDoor}. */
  async begin(transaction: Transaction, person: Actor, way: WayIn): Promise<StartedSession> {
    await this.trail(transaction, person, 'signed in', way.method);
    return startSession(transaction, person.personId, way, this.settings.sessionSeconds);
  }

  /**
   * The person has proved again who they are, in a session that runs: its token is renewed.
   * @returns null when the session is over.
   */
  async renew(transaction: Transaction, person: Actor, way: WayIn): Promise<StartedSession | null> {
    const renewed = way.previousToken
      ? await renewSession(transaction, way.previousToken, this.settings.sessionSeconds)
      : null;
    if (renewed) await this.trail(transaction, person, 'proved again who they are', way.method);
    return renewed;
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

  /** Ends one of the person's own sessions, at another computer perhaps; false when it is none of theirs. */
  async endOne(person: Actor, sessionId: string): Promise<boolean> {
    const ended = await this.database.transaction(async (transaction) => {
      const found = await endOwnSession(transaction, person.personId, sessionId);
      if (found) await this.trail(transaction, person, 'signed out of another browser');
      return found;
    });
    this.viewers.forgetPerson(person.personId);
    return ended;
  }

  /** Ends every session of the person, this one too; returns how many there were. */
  async endAll(person: Actor): Promise<number> {
    const count = await this.database.transaction(async (transaction) => {
      await this.trail(transaction, person, 'signed out everywhere');
      return endSessionsOf(transaction, person.personId);
    });
    this.viewers.forgetPerson(person.personId);
    return count;
  }

  private trail(transaction: Transaction, person: Actor, action: string, method?: string): Promise<void> {
    const { personId, fullName } = person;
    return this.activity.record(transaction, person, {
      action,
      subjectType: 'Person',
      subjectId: personId,
      subjectLabel: fullName,
      after: method ? { method } : null,
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
