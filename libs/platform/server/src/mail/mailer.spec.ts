import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import pino from 'pino';
import { SMTPServer } from 'smtp-server';
import { readSettings } from '../settings';
import type { Mail } from './mail';
import { writeLetter } from './mail-letter';
import { Mailer } from './mailer';

const address = 'https://hub.example.org/sign-in/one-time#token=abc_DEF-123';
const letter = writeLetter({
  heading: 'Sign in to <SOS Hub> & more',
  paragraphs: ['Somebody asked for an address to sign in with.'],
  action: { label: 'Sign in to SOS Hub', address },
  notes: ['It works once, within 30 minutes.'],
  reason: 'You get this because you take part in the workgroup.',
});
const mail: Mail = { to: 'robin@example.org', subject: 'Sign in: Ángel’s hub', ...letter };

const hostile = ['\r\nBcc: eve@example.org', '\nBcc: eve@example.org', '\rBcc: eve@example.org', '\u2028x', '\u0000'];

describe('with a mail server', () => {
  const received: { message: ParsedMail; to: string[] }[] = [];
  let server: SMTPServer;
  let mailer: Mailer;
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        simpleParser(stream).then((message) => (received.push({ message, to }), done()), done);
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    mailer = mailerWith({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'SOS Hub <hub@example.org>' });
  });
  beforeEach(() => {
    received.length = 0;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  test('a message arrives with both parts, whole', async () => {
    await mailer.send(mail);
    const [{ message, to }] = received as [(typeof received)[number]];
    expect(to).toEqual(['robin@example.org']);
    expect(message.subject).toBe('Sign in: Ángel’s hub');
    expect(message.from?.text).toBe('"SOS Hub" <hub@example.org>');
    expect(message.headers.get('auto-submitted')).toBe('auto-generated');
    expect(message.text).toContain(`Sign in to SOS Hub:\n${address}`);
    expect(message.text).toContain('You get this because');
    expect(message.html).toContain(`<a href="${address}"`);
    expect(message.attachments).toEqual([]);
  });

  test('a name with commas and brackets in the address is no second recipient', async () => {
    for (const to of [
      'a@example.org, b@example.org',
      'A <a@example.org>',
      'a@example.org;b@example.org',
      'nobody',
      '',
    ]) {
      await expect(mailer.send({ ...mail, to })).rejects.toThrow('not one address');
    }
    expect(received).toEqual([]);
  });

  test.each(hostile)('a break in a header is refused (%#)', async (injected) => {
    await expect(mailer.send({ ...mail, subject: `Sign in${injected}` })).rejects.toThrow('subject');
    await expect(mailer.send({ ...mail, to: `robin@example.org${injected}` })).rejects.toThrow('recipient');
    await expect(mailer.send({ ...mail, to: `robin${injected}@example.org` })).rejects.toThrow('recipient');
    expect(received).toEqual([]);
  });

  test('a server that refuses the message is no success', async () => {
    const deaf = mailerWith({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'hub@example.org' });
    await expect(deaf.send(mail)).rejects.toThrow();
  });
});

describe('without a mail server', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sos-mail-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('a message becomes a file that only this account reads, and the log says where and with what link', async () => {
    const lines: string[] = [];
    const mailer = new Mailer(
      readSettings({ DATA_DIR: folder }),
      pino({ level: 'info' }, { write: (line) => void lines.push(line) }),
    );
    await mailer.send(mail);
    await mailer.send({ ...mail, to: 'second@example.org' });
    const files = readdirSync(join(folder, 'outbox'));
    expect(files).toHaveLength(2);
    const path = join(folder, 'outbox', files.sort()[0]!);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const message = await simpleParser(readFileSync(path));
    expect(message).toMatchObject({ subject: mail.subject, text: expect.stringContaining(address) });
    expect(JSON.parse(lines[0]!)).toMatchObject({ file: path, to: mail.to, address });
  });
});

describe('a letter', () => {
  test('says its language, has one heading, and its link has words', () => {
    expect(letter.html).toMatch(/<html lang="en">/);
    expect(letter.html.match(/<h1/g)).toHaveLength(1);
    expect(letter.html).toMatch(/<a [^>]*>Sign in to SOS Hub<\/a>/);
    expect(letter.html).not.toMatch(/<img|<script|<link|url\(/);
  });

  test('is text, whatever a person wrote into it', () => {
    const { html } = writeLetter({
      heading: '<script>alert(1)</script>',
      paragraphs: ['"><img src=x onerror=alert(1)>'],
      reason: '</main>',
    });
    expect(html).not.toMatch(/<script|<img|<\/main>[\s\S]*<\/main>/);
  });

  test('links to web addresses only', () => {
    const action = { label: 'Open', address: 'javascript:alert(1)' };
    expect(() => writeLetter({ heading: 'H', paragraphs: [], action, reason: 'R' })).toThrow('web address');
  });
});

function mailerWith(environment: NodeJS.ProcessEnv): Mailer {
  return new Mailer(readSettings(environment), pino({ level: 'silent' }));
}
