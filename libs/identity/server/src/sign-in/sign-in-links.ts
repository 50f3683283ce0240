import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import {
  checkInput,
  Database,
  Mailer,
  Outbox,
  OutboxHandlers,
  SETTINGS,
  type DeliveredEntry,
  type InvalidInputRefusal,
  type Settings,
} from '@sos/platform-server';
import { z } from 'zod';
import { countRequest } from './request-limit';
import { safeReturnPath } from './return-path';
import { createSignInAddress, minutesOfAddress } from './sign-in-address';
import { signInLetter } from './sign-in-letters';

const topic = 'identity.sign-in-link';
type Wanted = { email: string; returnPath: string | null };

const shape = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(
      z.email('Enter your e-mail address at work, such as robin@agency.ca.gov.').max(254, 'The address is too long.'),
    ),
});

/**
 * Sign-in by a link in a mail. Whoever asks learns nothing about who takes part: the request only takes down that a
 * link is wanted, the same for every address, and the rest happens later, in the outbox's worker.
 */
@Injectable()
export class SignInLinks implements OnModuleInit {
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

  /**
   * @param network Where the request comes from.
   * @returns the refusal of what is no address; null otherwise, also when it asks too often.
   */
  async request(email: string, returnPath: string | null, network: string): Promise<InvalidInputRefusal | null> {
    const { value, refusal } = checkInput(shape, { email });
    if (refusal) return refusal;
    const { signInLinksPerAddress, signInLinksPerNetwork } = this.settings;
    await this.database.transaction(async (transaction) => {
      const isWithin = await countRequest(transaction, [
        { subject: `link to ${value.email}`, perHour: signInLinksPerAddress },
        { subject: `link from ${network}`, perHour: signInLinksPerNetwork },
      ]);
      const wanted: Wanted = { email: value.email, returnPath: safeReturnPath(returnPath) };
      if (isWithin) await this.outbox.add(transaction, topic, wanted);
    });
    return null;
  }

  /** Each attempt makes a token of its own, which replaces the one before. */
  private async send({ email, returnPath }: Wanted, { createdAt }: DeliveredEntry): Promise<void> {
    // The person has given up waiting, or has asked again.
    if (this.database.now().getTime() - createdAt.getTime() > minutesOfAddress * 60_000) return;
    const { publicUrl } = this.settings;
    const made = await this.database.transaction(async (transaction) => {
      const address = await createSignInAddress(transaction, publicUrl, email, returnPath);
      if (address) {
        await this.activity.record(transaction, null, {
          action: 'sent a sign-in link to',
          subjectType: 'Person',
          subjectId: address.person.personId,
          subjectLabel: address.person.fullName,
          visibleInFeed: false,
        });
      }
      return address;
    });
    if (made) await this.mailer.send(signInLetter({ email, language: made.person.language }, publicUrl, made.address));
  }
}
