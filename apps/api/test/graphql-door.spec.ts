import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestHub, type TestHub } from './support/test-hub';

/** A query text in the address makes the same request take the long way, through Express. */
const ways = { short: '/graphql', long: '/graphql?way=long' };
const ofOneRequest = ['date', 'x-request-id', 'set-cookie'];

describe('the short way to the API', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ content: 'demonstration' });
  });
  afterAll(() => hub.close());

  const answerOf = async (way: string, body: string, headers: Record<string, string>) => {
    const answer = await fetch(hub.address + way, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const kept = [...answer.headers].filter(([name]) => !ofOneRequest.includes(name));
    return { status: answer.status, headers: Object.fromEntries(kept), text: await answer.text() };
  };

  const query = (text: string, variables?: object) => JSON.stringify({ query: text, variables });
  test.each<[string, string, Record<string, string>, number]>([
    ['a query', query('{ hub { name } }'), {}, 200],
    ['a query that begins with a byte order mark', `\uFEFF${query('{ hub { name } }')}`, {}, 200],
    ['a query of somebody who is not signed in', query('{ agencies { totalCount } }'), {}, 200],
    ['a wrong variable', query('query($id: ID!) { agency(id: $id) { name } }', {}), {}, 400],
    ['a document with an error', query('{ hub {'), {}, 400],
    ['an unknown field', query('{ nothing }'), {}, 400],
    ['an operation that is not there', '{"query":"query A { hub { name } }","operationName":"B"}', {}, 400],
    ['variables that are text', '{"query":"{ hub { name } }","variables":"{}"}', {}, 400],
    ['NUL in a variable', query('query($t: String!) { search(text: $t) { totalCount } }', { t: 'a\u0000' }), {}, 400],
    ['a document that is too large', query(`{${'hub{name}'.repeat(40)}}`), {}, 400],
    ['a document without an end', query('{hub'.repeat(50_000)), {}, 400],
    ['an empty object', '{}', {}, 400],
    ['an empty list', '[]', {}, 400],
    ['nothing', '', {}, 400],
    ['a number', '1', {}, 400],
    ['null', 'null', {}, 400],
    ['half of an object', '{"query":', {}, 400],
    ['a body over 256 KB', query('#'.repeat(256 * 1024)), {}, 413],
    ['another site’s page', query('{ hub { name } }'), { origin: 'https://evil.example' }, 403],
    ['the newer media type', query('{ hub { name } }'), { accept: 'application/graphql-response+json' }, 200],
    ['a media type that is not served', query('{ hub { name } }'), { accept: 'text/csv' }, 406],
  ])('%s is answered as on the long way', async (_name, body, headers, status) => {
    const [short, long] = [await answerOf(ways.short, body, headers), await answerOf(ways.long, body, headers)];
    expect(short).toEqual(long);
    expect(short.status).toBe(status);
  });

  test.each(Object.entries(ways))('on the %s way the session’s cookie comes with the answer', async (_name, way) => {
    const cookie = await hub.cookieOf('ana.reyes');
    const answer = await fetch(hub.address + way, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: query('mutation { signOut { signedOut } }'),
    });
    expect(await answer.json()).toEqual({ data: { signOut: { signedOut: true } } });
    expect(answer.headers.get('set-cookie')).toBe(
      'sos_session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax',
    );
  });

  test('compressed or differently encoded requests are understood too', async () => {
    const body = Buffer.from(query('{ hub { name } }'), 'utf16le');
    const headers = { 'content-type': 'application/json; charset=utf-16le' };
    const answer = await fetch(`${hub.address}/graphql`, { method: 'POST', headers, body });
    expect(await answer.json()).toEqual({ data: { hub: { name: 'SOS Hub' } } });
  });
});
