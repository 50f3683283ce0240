import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { refuse, type RefusedRequest } from './refused-request';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page asks a signed-in browser for. Browsers always say where a request
 * comes from; programs without a browser send neither header and carry no cookie that could be misused.
 */
export function sameOriginOnly(publicUrl: string): RequestHandler {
  const refusalOf = crossSiteRefusal(publicUrl);
  return (request, response, next) => {
    const refusal = refusalOf(request);
    if (refusal) refuse(response, refusal);
    else next();
  };
}

/** The decision of {@link sameOriginOnly}; null for a request that may go on. */
export function crossSiteRefusal(publicUrl: string): (request: IncomingMessage) => RefusedRequest | null {
  const publicHost = new URL(publicUrl).host;
  const refusal = { status: 403, message: 'Requests from other sites are refused.', code: 'CROSS_SITE' };
  return (request) => (safeMethods.has(request.method ?? '') || comesFromHere(request, publicHost) ? null : refusal);
}

function comesFromHere({ headers }: IncomingMessage, publicHost: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  if (!origin) return true;
  const host = hostOf(origin);
  return host !== null && (host === publicHost || host === headers.host);
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
