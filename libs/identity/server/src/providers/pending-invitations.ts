import type { Transaction } from '@sos/platform-server';

/** Where somebody goes on who is not in the hub yet but is invited. Provided by the domain that knows invitations. */
export abstract class PendingInvitations {
  /**
   * @param email Proved to be theirs.
   * @param agencyIds Agencies that whoever proved it may speak for.
   * @returns a path within the hub, with what accepts the invitation in its fragment; null for nobody who is invited.
   */
  abstract pathFor(transaction: Transaction, email: string, agencyIds: readonly string[]): Promise<string | null>;
}
