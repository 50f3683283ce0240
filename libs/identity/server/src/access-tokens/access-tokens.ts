import { Injectable } from '@nestjs/common';
import { ActivityRecorder, type Actor } from '@sos/activity-server';
import {
  checkInput,
  Database,
  encodeId,
  notAllowed,
  Once,
  plainText,
  requireViewer,
  type HubContext,
  type Queryable,
  type Transaction,
} from '@sos/platform-server';
import { z } from 'zod';
import { requireRecentSignIn } from '../sign-in/recent-sign-in';
import { hashOfToken, newToken } from '../sign-in/session.repository';
import type { AccessToken, CreateAccessTokenInput, CreateAccessTokenResult } from './access-token.types';

/** Tells secret scanners and people what it is. */
export const tokenPrefix = 'sos_pat_';
const mostOfOnePerson = 20;

const shape = z.object({
  name: plainText('The name', { minimum: 1, maximum: 100 }),
  mayWrite: z.boolean(),
  days: z.number().min(1, 'A token works at least a day.').max(365, 'A token works a year at the most.'),
});

const columns = `id, name, may_write as "mayWrite", created_at as "createdAt", expires_at as "expiresAt",
  last_used_at as "lastUsedAt", expires_at <= now() as "isExpired"`;

/** A person's own tokens: made, listed and revoked in a session, never with a token. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly database: Database,
    private readonly once: Once,
    private readonly activity: ActivityRecorder,
  ) {}

  list(personId: string, queryable: Queryable = this.database): Promise<AccessToken[]> {
    return queryable
      .query<AccessToken>(
        `select ${columns} from access_token where person_id = $1 and revoked_at is null order by created_at desc, id`,
        [personId],
      )
      .then((rows) => rows.map(opaque));
  }

  async create(input: CreateAccessTokenInput, context: HubContext): Promise<CreateAccessTokenResult> {
    const viewer = requireViewer(context);
    const { value, refusal } = checkInput(shape, { name: input.name, mayWrite: input.mayWrite, days: input.days });
    if (refusal) return refusal;
    const make = async (transaction: Transaction): Promise<CreateAccessTokenResult> => {
      const again = await requireRecentSignIn(transaction, context);
      if (again) return again;
      const token = tokenPrefix + newToken();
      const [accessToken] = await transaction.query<AccessToken>(
        `insert into access_token (person_id, name, token_hash, may_write, expires_at)
         select $1::uuid, $2::text, $3::bytea, $4::boolean, now() + make_interval(days => $5::integer)
         where (select count(*) from access_token where person_id = $1::uuid and revoked_at is null) < ${mostOfOnePerson}
         returning ${columns}`,
        [viewer.personId, value.name, hashOfToken(token), value.mayWrite, value.days],
      );
      if (!accessToken) return notAllowed(`You have ${mostOfOnePerson} tokens. Revoke one that you no longer need.`);
      const { mayWrite, days } = value;
      await this.trail(transaction, viewer, 'made an access token', { name: value.name, mayWrite, days });
      return { __typename: 'CreateAccessTokenSuccess', accessToken: opaque(accessToken), token };
    };
    return this.once.do({ mutation: 'createAccessToken', input, context }, make, {
      keep: (result) => (result.__typename === 'CreateAccessTokenSuccess' ? { id: result.accessToken.id } : null),
      again: async (transaction, { id }) => {
        const accessToken = (await this.list(viewer.personId, transaction)).find((one) => one.id === id);
        return accessToken
          ? { __typename: 'CreateAccessTokenSuccess', accessToken, token: null }
          : notAllowed('This token was revoked meanwhile. Make another.');
      },
    });
  }

  /** @returns false when the person has no such token. */
  async revoke(person: Actor, id: string): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      const [revoked] = await transaction.query<{ name: string }>(
        `update access_token set revoked_at = now() where id = $1 and person_id = $2 and revoked_at is null returning name`,
        [id, person.personId],
      );
      if (revoked) await this.trail(transaction, person, 'revoked an access token', { name: revoked.name });
      return Boolean(revoked);
    });
  }

  private trail(transaction: Transaction, person: Actor, action: string, after: object): Promise<void> {
    return this.activity.record(transaction, person, {
      action,
      subjectType: 'Person',
      subjectId: person.personId,
      subjectLabel: person.fullName,
      after,
      visibleInFeed: false,
    });
  }
}

/** Ends every token of somebody who leaves. */
export const revokeTokensOf = (transaction: Transaction, personId: string): Promise<unknown> =>
  transaction.query('update access_token set revoked_at = now() where person_id = $1 and revoked_at is null', [
    personId,
  ]);

const opaque = (row: AccessToken): AccessToken => ({ ...row, id: encodeId('AccessToken', row.id) });
