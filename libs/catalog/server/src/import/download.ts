import { lookup as resolve } from 'node:dns';
import { createWriteStream } from 'node:fs';
import { isIP, type LookupFunction } from 'node:net';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Agent, fetch, type Response } from 'undici';
import { NotACatalogError } from './not-a-catalog';
import { isPublicAddress } from './public-address';

const limits = { milliseconds: 30_000, bytes: 64 * 1024 * 1024, redirects: 5 };

/**
 * Fetches a feed into a file.
 * @throws NotACatalogError when the address cannot be fetched, with the reason.
 */
export async function download(url: string, path: string, options: { publicOnly: boolean }): Promise<void> {
  const agent = new Agent({ connect: { timeout: 10_000, ...(options.publicOnly ? { lookup: publicLookup } : {}) } });
  try {
    const response = await follow(url, agent, AbortSignal.timeout(limits.milliseconds), options);
    if (!response.body) throw new NotACatalogError('The address answered without content.');
    await pipeline(Readable.fromWeb(response.body), upTo(limits.bytes), createWriteStream(path));
  } catch (error) {
    throw error instanceof NotACatalogError ? error : new NotACatalogError(reasonOf(error, url));
  } finally {
    await agent.close();
  }
}

async function follow(
  first: string,
  dispatcher: Agent,
  signal: AbortSignal,
  options: { publicOnly: boolean },
): Promise<Response> {
  let url = checked(first, options);
  for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
    const response = await fetch(url, {
      dispatcher,
      signal,
      redirect: 'manual',
      headers: { accept: 'application/json', 'user-agent': 'SOS-Hub catalog import' },
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || !location) {
      if (response.ok) return response;
      await response.body?.cancel();
      throw new NotACatalogError(
        `The address answered ${response.status} ${response.statusText}`.trim() + ', not with a catalog.',
      );
    }
    await response.body?.cancel();
    url = checked(new URL(location, url).toString(), options);
  }
  throw new NotACatalogError(`The address redirects more than ${limits.redirects} times.`);
}

/** The address, if it may be fetched at all. An address written in numbers is never looked up, so it is checked here. */
function checked(text: string, { publicOnly }: { publicOnly: boolean }): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new NotACatalogError('An address begins with https:// or http://.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (publicOnly && isIP(host) !== 0 && !isPublicAddress(host)) throw insideError();
  return url;
}

const insideError = () =>
  new NotACatalogError('This address lies inside a private network. Only public addresses can be imported from here.');

/** Looks a name up and hands the connection only addresses that were checked, so that it cannot be led elsewhere. */
const publicLookup: LookupFunction = (host, options, answer) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, '', 0);
    if (addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address))) {
      return answer(insideError(), '', 0);
    }
    if (options.all) return answer(null, addresses);
    return answer(null, addresses[0]!.address, addresses[0]!.family);
  });
};

function upTo(bytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size <= bytes) return done(null, chunk);
      done(new NotACatalogError(`The feed is larger than ${bytes / 1024 / 1024} MB.`));
    },
  });
}

function reasonOf(error: unknown, url: string): string {
  const cause = (error as { cause?: unknown }).cause ?? error;
  if (cause instanceof NotACatalogError) return cause.message;
  const { name, code, message } = cause as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || (error as Error).name === 'TimeoutError') {
    return `The address did not answer within ${limits.milliseconds / 1_000} seconds.`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `There is no server called ${new URL(url).hostname}.`;
  if (code === 'ECONNREFUSED') return `The server at ${new URL(url).host} does not answer.`;
  return `The address cannot be fetched (${message}).`;
}
