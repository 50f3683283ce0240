/**
 * SQLSTATE codes that say nothing against the request: the connection broke, the server is stopping, starting,
 * recovering or a standby now, it lacks space, memory or connections, or it undid this transaction for another's sake.
 */
const statesOfAway = /^(08...|53...|57P0[1235]|25006|40001|40P01|55P03|58030)$/;

/** What Node says of a connection that could not be made or has gone. */
const codesOfAway = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The driver gives these no code. */
const wordsOfAway = [
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
];

interface DriverError {
  code?: unknown;
  message?: unknown;
  name?: unknown;
  cause?: unknown;
  driverError?: unknown;
  originalError?: unknown;
  /** Of something thrown that GraphQL does not know as an error. */
  thrownValue?: unknown;
}

/**
 * Whether something failed because the database cannot serve at this moment, so that the same request may well succeed
 * a little later. Whoever commits as the connection breaks cannot know whether it was done: a retry needs the version
 * that it saw, or an idempotency key.
 */
export const isDatabaseAway = (error: unknown): boolean => someCause(error, saysAway);

/**
 * Whether PostgreSQL stopped a statement because it took longer than STATEMENT_SECONDS allows. Its transaction was
 * undone; the same request would take as long again, so nobody is told to repeat it at once.
 */
export const tookTooLong = (error: unknown): boolean => someCause(error, ({ code }) => code === '57014');

function someCause(error: unknown, says: (cause: DriverError) => boolean): boolean {
  let cause = error as DriverError | undefined | null;
  for (let depth = 0; cause && depth < 5; depth += 1) {
    if (says(cause)) return true;
    cause = (cause.driverError ?? cause.originalError ?? cause.thrownValue ?? cause.cause) as DriverError | undefined;
  }
  return false;
}

function saysAway({ code, message, name }: DriverError): boolean {
  if (typeof code === 'string' && (statesOfAway.test(code) || codesOfAway.has(code))) return true;
  // A transaction whose connection broke is told so by its next statement.
  if (name === 'QueryRunnerAlreadyReleasedError') return true;
  return typeof message === 'string' && wordsOfAway.some((words) => message.startsWith(words));
}
