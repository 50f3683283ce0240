import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CuttableLine } from './support/cuttable-line';
import { startTestHub, type TestHub } from './support/test-hub';

const line = new CuttableLine();
let hub: TestHub;
let cookie: string;

beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration', route: line.route });
  cookie = await hub.cookieOf('ana.reyes');
});
afterAll(async () => {
  await hub.close();
  await line.cut();
});

const operation = { query: '{ viewer { person { fullName } } agencies(first: 2) { totalCount } }' };
const plainly = () => post('/graphql', 'application/json');
/** A content type that the short way does not take. */
const throughExpress = () => post('/graphql', 'application/json; charset=UTF-8');
const post = (path: string, type: string, body: object = operation) =>
  fetch(`${hub.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, cookie },
    body: JSON.stringify(body),
  });

describe('while the database is away', () => {
  beforeAll(() => line.cut());

  test.each([
    ['the short way', plainly],
    ['Express', throughExpress],
  ])('GraphQL answers 503 by %s, with the time to try again and a reference', async (_way, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    const { errors } = (await answer.json()) as { errors: { message: string; extensions: Record<string, string> }[] };
    expect(errors[0]!.extensions).toEqual({
      code: 'SERVICE_UNAVAILABLE',
      reference: answer.headers.get('x-request-id'),
    });
    expect(errors[0]!.message).not.toMatch(/ECONN|terminated|postgres/i);
  });

  test('so does what is not GraphQL, and readiness', async () => {
    const entered = await post('/sign-in/one-time', 'application/json', { token: 'a'.repeat(43) });
    expect([entered.status, entered.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await fetch(`${hub.address}/readyz`)).status).toBe(503);
    expect((await fetch(`${hub.address}/healthz`)).status).toBe(200);
  });

  test('also where only the operation itself needs it: who asks is remembered for a moment', async () => {
    await line.mend();
    expect((await plainly()).status).toBe(200);
    await line.cut();
    for (const ask of [plainly, throughExpress]) {
      const answer = await ask();
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    }
  });

  test('and once it is back, everything is served again by the same process', async () => {
    await line.mend();
    expect((await fetch(`${hub.address}/readyz`)).status).toBe(200);
    for (const ask of [plainly, throughExpress]) {
      expect(await (await ask()).json()).toMatchObject({ data: { viewer: { person: { fullName: 'Ana Reyes' } } } });
    }
  });
});
