import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, fetch, type RequestInit, type Response as OutsideResponse } from 'undici';
import { isPublicAddress } from './public-address';

/** Why an outside address could not be read, in a sentence for the person. */
export class OutsideError extends Error {}

export interface OutsideLimits {
  /** From the first byte that is sent to the last one that is read, redirects included. */
  milliseconds: number;
  /** Of the content as it is read: what was compressed counts in full. */
  bytes: number;
  redirects: number;
  /** Refuse addresses of the hub's own machine and network, whoever's name resolves to them. */
  publicOnly: boolean;
}

export const usualOutsideLimits: OutsideLimits = {
  milliseconds: 30_000,
  bytes: 10 * 1024 * 1024,
  redirects: 5,
  publicOnly: true,
};

const connectMilliseconds = 10_000;

/**
 * Reads an address that somebody else chose, so that it cannot be led into the hub's own network: every address that
 * the name resolves to is checked, the connection goes to one of those that were, and each redirect is checked again.
 * @param read Takes the content piece by piece; the limits hold until it has returned.
 * @throws OutsideError when the address cannot be fetched, with the reason. What `read` throws passes as it is.
 */
export async function readOutside<T>(
  url: string,
  request: Pick<RequestInit, 'headers'>,
  limits: OutsideLimits,
  read: (content: AsyncIterable<Uint8Array>, response: OutsideResponse) => Promise<T>,
): Promise<T> {
  return withAgent(limits, async (dispatcher, signal) => {
    let response: OutsideResponse;
    try {
      response = await follow(url, { ...request, dispatcher, signal }, limits);
    } catch (error) {
      throw told(error, url, limits);
    }
    return read(bounded(response, url, limits), response);
  });
}

/**
 * `fetch` for libraries that take one of their own: the same checks, no redirects, the whole answer at once.
 * @throws OutsideError
 */
export function outsideFetch(changes: Partial<OutsideLimits> = {}): typeof globalThis.fetch {
  const limits = { ...usualOutsideLimits, ...changes };
  return (input, init) =>
    withAgent(limits, async (dispatcher, ofLimits) => {
      const url = input instanceof Request ? input.url : String(input);
      const signal = init?.signal ? AbortSignal.any([init.signal, ofLimits]) : ofLimits;
      let response: OutsideResponse;
      try {
        const request = { ...(init as RequestInit), redirect: 'manual' as const, dispatcher, signal };
        response = await fetch(checked(url, limits), request);
      } catch (error) {
        throw told(error, url, limits);
      }
      const pieces: Uint8Array[] = [];
      for await (const piece of bounded(response, url, limits)) pieces.push(piece);
      const hasNoBody = [101, 204, 205, 304].includes(response.status);
      return new Response(hasNoBody ? null : Buffer.concat(pieces), {
        status: response.status,
        statusText: response.statusText,
        headers: [...response.headers],
      });
    });
}

async function withAgent<T>(
  { milliseconds, publicOnly }: OutsideLimits,
  work: (agent: Agent, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const connect = { timeout: connectMilliseconds, ...(publicOnly ? { lookup: publicLookup } : {}) };
  // The signal ends it all in time; the agent's own limits would end a longer one before.
  const patience = { headersTimeout: milliseconds, bodyTimeout: milliseconds };
  const agent = new Agent({ connect, connections: 1, pipelining: 1, ...patience });
  try {
    return await work(agent, AbortSignal.timeout(milliseconds));
  } finally {
    // Not `close`, which would wait for the rest of an answer that nobody reads any more.
    await agent.destroy();
  }
}

async function follow(first: string, request: RequestInit, limits: OutsideLimits): Promise<OutsideResponse> {
  let url = checked(first, limits);
  for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
    const response = await fetch(url, { ...request, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || !location) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, url.href))
      throw new OutsideError('The address redirects to something that is no address.');
    url = checked(new URL(location, url).toString(), limits);
  }
  throw new OutsideError(`The address redirects more than ${limits.redirects} times.`);
}

/** The address, if it may be fetched at all. An address written in numbers is never looked up, so it is checked here. */
function checked(text: string, { publicOnly }: OutsideLimits): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new OutsideError('An address begins with https:// or http://.');
  }
  if (url.username || url.password) throw new OutsideError('An address must not hold a name or password.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (publicOnly && isIP(host) !== 0 && !isPublicAddress(host)) throw insideError();
  return url;
}

const insideError = () =>
  new OutsideError('This address lies inside a private network. Only public addresses can be read from here.');

/** Looks a name up and hands the connection only addresses that were checked, so that it cannot be led elsewhere. */
export const publicLookup: LookupFunction = (host, options, answer) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, '', 0);
    if (addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address))) {
      return answer(insideError(), '', 0);
    }
    if (options.all) return answer(null, addresses);
    return answer(null, addresses[0]!.address, addresses[0]!.family);
  });
};

async function* bounded(response: OutsideResponse, url: string, limits: OutsideLimits): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const piece of response.body ?? []) {
      size += (piece as Uint8Array).length;
      if (size > limits.bytes) throw new OutsideError(`It is larger than ${sizeWords(limits.bytes)}.`);
      yield piece as Uint8Array;
    }
  } catch (error) {
    throw told(error, url, limits);
  }
}

const sizeWords = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${Math.round(bytes / 1024 / 1024)} MB`;

function told(error: unknown, url: string, { milliseconds }: OutsideLimits): OutsideError {
  const cause = (error as { cause?: unknown }).cause ?? error;
  if (error instanceof OutsideError) return error;
  if (cause instanceof OutsideError) return cause;
  const { name, code, message } = cause as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || (error as Error).name === 'TimeoutError') {
    return new OutsideError(`The address did not answer within ${Math.round(milliseconds / 1_000)} seconds.`);
  }
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') {
    return new OutsideError(`The server at ${new URL(url).host} does not answer.`);
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new OutsideError(`There is no server called ${new URL(url).hostname}.`);
  }
  if (code === 'ECONNREFUSED') return new OutsideError(`The server at ${new URL(url).host} does not answer.`);
  return new OutsideError(`The address cannot be fetched (${message}).`);
}
