import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { eventually } from './eventually';

/** The mail of a hub without a mail server: files in its data folder, read as a mail program reads them. */
export class Mailbox {
  private readonly seen = new Set<string>();

  constructor(private readonly dataFolder: string) {}

  /** The next message to this address with these words in its subject. Each message is handed out once. */
  async next(to: string, subject: string): Promise<ParsedMail> {
    let found: ParsedMail | undefined;
    await eventually(async () => {
      for (const file of this.unseen()) {
        const message = await simpleParser(readFileSync(file));
        const isIt = [message.to].flat()[0]?.text === to && message.subject?.includes(subject);
        if (!isIt) continue;
        this.seen.add(file);
        found = message;
      }
      if (!found) throw new Error(`No new message "${subject}" to ${to}.`);
    }, 20_000);
    return found!;
  }

  async nextLink(to: string, subject: string): Promise<string> {
    const { text } = await this.next(to, subject);
    const [link] = /https?:\/\/\S+#token=\S+/.exec(text ?? '') ?? [];
    if (!link) throw new Error(`The message has no link: ${text}`);
    return link;
  }

  private unseen(): string[] {
    const folder = join(this.dataFolder, 'outbox');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .sort()
      .map((file) => join(folder, file))
      .filter((file) => !this.seen.has(file));
  }
}
