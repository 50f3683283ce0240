import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { RetryLink } from '@apollo/client/link/retry';
import { map, timeout } from 'rxjs';
import { readFailure } from './readFailure';

/** Longer than any act takes; a proxy that lost its other side may keep a connection open for ever. */
const longestAct = 20_000;
const usualPauses = [400, 1_000, 2_500, 5_000];
/** Who is told to wait longer hears it, rather than looking at a busy button. */
const longestPause = 10_000;

/** Puts the key of the person's intent where the hub reads it. */
export const intentLink = new ApolloLink((operation, forward) => {
  const { intentKey } = operation.getContext() as { intentKey?: string };
  if (intentKey) {
    const input = operation.variables['input'] as object;
    operation.variables = { ...operation.variables, input: { ...input, idempotencyKey: intentKey } };
  }
  return forward(operation);
});

/**
 * Tries an act again when nobody knows whether it was done: the network failed, the hub or a proxy before it was away,
 * or the answer did not come. Only acts that the hub knows again by their key, or that are the same done twice.
 */
export const retryLostAnswers = (pauses: readonly number[] = usualPauses): ApolloLink => {
  const retryLink = new RetryLink({
    attempts: (attempt, operation, error) =>
      attempt <= pauses.length && isRepeatable(operation) && isLost(error) && askedPause(operation) <= longestPause,
    delay: (attempt, operation) => {
      const pause = pauses[attempt - 1] ?? 0;
      return Math.max(askedPause(operation), pause / 2 + Math.random() * pause);
    },
  });
  const limitLink = new ApolloLink((operation, forward) => {
    // What an earlier try was told must not count for the next.
    operation.setContext({ response: undefined });
    const answer = forward(operation);
    return isRepeatable(operation) ? answer.pipe(timeout({ first: longestAct }), map(busyAsError)) : answer;
  });
  return ApolloLink.from([retryLink, limitLink]);
};

const isRepeatable = (operation: ApolloLink.Operation): boolean => {
  const { intentKey, isRepeatable: isSaidToBe } = operation.getContext() as {
    intentKey?: string;
    isRepeatable?: boolean;
  };
  return intentKey !== undefined || isSaidToBe === true;
};

const isLost = (error: unknown): boolean => ['offline', 'busy'].includes(readFailure(error).kind);

/** A hub that is too busy may say so in GraphQL's own form; the link that tries again looks at errors only. */
const busyAsError = (result: ApolloLink.Result): ApolloLink.Result => {
  if (!result.errors) return result;
  const error = new CombinedGraphQLErrors(result);
  if (isLost(error)) throw error;
  return result;
};

/** `Retry-After` in milliseconds; 0 when nothing is asked. It may be a number of seconds or a date. */
const askedPause = (operation: ApolloLink.Operation): number => {
  const { response } = operation.getContext() as { response?: Response };
  const asked = response?.headers.get('retry-after');
  if (!asked) return 0;
  const seconds = Number(asked);
  return Math.max(0, Number.isNaN(seconds) ? Date.parse(asked) - Date.now() || 0 : seconds * 1_000);
};
