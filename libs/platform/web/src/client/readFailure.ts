import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';

export type FailureKind =
  'offline' | 'signedOut' | 'notAllowed' | 'invalid' | 'oldPage' | 'tooMany' | 'tooLong' | 'busy' | 'unexpected';

export type Failure = {
  kind: FailureKind;
  /** What happened and what to do, in one or two sentences. */
  message: string;
  /** What to quote when asking for help; null when the server never answered. */
  reference: string | null;
};

const sentences: Record<FailureKind, string> = {
  offline: 'The hub could not be reached. Check the network, then try again.',
  signedOut: 'You are signed out. Sign in to go on; what you typed is kept.',
  notAllowed: 'You do not have access to this.',
  invalid: 'The hub could not read the request. Reload the page and try again.',
  oldPage: 'This page is of an earlier version of the hub. Reload it; what you typed is kept.',
  tooMany: 'There were too many requests at once. Wait a minute, then try again; what you typed is kept.',
  tooLong: 'This took longer than the hub allows. Ask for less, with a filter perhaps, or try again in a minute.',
  busy: 'The hub is busy. Try again in a minute.',
  unexpected: 'Something went wrong in the hub. Try again in a minute.',
};

const kindsByCode: Record<string, FailureKind> = {
  UNAUTHENTICATED: 'signedOut',
  FORBIDDEN: 'notAllowed',
  BAD_USER_INPUT: 'invalid',
  GRAPHQL_VALIDATION_FAILED: 'invalid',
  AD_HOC_OPERATION: 'oldPage',
  TOO_MANY_REQUESTS: 'tooMany',
  TOOK_TOO_LONG: 'tooLong',
  SERVICE_UNAVAILABLE: 'busy',
};
const kindsByStatus: Record<number, FailureKind> = {
  401: 'signedOut',
  403: 'notAllowed',
  429: 'tooMany',
  502: 'busy',
  503: 'busy',
  504: 'busy',
};

type Extensions = { code?: unknown; reference?: unknown };

const failure = (kind: FailureKind, reference: unknown, wait: string | null = null): Failure => ({
  kind,
  message: wait ? sentences[kind].replace(/\ba minute\b/, wait) : sentences[kind],
  reference: typeof reference === 'string' ? reference : null,
});

/** A refused GraphQL request may come with HTTP 4xx and the errors still in its body. */
const extensionsInBody = (bodyText: string): Extensions => {
  try {
    const body = JSON.parse(bodyText) as { errors?: { extensions?: Extensions }[]; reference?: unknown };
    return body.errors?.[0]?.extensions ?? { reference: body.reference };
  } catch {
    return {};
  }
};

const kindOf = (code: unknown): FailureKind | undefined =>
  typeof code === 'string' && Object.hasOwn(kindsByCode, code) ? kindsByCode[code] : undefined;

/** How long the hub asks to wait. */
const waitWords = (seconds: string | null): string | null => {
  if (!seconds || !/^\d{1,5}$/.test(seconds)) return null;
  const count = Number(seconds);
  if (count > 90) return `${Math.ceil(count / 60)} minutes`;
  return count === 1 ? 'a second' : `${count} seconds`;
};

/** Reads any error that a query, a mutation or a lazy page can throw. */
export const readFailure = (error: unknown): Failure => {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions: Extensions = error.errors[0]?.extensions ?? {};
    return failure(kindOf(extensions.code) ?? 'unexpected', extensions.reference);
  }
  if (ServerError.is(error)) {
    const extensions = extensionsInBody(error.bodyText);
    return failure(
      kindOf(extensions.code) ?? kindsByStatus[error.statusCode] ?? 'unexpected',
      extensions.reference ?? error.response.headers.get('x-request-id'),
      waitWords(error.response.headers.get('retry-after')),
    );
  }
  // fetch and import() both answer a lost network with a TypeError.
  if (error instanceof TypeError && /fetch|network|load|import/i.test(error.message)) return failure('offline', null);
  // Nobody answered in time, or the connection broke in the middle of the answer.
  if (ServerParseError.is(error) || (error instanceof Error && error.name === 'TimeoutError'))
    return failure('offline', null);
  return failure('unexpected', null);
};
