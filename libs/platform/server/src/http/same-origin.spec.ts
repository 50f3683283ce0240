import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { crossSiteRefusal, crossSiteUpgradeRefusal } from './same-origin';

const request = (headers: Record<string, string>, method = 'POST', url = '/graphql') =>
  ({ method, url, headers }) as unknown as IncomingMessage;
const publicUrl = 'https://hub.example.org';
const host = 'hub.example.org';

describe('whom a request is for', () => {
  const refusalOf = crossSiteRefusal(publicUrl);

  test.each(['hub.example.org', 'HUB.example.org', 'hub.example.org:443', 'localhost:3000', '127.0.0.1', '[::1]:3000'])(
    '%s is the hub',
    (name) => expect(refusalOf(request({ host: name }, 'GET'))).toBeNull(),
  );

  test.each(['evil.example', 'hub.example.org.evil.example', 'localhost.evil.example', '[evil', ''])(
    '%s is not, whatever it leads to',
    (name) => {
      expect(refusalOf(request({ host: name, origin: `http://${name}` }))?.status).toBe(421);
      expect(refusalOf(request({ host: name }, 'GET'))?.status).toBe(421);
    },
  );

  test('whoever watches over it may call it anything', () => {
    expect(refusalOf(request({ host: 'pod-7.internal' }, 'GET', '/healthz'))).toBeNull();
  });
});

describe.each([
  ['a change', crossSiteRefusal(publicUrl), 'POST'],
  ['an upgrade', crossSiteUpgradeRefusal(publicUrl), 'GET'],
] as const)('%s', (_name, refusalOf, method) => {
  test.each([
    ['our own page', { host, origin: publicUrl, 'sec-fetch-site': 'same-origin' }],
    ['a program', { host }],
    ['a page of this machine, asked there', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
  ])('from %s goes on', (_from, headers) => expect(refusalOf(request(headers, method))).toBeNull());

  test.each([
    ['another site', { host, origin: 'https://evil.example' }],
    ['a neighbour under the same name', { host, origin: publicUrl, 'sec-fetch-site': 'same-site' }],
    ['another site that says nothing else', { host, 'sec-fetch-site': 'cross-site' }],
    ['a page without an origin', { host, origin: 'null' }],
    ['our name without TLS', { host, origin: 'http://hub.example.org' }],
    ['our name at another port', { host, origin: 'https://hub.example.org:8443' }],
    ['another port of this machine', { host: 'localhost:3000', origin: 'http://localhost:8080' }],
    ['nonsense', { host, origin: 'hub.example.org' }],
  ])('from %s is refused', (_from, headers) => expect(refusalOf(request(headers, method))?.status).toBe(403));
});

test('a page may be read from wherever it is linked', () => {
  expect(crossSiteRefusal(publicUrl)(request({ host, 'sec-fetch-site': 'cross-site' }, 'GET', '/goals'))).toBeNull();
});
