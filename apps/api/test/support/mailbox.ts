import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { TestHub } from './test-hub';

/** The messages to an address that the hub has sent, oldest first, read as a mail program reads them. */
export async function mailTo(hub: TestHub, email: string): Promise<ParsedMail[]> {
  const folder = hub.settings.mailFolder;
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const messages = await Promise.all(files.map((file) => simpleParser(readFileSync(join(folder, file)))));
  return messages.filter(({ to }) => [to].flat().some((recipient) => recipient?.text === email));
}

/** The token in the link of a message. */
export function tokenIn(message: ParsedMail): string {
  const [, token] = /#token=([\w-]+)/.exec(message.text ?? '') ?? [];
  if (!token) throw new Error(`The message has no link with a token: ${message.text}`);
  return token;
}
