import { HeaderMap } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isDatabaseAway, tookTooLong } from '../database/database-away';
import { awayCode, awayMessage, secondsUntilRetry, tooLongCode, tooLongMessage } from '../http/database-away.filter';
import type { Logger } from '../http/logger';

/** Codes that speak to the person or programmer; anything else is a surprise and is masked. */
const spoken = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'AD_HOC_OPERATION',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'TOO_MANY_REQUESTS',
  'SERVICE_UNAVAILABLE',
]);

/** A message may repeat what was sent, which may be long. */
const shortened = (message: string) => (message.length > 1_000 ? `${message.slice(0, 1_000)} …` : message);

/** Masks what nobody expected, and gives it a reference under which the log has the whole of it. */
export function formatErrors(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    const code = String(formatted.extensions?.code ?? 'INTERNAL_SERVER_ERROR');
    const reference = String((error as GraphQLError).extensions?.reference ?? 'unknown');
    const expected = spoken.has(code) && (cause === error || cause instanceof GraphQLError);
    if (expected) {
      return {
        message: shortened(formatted.message),
        locations: formatted.locations,
        path: formatted.path,
        extensions: { code },
      };
    }
    if (isDatabaseAway(cause)) {
      logger.warn({ reference, path: formatted.path, err: cause }, 'the database is away');
      return { message: awayMessage(reference), path: formatted.path, extensions: { code: awayCode, reference } };
    }
    if (tookTooLong(cause)) {
      logger.warn({ reference, path: formatted.path, err: cause }, 'a statement took too long');
      return { message: tooLongMessage(reference), path: formatted.path, extensions: { code: tooLongCode, reference } };
    }
    logger.error({ reference, path: formatted.path, err: cause }, 'unexpected error');
    return {
      message: `Something went wrong on our side. Nothing was changed. Try again; if it stays, tell us the reference ${reference}.`,
      path: formatted.path,
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
    };
  };
}

/**
 * Marks an error with the request's reference, so that the person and the log name the same one.
 * While the database is away, the answer is 503 with the time to try again: clients and proxies know what to do. What
 * took too long is 503 without one: nobody should repeat it by itself.
 */
export function markError(error: GraphQLError, reference: string): void {
  error.extensions.reference = reference;
  if (tookTooLong(error)) error.extensions.http = { status: 503 };
  if (!isDatabaseAway(error)) return;
  error.extensions.http = { status: 503, headers: new HeaderMap([['retry-after', String(secondsUntilRetry)]]) };
}
