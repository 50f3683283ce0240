import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@sos/activity-server';
import {
  Database,
  invalidInput,
  Mailer,
  notAllowed,
  Outbox,
  OutboxHandlers,
  SETTINGS,
  type DeliveredEntry,
  type InvalidInputRefusal,
  type NotAllowedRefusal,
  type Settings,
  type Transaction,
} from '@sos/platform-server';
import { countRequest } from './request-limit';
import { codeLetter, type Recipient } from './sign-in-letters';
import { hashOfToken, type StartedSession } from './session.repository';
import { SignInService } from './sign-in.service';
import type { WayIn } from './way-in';

const topic = 'identity.sign-in-code';
const minutesOfCode = 10;
const triesOfCode = 5;
const codesPerHour = 5;
type Wanted = { sessionId: string };

/** A code of eight digits by mail, with which somebody who is signed in proves again who they are. */
@Injectable()
export class SignInCodes implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly handlers: OutboxHandlers,
    private readonly mailer: Mailer,
    private readonly signIn: SignInService,
  ) {}

  onModuleInit(): void {
    this.handlers.register<Wanted>(topic, (wanted, entry) => this.send(wanted, entry));
  }

  async request(sessionToken: string): Promise<NotAllowedRefusal | null> {
    return this.database.transaction(async (transaction) => {
      const session = await sessionBehind(transaction, sessionToken);
      const limit = { subject: `code for ${session.personId}`, perHour: codesPerHour };
      if (!(await countRequest(transaction, [limit]))) {
        return notAllowed('Five codes were sent within an hour. Use the newest, or try again in an hour.');
      }
      const wanted: Wanted = { sessionId: session.id };
      await this.outbox.add(transaction, topic, wanted);
      return null;
    });
  }

  /** A wrong answer counts, and after five the code is worth nothing. */
  async confirm(
    code: string,
    person: Actor,
    way: WayIn,
  ): Promise<{ session: StartedSession; refusal?: undefined } | { refusal: InvalidInputRefusal }> {
    return this.database.transaction(async (transaction) => {
      const session = await sessionBehind(transaction, way.previousToken ?? '');
      const isRight = await useCode(transaction, session.id, code);
      const renewed = isRight ? await this.signIn.renew(transaction, person, way) : null;
      return renewed ? { session: renewed } : { refusal: wrongCode };
    });
  }

  private async send({ sessionId }: Wanted, { createdAt }: DeliveredEntry): Promise<void> {
    if (this.database.now().getTime() - createdAt.getTime() > minutesOfCode * 60_000) return;
    const code = String(randomInt(100_000_000)).padStart(8, '0');
    const recipient = await this.database.transaction((transaction) => keepCode(transaction, sessionId, code));
    if (!recipient) return;
    const shown = `${code.slice(0, 4)} ${code.slice(4)}`;
    await this.mailer.send(codeLetter(recipient, this.settings.publicUrl, shown, minutesOfCode));
  }
}

const wrongCode = invalidInput([
  { path: 'code', message: 'This is not the newest code, or it is too old. Look again, or ask for another.' },
]);

const hashOfCode = (sessionId: string, code: string): Buffer =>
  createHash('sha256').update(`${sessionId} ${code}`).digest();

async function sessionBehind(transaction: Transaction, token: string): Promise<{ id: string; personId: string }> {
  const [session] = await transaction.query<{ id: string; personId: string }>(
    'select id, person_id as "personId" from session where token_hash = $1 and expires_at > now()',
    [hashOfToken(token)],
  );
  if (!session) throw new Error('The session ended while it was asking.');
  return session;
}

/** @returns whom to send it to; null when the session has ended meanwhile. */
async function keepCode(transaction: Transaction, sessionId: string, code: string): Promise<Recipient | null> {
  const [person] = await transaction.query<Recipient>(
    `select p.email, p.language from session s join person p on p.id = s.person_id
     where s.id = $1 and s.expires_at > now() and p.deactivated_at is null`,
    [sessionId],
  );
  if (!person) return null;
  await transaction.query(
    `insert into sign_in_code (session_id, code_hash, expires_at)
     values ($1, $2, now() + interval '${minutesOfCode} minutes')
     on conflict (session_id) do update
     set code_hash = excluded.code_hash, expires_at = excluded.expires_at, wrong_answers = 0`,
    [sessionId, hashOfCode(sessionId, code)],
  );
  return person;
}

async function useCode(transaction: Transaction, sessionId: string, code: string): Promise<boolean> {
  // Counted before it is looked at: of many answers at once no more than five are.
  const [kept] = await transaction.query<{ codeHash: Buffer }>(
    `update sign_in_code set wrong_answers = wrong_answers + 1
     where session_id = $1 and expires_at > now() and wrong_answers < ${triesOfCode}
     returning code_hash as "codeHash"`,
    [sessionId],
  );
  const answer = hashOfCode(sessionId, code.replaceAll(/\D/g, ''));
  if (!kept || !timingSafeEqual(Buffer.from(kept.codeHash), answer)) return false;
  await transaction.query('delete from sign_in_code where session_id = $1', [sessionId]);
  return true;
}
