import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from './logger';

const references = new WeakMap<Request, string>();

/** The reference that the log and the person's error message share. Short enough to read out on the telephone. */
export const requestIdOf = (request: Request): string => references.get(request) ?? 'unknown';

/** Gives every request its reference, and logs it when it is answered. */
export function requestIdentity(logger: Logger): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const requestId = randomBytes(5)
      .toString('hex')
      .toUpperCase()
      .replace(/(.{5})/, '$1-');
    references.set(request, requestId);
    response.setHeader('x-request-id', requestId);
    const started = performance.now();
    response.on('finish', () => {
      const milliseconds = Math.round(performance.now() - started);
      const line = { requestId, method: request.method, path: request.path, status: response.statusCode, milliseconds };
      if (response.statusCode >= 500) logger.error(line, 'request failed');
      else logger.debug(line, 'request');
    });
    next();
  };
}
