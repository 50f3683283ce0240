import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from './logger';

const references = new WeakMap<IncomingMessage, string>();

/** The reference that the log and the person's error message share. Short enough to read out on the telephone. */
export const requestIdOf = (request: IncomingMessage): string => references.get(request) ?? 'unknown';

/** Gives every request its reference, and logs it when it is answered. */
export function requestIdentity(
  logger: Logger,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  const origin = randomBytes(3).toString('hex').toUpperCase();
  let count = 0;
  return (request, response, next) => {
    count += 1;
    const requestId = `${origin}-${count.toString(36).toUpperCase()}`;
    references.set(request, requestId);
    response.setHeader('x-request-id', requestId);
    const { method, url = '' } = request;
    const started = performance.now();
    response.on('finish', () => {
      const isFailure = response.statusCode >= 500;
      if (!isFailure && !logger.isLevelEnabled('debug')) return;
      const milliseconds = Math.round(performance.now() - started);
      const line = { requestId, method, path: url.split('?')[0], status: response.statusCode, milliseconds };
      if (isFailure) logger.error(line, 'request failed');
      else logger.debug(line, 'request');
    });
    next();
  };
}
