import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { RefusedRequest } from './refused-request';

type RefusalOf = (request: IncomingMessage) => RefusedRequest | null;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Whoever watches over the hub asks under whatever name the machine has; the answers tell nothing. */
const pathsOfTheWatch = new Set(['/healthz', '/readyz']);

/**
 * Refuses a request under a foreign name, and a change that another site's page asks a signed-in browser for.
 * Browsers always say where a request comes from; programs without a browser send neither header and carry no cookie
 * that could be misused. Null for a request that may go on.
 */
export function crossSiteRefusal(publicUrl: string): RefusalOf {
  const [misdirected, foreign] = [misdirectedRefusal(publicUrl), foreignRefusal(publicUrl)];
  return (request) => misdirected(request) ?? (safeMethods.has(request.method ?? '') ? null : foreign(request));
}

/**
 * The same for an upgrade to a WebSocket. It is a GET, and no browser asks for leave before it sends one with the
 * cookie, so its origin decides.
 */
export function crossSiteUpgradeRefusal(publicUrl: string): RefusalOf {
  const [misdirected, foreign] = [misdirectedRefusal(publicUrl), foreignRefusal(publicUrl)];
  return (request) => misdirected(request) ?? foreign(request);
}

/**
 * A name that is led to this machine (DNS rebinding) would make a foreign page "the same origin". Addresses in numbers
 * and the machine's own names cannot be led anywhere.
 */
function misdirectedRefusal(publicUrl: string): RefusalOf {
  const { hostname } = new URL(publicUrl);
  const refusal = { status: 421, message: `This hub is at ${publicUrl}. Open it there.`, code: 'MISDIRECTED' };
  return ({ headers, url = '' }) => {
    const name = hostnameOf(headers.host ?? '');
    return name === hostname || isOfThisMachine(name) || pathsOfTheWatch.has(url) ? null : refusal;
  };
}

function hostnameOf(host: string): string {
  return (host.startsWith('[') ? host.replace(/\]:\d+$/, ']') : host.replace(/:\d+$/, '')).toLowerCase();
}

function isOfThisMachine(name: string): boolean {
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  return isIP(name.startsWith('[') ? name.slice(1, -1) : name) !== 0;
}

function foreignRefusal(publicUrl: string): RefusalOf {
  const here = new URL(publicUrl);
  const refusal = { status: 403, message: 'Requests from other sites are refused.', code: 'CROSS_SITE' };
  return ({ headers }) => {
    const site = headers['sec-fetch-site'];
    if (site && site !== 'same-origin' && site !== 'none') return refusal;
    return headers.origin === undefined || isOurs(headers.origin, headers.host, here) ? null : refusal;
  };
}

function isOurs(origin: string, host: string | undefined, here: URL): boolean {
  if (origin === here.origin) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  // Over TLS a page of our name without it is somebody's in between.
  if (here.protocol === 'https:' && from.hostname === here.hostname) return false;
  return from.host === host;
}
