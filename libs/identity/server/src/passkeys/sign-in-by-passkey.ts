import { Injectable } from '@nestjs/common';
import type { Actor } from '@sos/activity-server';
import { Database, notAllowed, type NotAllowedRefusal } from '@sos/platform-server';
import type { StartedSession } from '../sign-in/session.repository';
import { SignInService } from '../sign-in/sign-in.service';
import type { WayIn } from '../sign-in/way-in';
import { CheckPasskey } from './check-passkey';

type Started =
  { session: StartedSession; person: Actor; refusal?: undefined } | { session?: undefined; refusal: NotAllowedRefusal };

/** Passkeys as a way in, and to show again who it is. */
@Injectable()
export class SignInByPasskey {
  constructor(
    private readonly database: Database,
    private readonly passkeys: CheckPasskey,
    private readonly signIn: SignInService,
  ) {}

  /** Nobody says who they are: the browser offers the passkeys that it knows for the hub. */
  ask(browser: Buffer): Promise<object> {
    return this.database.transaction((transaction) => this.passkeys.ask(transaction, browser, 'sign in', null));
  }

  enter(answer: unknown, browser: Buffer | null, way: WayIn): Promise<Started> {
    return this.database.transaction(async (transaction) => {
      const { person, refusal } = await this.passkeys.check(transaction, answer, browser, ['sign in', 'second step']);
      return refusal ? { refusal } : { person, session: await this.signIn.begin(transaction, person, way) };
    });
  }

  askAgain({ personId }: Actor, browser: Buffer): Promise<object> {
    return this.database.transaction((transaction) => this.passkeys.ask(transaction, browser, 'confirm', personId));
  }

  /** @returns the session under its new token; null when it was over meanwhile. */
  confirm(
    viewer: Actor,
    answer: unknown,
    browser: Buffer | null,
    way: WayIn,
  ): Promise<
    { session: StartedSession | null; refusal?: undefined } | { session?: undefined; refusal: NotAllowedRefusal }
  > {
    return this.database.transaction(async (transaction) => {
      const { person, refusal } = await this.passkeys.check(transaction, answer, browser, ['confirm']);
      if (refusal) return { refusal };
      // The challenge belongs to whoever asked for it; the browser's session may be another person's since.
      if (person.personId !== viewer.personId)
        return { refusal: notAllowed('Somebody else has signed in here since. Reload the page.') };
      return { session: await this.signIn.renew(transaction, person, way) };
    });
  }
}
