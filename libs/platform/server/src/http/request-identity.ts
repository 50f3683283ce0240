import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from './logger';

const references = new WeakMap<Request, string>();

/** The reference that the log and the person's error message share. Short enough to read out on the telephone. */
export const requestIdOf = (request: Request): string => references.get(request) ?? 'unknown';

/** Gives every request its reference, and logs it when it is answered. */
export function requestIdentity(logger: Logger): RequestHandler {
  const origin = randomBytes(3).toString('hex').toUpperCase();
  let count = 0;
  return (request: Request, response: Response, next: NextFunction) => {
    count += 1;
    const requestId = `${origin}-${count.toString(36).toUpperCase()}`;
    references.set(request, requestId);
    response.setHeader('x-request-id', requestId);
    const started = performance.now();
    response.on('finish', () => {
      const isFailure = response.statusCode >= 500;
      if (!isFailure && !logger.isLevelEnabled('debug')) return;
      const milliseconds = Math.round(performance.now() - started);
      const line = { requestId, method: request.method, path: request.path, status: response.statusCode, milliseconds };
      if (isFailure) logger.error(line, 'request failed');
      else logger.debug(line, 'request');
    });
    next();
  };
}
