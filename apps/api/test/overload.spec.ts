import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestHub, type TestHub } from './support/test-hub';

const json = { 'content-type': 'application/json' };
const body = JSON.stringify({ query: '{ hub { name } }' });

describe('clients that send slowly', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ environment: { REQUEST_SECONDS: '1' } });
  });
  afterAll(() => hub.close());

  /** Sends the head at once and the rest a letter every 50 ms; what was answered, and when the hub hung up. */
  const trickle = (head: string, rest: string): Promise<{ answer: string; milliseconds: number }> => {
    const { hostname, port } = new URL(hub.address);
    const began = performance.now();
    const socket: Socket = connect(Number(port), hostname);
    let answer = '';
    let at = 0;
    socket.write(head);
    const timer = setInterval(() => socket.writable && socket.write(rest[at++ % rest.length]!), 50);
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', () => undefined);
    return new Promise((resolve) =>
      socket.on('close', () => {
        clearInterval(timer);
        resolve({ answer, milliseconds: performance.now() - began });
      }),
    );
  };
  const post = (path: string) =>
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n`;

  test('are answered 408 and dropped, whatever they send slowly, and hold nobody up', async () => {
    const slow = [
      ...Array.from({ length: 50 }, () => trickle(post('/graphql'), 'x')),
      ...Array.from({ length: 50 }, () => trickle(post('/graphql?way=long'), 'x')),
      ...Array.from({ length: 50 }, () => trickle('POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', 'x')),
      ...Array.from({ length: 50 }, () => trickle('GET /heal', 'x')),
    ];
    const others = await Promise.all(
      Array.from({ length: 20 }, () => fetch(`${hub.address}/graphql`, { method: 'POST', headers: json, body })),
    );
    expect(others.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const dropped = await Promise.all(slow);
    for (const { answer, milliseconds } of dropped) {
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
      expect(milliseconds).toBeGreaterThan(900);
      // A second, one more until Node looks again, and time for a busy machine.
      expect(milliseconds).toBeLessThan(8_000);
    }
  });

  test('a head without end is refused', async () => {
    const answer = await trickle(
      `GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
      ' ',
    );
    expect(answer.answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('who asks again soon finds the connection open', async () => {
    const { hostname, port } = new URL(hub.address);
    const socket = connect(Number(port), hostname);
    const answers: string[] = [];
    const ask = () => {
      socket.write(
        `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
      return new Promise<void>((resolve) =>
        socket.once('data', (data) => {
          answers.push(data.toString());
          resolve();
        }),
      );
    };
    await ask();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await ask();
    socket.destroy();
    expect(answers.map((answer) => answer.slice(0, 15))).toEqual(['HTTP/1.1 200 OK', 'HTTP/1.1 200 OK']);
  });
});

describe('a database that is busy', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({
      content: 'demonstration',
      environment: { DATABASE_POOL_SIZE: '2', DATABASE_WAIT_SECONDS: '0.8', STATEMENT_SECONDS: '2' },
    });
  });
  afterAll(() => hub.close());

  const ask = async (cookie: string, path = '/graphql') => {
    const began = performance.now();
    const answer = await fetch(hub.address + path, {
      method: 'POST',
      headers: { ...json, cookie },
      body: JSON.stringify({ query: '{ agencies(first: 1) { totalCount } }' }),
    });
    return {
      status: answer.status,
      wait: answer.headers.get('retry-after'),
      text: await answer.text(),
      milliseconds: performance.now() - began,
    };
  };

  test('says so within a second when every connection is taken, and recovers by itself', async () => {
    const cookie = await hub.cookieOf('ana.reyes');
    expect((await ask(cookie)).status).toBe(200);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let taken = 0;
    const holders = [1, 2].map(() =>
      hub.database.transaction(async (transaction) => {
        await transaction.query('select 1');
        taken += 1;
        await held;
      }),
    );
    while (taken < 2) await new Promise((resolve) => setImmediate(resolve));

    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => ask(cookie)),
      ...Array.from({ length: 10 }, () => ask(cookie, '/graphql?way=long')),
    ]);
    for (const { status, wait, text, milliseconds } of answers) {
      expect([status, wait, text]).toEqual([503, '1', expect.anything()]);
      expect(JSON.parse(text).errors[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
      expect(text).not.toMatch(/timeout|pool|pg/);
      expect(milliseconds).toBeLessThan(1_000 + 500);
    }
    expect((await fetch(`${hub.address}/healthz`)).status).toBe(200);
    expect((await fetch(`${hub.address}/readyz`)).status).toBe(503);

    release();
    await Promise.all(holders);
    expect((await ask(cookie)).status).toBe(200);
    expect((await fetch(`${hub.address}/readyz`)).status).toBe(200);
  });

  test('a statement that takes too long is stopped, and the connection serves again', async () => {
    const began = performance.now();
    await expect(hub.database.query('select pg_sleep(30)')).rejects.toMatchObject({ code: '57014' });
    expect(performance.now() - began).toBeLessThan(6_000);
    expect(await hub.database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
