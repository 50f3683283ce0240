import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import {
  checkInput,
  Database,
  invalidInput,
  Mailer,
  notAllowed,
  Outbox,
  OutboxHandlers,
  requireViewer,
  SETTINGS,
  type DeliveredEntry,
  type HubContext,
  type InvalidInputRefusal,
  type LetterLanguage,
  type NotAllowedRefusal,
  type Settings,
  type Transaction,
  type Viewer,
} from '@sos/platform-server';
import { z } from 'zod';
import { countRequest } from '../sign-in/request-limit';
import { requireRecentSignIn } from '../sign-in/recent-sign-in';
import type { SignInAgainRefusal } from '../sign-in/sign-in-again.types';
import { hashOfToken, newToken } from '../sign-in/session.repository';
import { confirmAddressLetter } from '../sign-in/sign-in-letters';
import { findProfile } from './profile.repository';
import type { ConfirmAddressSuccess, ProfileSuccess } from './profile.types';

const topic = 'identity.confirm-address';
const requestsPerHour = 5;
type Wanted = { personId: string; email: string };
type Outcome = ProfileSuccess | InvalidInputRefusal | NotAllowedRefusal | SignInAgainRefusal;

const shape = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email('Enter an e-mail address, such as robin@example.org.').max(254, 'The address is too long.')),
});

/** Where a person's notifications go. Nothing is sent to an address before its owner has followed the link there. */
@Injectable()
export class NotificationAddress implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly handlers: OutboxHandlers,
    private readonly mailer: Mailer,
    private readonly activity: ActivityRecorder,
  ) {}

  onModuleInit(): void {
    this.handlers.register<Wanted>(topic, (wanted, entry) => this.send(wanted, entry));
  }

  async request(context: HubContext, email: string): Promise<Outcome> {
    const viewer = requireViewer(context);
    const { value, refusal } = checkInput(shape, { email });
    if (refusal) return refusal;
    return this.database.transaction(async (transaction): Promise<Outcome> => {
      const again = await requireRecentSignIn(transaction, context);
      if (again) return again;
      const limit = { subject: `address of ${viewer.personId}`, perHour: requestsPerHour };
      if (!(await countRequest(transaction, [limit]))) {
        return notAllowed('Five messages were sent within an hour. Look for the newest, or try again in an hour.');
      }
      // The token is made when the message is sent; until then no token fits.
      await transaction.query(
        `insert into address_confirmation (person_id, token_hash, email, expires_at)
         values ($1, $2, $3, now() + interval '1 day')
         on conflict (person_id) do update
         set token_hash = excluded.token_hash, email = excluded.email, expires_at = excluded.expires_at`,
        [viewer.personId, hashOfToken(newToken()), value.email],
      );
      const wanted: Wanted = { personId: viewer.personId, email: value.email };
      await this.outbox.add(transaction, topic, wanted);
      return success(transaction, viewer);
    });
  }

  /** Whoever has the link has the address, signed in or not. */
  async confirm(token: string): Promise<ConfirmAddressSuccess | InvalidInputRefusal> {
    const email = await this.database.transaction(async (transaction) => {
      const [confirmed] = await transaction.query<{ id: string; fullName: string; email: string }>(
        `with confirmed as (delete from address_confirmation where token_hash = $1 and expires_at > now() returning *)
         update person p set notification_email = confirmed.email from confirmed
         where p.id = confirmed.person_id and p.deactivated_at is null
         returning p.id, p.full_name as "fullName", confirmed.email`,
        [hashOfToken(token)],
      );
      if (!confirmed) return null;
      await this.trail(transaction, { personId: confirmed.id, fullName: confirmed.fullName }, confirmed.email);
      return confirmed.email;
    });
    return email
      ? { __typename: 'ConfirmAddressSuccess', email }
      : invalidInput([
          { path: 'token', message: 'This link was used or has expired. Ask for a new one on your profile page.' },
        ]);
  }

  /** Notifications go to the address at work again. */
  async remove(viewer: Viewer): Promise<ProfileSuccess> {
    return this.database.transaction(async (transaction) => {
      await transaction.query('delete from address_confirmation where person_id = $1', [viewer.personId]);
      await transaction.query('update person set notification_email = null where id = $1', [viewer.personId]);
      await this.trail(transaction, viewer, null);
      return success(transaction, viewer);
    });
  }

  private async send({ personId, email }: Wanted, { createdAt }: DeliveredEntry): Promise<void> {
    if (this.database.now().getTime() - createdAt.getTime() > 86_400_000) return;
    const token = newToken();
    const [person] = await this.database.query<{ fullName: string; language: LetterLanguage }>(
      `update address_confirmation c set token_hash = $3 from person p
       where c.person_id = $1 and c.email = $2 and c.expires_at > now() and p.id = $1 and p.deactivated_at is null
       returning p.full_name as "fullName", p.language`,
      [personId, email, hashOfToken(token)],
    );
    if (!person) return;
    const { publicUrl } = this.settings;
    const address = `${publicUrl}/profile/confirm-address#token=${token}`;
    await this.mailer.send(
      confirmAddressLetter({ email, language: person.language }, publicUrl, person.fullName, address),
    );
  }

  private trail(
    transaction: Transaction,
    person: Pick<Viewer, 'personId' | 'fullName'>,
    email: string | null,
  ): Promise<void> {
    return this.activity.record(transaction, person, {
      action: 'changed the notification address of',
      subjectType: 'Person',
      subjectId: person.personId,
      subjectLabel: person.fullName,
      after: { notificationEmail: email },
      visibleInFeed: false,
    });
  }
}

async function success(transaction: Transaction, { personId }: Viewer): Promise<ProfileSuccess> {
  return { __typename: 'ProfileSuccess', profile: await findProfile(transaction, personId) };
}
