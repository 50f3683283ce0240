import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { outsideFetch, publicLookup, readOutside, usualOutsideLimits, type OutsideLimits } from './outside-fetch';

let server: Server;
let address: string;
let requests: string[] = [];
let left: Promise<void>;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    if (path === '/bomb') {
      return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(40 * 1024 * 1024)));
    }
    if (path === '/endless') {
      left = new Promise((resolve) => response.on('close', resolve));
      const timer = setInterval(() => response.write('.'), 5);
      return response.on('close', () => clearInterval(timer));
    }
    if (path === '/inside') return response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    if (path === '/named') return response.writeHead(302, { location: 'http://somebody:secret@example.org/' }).end();
    if (path === '/nonsense') return response.writeHead(302, { location: 'http://[' }).end();
    if (path === '/moved') return response.writeHead(302, { location: '/plain' }).end();
    if (path === '/silent') return;
    if (path === '/empty') return response.writeHead(204).end();
    return response.end(`${request.method} ${path}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

const inside = { publicOnly: false };
async function read(path: string, changes: Partial<OutsideLimits> = inside): Promise<string> {
  return readOutside(address + path, {}, { ...usualOutsideLimits, ...changes }, async (content) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  });
}

test('what an address answers is read, redirects followed', async () => {
  expect(await read('/moved')).toBe('GET /plain');
});

test('compressed content counts in full', async () => {
  await expect(read('/bomb')).rejects.toThrow('larger than 10 MB');
});

test('the time holds for the whole answer, and the connection ends with it', async () => {
  await expect(read('/endless', { ...inside, milliseconds: 300 })).rejects.toThrow('did not answer within');
  await left;
  await expect(read('/silent', { ...inside, milliseconds: 100 })).rejects.toThrow('did not answer within');
});

test('redirects have an end', async () => {
  await expect(read('/moved', { ...inside, redirects: 0 })).rejects.toThrow('redirects more than 0 times');
});

test.each([
  ['/named', 'must not hold a name or password'],
  ['/nonsense', 'no address'],
])('a redirect like %s is refused', async (path, said) => {
  await expect(read(path)).rejects.toThrow(said);
});

test.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])(
  'nothing is sent into the hub’s own network: %s',
  async (host) => {
    requests = [];
    const url = address.replace('127.0.0.1', host);
    await expect(readOutside(url, {}, usualOutsideLimits, async () => '')).rejects.toThrow('private network');
    await expect(outsideFetch()(url)).rejects.toThrow('private network');
    expect(requests).toEqual([]);
  },
);

test('a redirect into the network is refused before it is followed', async () => {
  requests = [];
  // The first address is inside too: the limits begin to hold when it has answered.
  const checkedTwice = readOutside(
    `${address}/inside`,
    {},
    {
      ...usualOutsideLimits,
      get publicOnly() {
        return requests.includes('/inside');
      },
    },
    async () => '',
  );
  await expect(checkedTwice).rejects.toThrow('private network');
  expect(requests).toEqual(['/inside']);
});

test('a name of which any address lies inside is not used at all', async () => {
  const error = await new Promise((resolve) => publicLookup('localhost', { all: true }, (reason) => resolve(reason)));
  expect(String(error)).toContain('private network');
});

test('as fetch it answers at once and follows nothing', async () => {
  const fetch = outsideFetch(inside);
  const posted = await fetch(`${address}/plain`, { method: 'POST', body: 'x' });
  expect([posted.status, await posted.text()]).toEqual([200, 'POST /plain']);
  expect((await fetch(`${address}/empty`)).status).toBe(204);
  expect((await fetch(`${address}/moved`)).status).toBe(302);
  await expect(fetch(`${address}/bomb`)).rejects.toThrow('larger than 10 MB');
});
