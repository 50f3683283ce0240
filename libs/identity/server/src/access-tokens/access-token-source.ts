import { Injectable } from '@nestjs/common';
import { Database, TokenSource, type TokenAccess } from '@sos/platform-server';
import { hashOfToken } from '../sign-in/session.repository';
import { tokenPrefix } from './access-tokens';

/** Whose token a program sends, and what it may do: neither revoked, nor over, nor of somebody who has left. */
@Injectable()
export class AccessTokenSource extends TokenSource {
  constructor(private readonly database: Database) {
    super();
  }

  async find(token: string): Promise<TokenAccess | null> {
    if (!token.startsWith(tokenPrefix) || token.length > 100) return null;
    const [access] = await this.database.query<TokenAccess & { isUnseen: boolean }>(
      `select t.id as "tokenId", t.person_id as "personId", t.may_write as "mayWrite",
         coalesce(t.last_used_at < now() - interval '1 minute', true) as "isUnseen"
       from access_token t join person p on p.id = t.person_id and p.deactivated_at is null
       where t.token_hash = $1 and t.revoked_at is null and t.expires_at > now()`,
      [hashOfToken(token)],
    );
    if (!access) return null;
    const { isUnseen, ...found } = access;
    if (isUnseen) this.touch(found.tokenId);
    return found;
  }

  /** Nobody waits for it. */
  private touch(tokenId: string): void {
    this.database.query('update access_token set last_used_at = now() where id = $1', [tokenId]).catch(() => undefined);
  }
}
