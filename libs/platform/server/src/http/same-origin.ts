import type { NextFunction, Request, RequestHandler, Response } from 'express';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page asks a signed-in browser for. Browsers always say where a request
 * comes from; programs without a browser send neither header and carry no cookie that could be misused.
 */
export function sameOriginOnly(publicUrl: string): RequestHandler {
  const publicHost = new URL(publicUrl).host;
  return (request: Request, response: Response, next: NextFunction) => {
    if (safeMethods.has(request.method) || comesFromHere(request, publicHost)) return next();
    response
      .status(403)
      .json({ errors: [{ message: 'Requests from other sites are refused.', extensions: { code: 'CROSS_SITE' } }] });
  };
}

function comesFromHere(request: Request, publicHost: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  if (!origin) return true;
  const host = hostOf(origin);
  return host !== null && (host === publicHost || host === request.headers.host);
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
