import { Injectable } from '@nestjs/common';
import { ViewerSource, type Transaction } from '@sos/platform-server';
import { needsPasskey } from '../viewer.rules';
import { CheckPasskey } from './check-passkey';
import { findCredentials } from './passkey.repository';

/** What a link by mail does not prove: for those who can do much harm, whoever reads their mail is not enough. */
@Injectable()
export class SecondStep {
  constructor(
    private readonly viewers: ViewerSource,
    private readonly passkeys: CheckPasskey,
  ) {}

  /**
   * What the browser must be asked besides.
   * @returns null when the link is enough for this person.
   */
  async ask(transaction: Transaction, personId: string, browser: () => Buffer): Promise<object | null> {
    const viewer = await this.viewers.ofPerson(personId, transaction);
    if (!viewer || !needsPasskey(viewer)) return null;
    const credentials = await findCredentials(transaction, personId);
    return credentials.length > 0 ? this.passkeys.ask(transaction, browser(), 'second step', personId) : null;
  }
}
