import { Injectable } from '@nestjs/common';
import { hashOfToken, newToken, PendingInvitations } from '@sos/identity-server';
import type { Transaction } from '@sos/platform-server';

/**
 * Whoever an identity provider vouches for has proved their address, as the link in the invitation's mail would: they are
 * led to the invitation as if they had opened that.
 */
@Injectable()
export class ProviderInvitations extends PendingInvitations {
  async pathFor(transaction: Transaction, email: string, agencyIds: readonly string[]): Promise<string | null> {
    const token = newToken();
    const [invited] = await transaction.query(
      `insert into invitation_token (token_hash, invitation_id)
       select $3, i.id from invitation i
       where i.email = $1 and i.agency_id = any($2::uuid[])
         and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
       order by i.invited_at desc limit 1
       returning invitation_id`,
      [email, agencyIds, hashOfToken(token)],
    );
    return invited ? `/invitation#token=${token}` : null;
  }
}
