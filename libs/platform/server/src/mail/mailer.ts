import { Inject, Injectable } from '@nestjs/common';
import nodemailer from 'nodemailer';
import type { Logger } from '../http/logger';
import type { Settings } from '../settings';
import { LOGGER, SETTINGS } from '../tokens';
import { checkedMail, type Mail } from './mail';
import { fileMail } from './mail-file';

/** Whoever answers no mail must not be answered by a machine. */
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

type Deliver = (mail: Mail) => Promise<void>;

/** The one way out for mail: an SMTP server where the settings name one, else files in the data folder. */
@Injectable()
export class Mailer {
  private readonly deliver: Deliver;

  constructor(@Inject(SETTINGS) settings: Settings, @Inject(LOGGER) logger: Logger) {
    this.deliver = settings.smtpUrl ? bySmtp(settings.smtpUrl, settings.mailFrom) : byFile(settings, logger);
  }

  /**
   * Resolves when the mail server has taken the message. Call it outside of a transaction, from an outbox handler.
   * @throws MailHeaderError for values that must not become part of a header.
   */
  async send(mail: Mail): Promise<void> {
    await this.deliver(checkedMail(mail));
  }
}

function bySmtp(url: string, from: string): Deliver {
  const { hostname, protocol, searchParams } = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const transport = nodemailer.createTransport(
    {
      url,
      // A link that signs somebody in must not cross a network in the clear.
      ...(protocol === 'smtp:' && !isHere && !searchParams.has('requireTLS') ? { requireTLS: true } : {}),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from, headers: automatic },
  );
  return async ({ to, ...parts }) => {
    await transport.sendMail({ ...parts, to: { name: '', address: to } });
  };
}

function byFile({ mailFolder, mailFrom }: Settings, logger: Logger): Deliver {
  const transport = nodemailer.createTransport(
    { streamTransport: true, buffer: true, newline: 'unix', disableFileAccess: true, disableUrlAccess: true },
    { from: mailFrom, headers: automatic },
  );
  return async ({ to, ...parts }) => {
    const { message } = await transport.sendMail({ ...parts, to: { name: '', address: to } });
    const file = fileMail(mailFolder, message as Buffer);
    const [address] = /https?:\/\/\S+/.exec(parts.text) ?? [];
    // There is no mail server: whoever runs the hub finds the message, and its link, here.
    logger.info({ file, to, subject: parts.subject, address }, 'mail written to a file');
  };
}
