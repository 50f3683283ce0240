import type { HubContext, Queryable } from '@sos/platform-server';
import { hashOfToken } from './session.repository';
import type { SignInAgainRefusal } from './sign-in-again.types';

/**
 * For consequential acts: whoever sits at a computer that was left open cannot do them. Asks the database, through the
 * transaction of the act, by the database's clock.
 *
 *     const refusal = await requireRecentSignIn(transaction, context);
 *     if (refusal) return refusal;
 *
 * @returns null when the person proved within so many minutes who they are. The web app answers the refusal with a
 * dialog and does the act again: see `useSignInAgain`.
 */
export async function requireRecentSignIn(
  database: Queryable,
  { sessionToken }: Pick<HubContext, 'sessionToken'>,
  minutes = 15,
): Promise<SignInAgainRefusal | null> {
  const recent =
    sessionToken !== null &&
    (
      await database.query(
        'select 1 from session where token_hash = $1 and authenticated_at > now() - make_interval(mins => $2)',
        [hashOfToken(sessionToken), minutes],
      )
    ).length > 0;
  return recent
    ? null
    : {
        __typename: 'SignInAgainRefusal',
        message: 'Confirm that it is you: this needs a sign-in of the last few minutes. Nothing was changed yet.',
        minutes,
      };
}
