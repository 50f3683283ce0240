import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startTestHub, type TestHub } from './support/test-hub';

describe('the hub over HTTP', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ content: 'demonstration' });
  });
  afterAll(() => hub.close());

  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  test('is alive and ready', async () => {
    expect(await (await fetch(`${hub.address}/healthz`)).json()).toEqual({ status: 'alive' });
    expect(await (await fetch(`${hub.address}/readyz`)).json()).toEqual({
      status: 'ready',
      outbox: { waiting: 0, held: 0, failed: 0, oldestWaitingSeconds: null },
    });
  });

  const audits = serverAudits({ url: () => `${hub.address}/graphql` }).filter(({ name }) => name.startsWith('MUST'));
  test('the audits of GraphQL over HTTP are thirteen', () => expect(audits).toHaveLength(13));
  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });

  test.each([
    ['another site’s page', { origin: 'https://evil.example' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['an origin without a host', { origin: 'null' }],
  ])('a change from %s is refused', async (_name, headers) => {
    expect((await post('{"query":"{hub{name}}"}', headers)).status).toBe(403);
  });

  test('our own page may send changes', async () => {
    const answer = await post('{"query":"{hub{name}}"}', { origin: hub.address, 'sec-fetch-site': 'same-origin' });
    expect(answer.status).toBe(200);
  });

  test.each([
    ['truncated JSON', '{"query":"{hub', 400],
    ['an array', '[1,2,3]', 400],
    ['nothing', '', 400],
    [
      'NUL in a variable',
      JSON.stringify({ query: 'query($t:String!){search(text:$t){totalCount}}', variables: { t: 'a\u0000' } }),
      400,
    ],
    [
      'half a character pair',
      '{"query":"query($t:String!){search(text:$t){totalCount}}","variables":{"t":"\\ud83d"}}',
      400,
    ],
    ['NUL in the text of the query', JSON.stringify({ query: '{search(text:"a\\u0000"){totalCount}}' }), 400],
    ['an unknown field', '{"query":"{nothing}"}', 400],
    ['a document without end', JSON.stringify({ query: '{'.repeat(50_000) }), 400],
  ])('%s gets a clear error', async (_name, body, status) => {
    const answer = await post(body);
    const text = await answer.text();
    expect([answer.status, text]).toEqual([status, expect.stringContaining('"message"')]);
    expect(text).not.toMatch(/node_modules|at .+\(.+:\d+:\d+\)/);
  });

  test('every answer has a reference', async () => {
    expect((await fetch(`${hub.address}/healthz`)).headers.get('x-request-id')).toMatch(/^[0-9A-F]{6}-[0-9A-Z]+$/);
  });

  test.each(['/healthz', '/catalog/data.json', '/internal/nothing'])('%s may do nothing in a browser', async (path) => {
    const { headers } = await fetch(hub.address + path);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=(), '),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('over TLS no other way is taken any more', async () => {
    const tls = await startTestHub({ environment: { PUBLIC_URL: 'https://hub.example.org' } });
    const { headers } = await fetch(`${tls.address}/healthz`);
    await tls.close();
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  });

  test('a name that is led to the hub is not its own', async () => {
    const { hostname, port } = new URL(hub.address);
    const status = await new Promise((resolve, reject) => {
      const body = '{"query":"{hub{name}}"}';
      const headers = { 'content-type': 'application/json', host: 'evil.example', origin: 'http://evil.example' };
      request({ hostname, port, path: '/graphql', method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end(body);
    });
    expect(status).toBe(421);
  });

  test('a GET of a change does nothing', async () => {
    const answer = await fetch(`${hub.address}/graphql?query=mutation{signOut{signedOut}}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(answer.status).toBe(405);
  });
});
