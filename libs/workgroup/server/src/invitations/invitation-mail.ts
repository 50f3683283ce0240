import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { hashOfToken, newToken, roleWords } from '@sos/identity-server';
import {
  Database,
  Mailer,
  OutboxHandlers,
  SETTINGS,
  subjectWords,
  writeLetter,
  type Settings,
} from '@sos/platform-server';
import { seatRoleWords } from '../membership/seat-words';
import { InvitationRepository, type InvitationRow } from './invitation.repository';
import { daysOfInvitation } from './invitation.rules';

export const invitationMailTopic = 'invitation.mail';

/** Mails the link. Its token is made here and nowhere kept but as a hash, so nobody can read it and go in its place. */
@Injectable()
export class InvitationMail implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly invitations: InvitationRepository,
    private readonly mailer: Mailer,
    private readonly handlers: OutboxHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(invitationMailTopic, ({ invitationId }: { invitationId: string }) =>
      this.send(invitationId),
    );
  }

  /** May run again for the same entry: then both links work, until one of them is used. */
  private async send(invitationId: string): Promise<void> {
    const token = newToken();
    const invitation = await this.database.transaction(async (transaction) => {
      const row = await this.invitations.lock(transaction, invitationId);
      if (row?.state !== 'open') return null;
      await transaction.query('insert into invitation_token (token_hash, invitation_id) values ($1, $2)', [
        hashOfToken(token),
        row.id,
      ]);
      await transaction.query('update invitation set mailed_at = now(), mail_count = mail_count + 1 where id = $1', [
        row.id,
      ]);
      return row;
    });
    if (!invitation) return;
    const { email, invitedBy } = invitation;
    await this.mailer.send({
      to: email,
      subject: subjectWords(`${invitedBy.fullName} invites you to SOS Hub`),
      ...writeLetter({
        heading: `${invitedBy.fullName} invites you to SOS Hub`,
        paragraphs: wordsOf(invitation),
        action: { label: 'Look at the invitation', address: `${this.settings.publicUrl}/invitation#token=${token}` },
        notes: [
          `The link works once, for ${daysOfInvitation} days. Nothing happens until you accept.`,
          'If you did not expect this message, leave it be.',
        ],
        reason: `You get this because ${invitedBy.fullName} (${invitedBy.email}) gave your address to SOS Hub.`,
      }),
    });
  }
}

/** "As member of Harm Reduction for Public Health, and data steward." and what the inviter wrote. */
function wordsOf({ seatRole, bodyName, agency, roles, note }: InvitationRow): string[] {
  const parts = [
    ...(seatRole ? [`${seatRoleWords[seatRole]} of ${bodyName}`] : []),
    ...roles.map((role) => roleWords[role]),
  ];
  const as = parts.length > 0 ? `, as ${parts.join(' and ')}` : '';
  const asked = `You are asked to take part in the Statewide Overdose Safety Workgroup for ${agency.name}${as}.`;
  return note ? [asked, `“${note}”`] : [asked];
}
