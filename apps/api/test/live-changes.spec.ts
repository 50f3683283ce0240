import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ActivityRecorder } from '@sos/activity-server';
import { liveLimits, personLeftChannel, uuidOf, ViewerSource } from '@sos/platform-server';
import WebSocket from 'ws';
import { knockAt, LiveClient } from './support/live-client';
import { buildMatrixWorld, type MatrixWorld } from './support/matrix-world';
import { startTestHub, type TestHub } from './support/test-hub';

/** Of the matrix's world: a seat in the sub-group, a seat in another one, and the chair of the workgroup. */
const [insider, outsider, chair] = ['lead', 'supporting', 'chair'];

describe.each([
  ['PostgreSQL', false],
  ['the embedded database', true],
])('live updates on %s', (_name, embedded) => {
  let hub: TestHub;
  let world: MatrixWorld;
  let subGroupId: string;
  const open: LiveClient[] = [];

  beforeAll(async () => {
    hub = await startTestHub({ embedded });
    world = await buildMatrixWorld(hub);
    subGroupId = uuidOf('SubGroup', world.ids.subGroup)!;
  });
  afterEach(() => open.splice(0).forEach((client) => client.close()));
  afterAll(() => hub.close());

  const watch = async (person: string, after: string | null = null) => {
    const client = new LiveClient(hub.address, await hub.cookieOf(person), after);
    open.push(client);
    return client.connected();
  };

  /** A change of one thing, told when its transaction has committed. */
  const change = (restrictedToSubGroupId: string | null = null, subjectId: string = randomUUID()) =>
    hub.database
      .asHub(() =>
        hub.database.transaction((transaction) =>
          hub.application.get(ActivityRecorder).record(transaction, null, {
            action: 'opened',
            subjectType: 'ActionItem',
            subjectId,
            subjectLabel: 'An item',
            after: { title: 'An item' },
            restrictedToSubGroupId,
          }),
        ),
      )
      .then(() => subjectId);
  /** Waits until the subscription is in place, which the protocol does not say. */
  const settled = async (...clients: LiveClient[]) => {
    for (let attempt = 0; clients.some(({ told }) => told.length === 0); attempt += 1) {
      if (attempt === 50) throw new Error('The subscription is told nothing.');
      await change();
      await Promise.all(clients.map((one) => one.until(({ told }) => told.length > 0, 200).catch(() => undefined)));
    }
    const last = await change();
    await Promise.all(clients.map((client) => client.until(({ told }) => subjectsOf(told).includes(last))));
    for (const { told } of clients) told.length = 0;
  };
  const subjectsOf = (told: LiveClient['told']) => told.map(({ subjectId }) => uuidOf('ActionItem', subjectId));

  test('an update that somebody posts is told to everybody who watches', async () => {
    const [inside, outside] = [await watch(insider), await watch(outsider)];
    await settled(inside, outside);
    const item = await world.freshItem();
    const { result } = await world.clients['representative of the lead agency'].query(
      'mutation ($input: PostUpdateInput!) { result: postUpdate(input: $input) { __typename } }',
      { input: { actionItemId: item.id, expectedVersion: 1, status: 'IN_PROGRESS', note: 'It goes on.' } },
    );
    expect(result.__typename).toBe('PostUpdateSuccess');
    await Promise.all([inside, outside].map((one) => one.until(({ told }) => told.length > 0)));
    const told = {
      kind: 'CHANGED',
      subjectType: 'ActionItem',
      subjectId: item.id,
      relatedIds: expect.arrayContaining([world.ids.subGroup, world.ids.health]),
    };
    expect(inside.told).toMatchObject([{ ...told, byViewer: true }]);
    expect(outside.told).toMatchObject([{ ...told, byViewer: false }]);
  });

  test('what a transaction rolls back is told to nobody', async () => {
    const inside = await watch(insider);
    await settled(inside);
    const failing = hub.database.asHub(() =>
      hub.database.transaction(async (transaction) => {
        await hub.application.get(ActivityRecorder).record(transaction, null, {
          action: 'opened',
          subjectType: 'ActionItem',
          subjectId: randomUUID(),
          subjectLabel: 'Never',
        });
        throw new Error('rolled back');
      }),
    );
    await expect(failing).rejects.toThrow('rolled back');
    const next = await change();
    await inside.until(({ told }) => told.length > 0);
    expect(subjectsOf(inside.told)).toEqual([next]);
  });

  test('restricted work is told inside its sub-group and to chairs, and outside not even as an empty event', async () => {
    const [inside, outside, leading] = [await watch(insider), await watch(outsider), await watch(chair)];
    await settled(inside, outside, leading);
    const restricted = await change(subGroupId);
    const openly = await change();
    await Promise.all(
      [inside, outside, leading].map((one) => one.until(({ told }) => subjectsOf(told).includes(openly))),
    );
    expect(subjectsOf(inside.told)).toEqual([restricted, openly]);
    expect(subjectsOf(leading.told)).toEqual([restricted, openly]);
    expect(subjectsOf(outside.told)).toEqual([openly]);
  });

  test('whoever gives up the seat hears nothing more of it, on the socket that is open', async () => {
    const inside = await watch(insider);
    await settled(inside);
    const sitUntil = async (endsOn: string | null) => {
      await hub.database.query(
        `update seat set ends_on = $2 from person p where p.id = seat.person_id and p.email = $1 || '@example.org'`,
        [insider, endsOn],
      );
      // Whoever ends a seat has what is remembered forgotten; by itself it holds two seconds later.
      const [person] = await hub.database.query(`select id from person where email = $1 || '@example.org'`, [insider]);
      hub.application.get(ViewerSource, { strict: false }).forgetPerson(person!.id);
    };
    await sitUntil('2024-06-30');
    await change(subGroupId);
    const openly = await change();
    await inside.until(({ told }) => told.length > 0);
    expect(subjectsOf(inside.told)).toEqual([openly]);
    await sitUntil(null);
  });

  test('after a pause the missed changes come first, and only one’s own to know', async () => {
    const [inside, outside] = [await watch(insider), await watch(outsider)];
    await settled(inside, outside);
    await change();
    await Promise.all([inside, outside].map((one) => one.until(({ told }) => told.length > 0)));
    const { cursor } = outside.told[0]!;
    inside.close();
    outside.close();
    const restricted = await change(subGroupId);
    const missed = await change();
    const [insideAgain, outsideAgain] = [await watch(insider, cursor), await watch(outsider, cursor)];
    await Promise.all(
      [insideAgain, outsideAgain].map((one) => one.until(({ told }) => subjectsOf(told).includes(missed))),
    );
    expect(subjectsOf(insideAgain.told).slice(-2)).toEqual([restricted, missed]);
    expect(subjectsOf(outsideAgain.told).at(-1)).toBe(missed);
    expect(subjectsOf(outsideAgain.told)).not.toContain(restricted);
    expect([...insideAgain.told, ...outsideAgain.told].map(({ kind }) => kind)).not.toContain('MISSED');
  });

  test('a cursor of something restricted answers like one that never was', async () => {
    const leading = await watch(chair);
    await settled(leading);
    await change(subGroupId);
    await leading.until(({ told }) => told.length > 0);
    const { cursor } = leading.told[0]!;
    const answers = await Promise.all(
      [cursor, randomUUID(), 'nonsense'].map(async (after) => {
        const client = await watch(outsider, after);
        await client.until(({ told }) => told.length > 0);
        return client.told[0];
      }),
    );
    expect(answers[0]).toMatchObject({ kind: 'MISSED', subjectId: null, cursor: null });
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  });

  test('many changes in one transaction are all told', async () => {
    const inside = await watch(insider);
    await settled(inside);
    await hub.database.query(
      `insert into audit_entry (actor_label, action, subject_type, subject_id, subject_label)
       select 'The hub', 'imported', 'DataSource', gen_random_uuid(), 'Source' from generate_series(1, 150)`,
    );
    await inside.until(({ told }) => told.length >= 150);
    expect(new Set(inside.told.map(({ subjectId }) => subjectId)).size).toBe(150);
  });
});

describe('the door of live updates', () => {
  let hub: TestHub;
  const open: { close(): void }[] = [];
  beforeAll(async () => {
    hub = await startTestHub({ environment: { SESSION_IDLE_MINUTES: '30' } });
    await buildMatrixWorld(hub);
  });
  afterEach(() => open.splice(0).forEach((one) => one.close()));
  afterAll(() => hub.close());

  const cookie = () => hub.cookieOf(insider);
  const knock = (path: string, headers: object) => knockAt(`${hub.address}${path}`, headers);
  const raw = async () => {
    const socket = new WebSocket(`${hub.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie: await cookie() },
    });
    open.push(socket);
    const messages: { id?: string; type: string; payload?: unknown }[] = [];
    let wake: () => void = () => undefined;
    const closing = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.on('message', (data) => (messages.push(JSON.parse(String(data))), wake()));
    await new Promise((resolve) => socket.on('open', resolve));
    const send = (message: object) => socket.send(JSON.stringify(message));
    const next = async (count: number) => {
      while (messages.length < count) await new Promise<void>((resolve) => (wake = resolve));
      return messages;
    };
    send({ type: 'connection_init' });
    await next(1);
    return { socket, send, next, closing };
  };
  const subscribe = (id: string, query: string, variables = {}) => ({
    id,
    type: 'subscribe',
    payload: { query, variables },
  });

  test.each([
    ['nobody who is signed in', () => ({}), 401],
    ['a session that never was', () => ({ cookie: `sos_session=${'x'.repeat(43)}` }), 401],
    ['another site’s page', async () => ({ cookie: await cookie(), origin: 'https://evil.example' }), 403],
    [
      'another site, as the browser says',
      async () => ({ cookie: await cookie(), 'sec-fetch-site': 'cross-site' }),
      403,
    ],
    ['a page without an origin', async () => ({ cookie: await cookie(), origin: 'null' }), 403],
    ['a foreign name for this machine', async () => ({ cookie: await cookie(), host: 'evil.example' }), 421],
    [
      'our own page',
      async () => ({ cookie: await cookie(), origin: hub.address, 'sec-fetch-site': 'same-origin' }),
      101,
    ],
    ['a program with a session', async () => ({ cookie: await cookie() }), 101],
  ])('%s', async (_name, headers, status) => {
    expect(await knock('/graphql', await headers())).toBe(status);
  });

  test('there is one address only', async () => {
    expect(await knock('/', { cookie: await cookie() })).toBe(404);
  });

  test.each([
    ['a change', 'mutation { signOut { signedOut } }', 'subscriptions only'],
    ['a query', '{ hub { name } }', 'subscriptions only'],
    ['no document', 'subscription {', 'Syntax Error'],
    ['a long document', `subscription { ${'a: changes { kind } '.repeat(40)} }`, 'token'],
    ['two fields at once', 'subscription { a: changes { kind } b: changes { kind } }', 'one top level field'],
    ['an unknown field', 'subscription { changes { secret } }', 'Cannot query field'],
  ])('a socket refuses %s', async (_name, query, said) => {
    const { send, next } = await raw();
    send(subscribe('1', query));
    const [, answer] = await next(2);
    expect(answer).toMatchObject({ id: '1', type: 'error', payload: [{ message: expect.stringContaining(said) }] });
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|at .+:\d+:\d+/);
  });

  test('a socket has three subscriptions at the most', async () => {
    const { send, next } = await raw();
    for (let id = 1; id <= 4; id += 1) send(subscribe(String(id), 'subscription { changes { kind } }'));
    const [, answer] = await next(2);
    expect(answer).toMatchObject({
      id: '4',
      type: 'error',
      payload: [{ message: expect.stringContaining('at most 3') }],
    });
  });

  test('a message that is too long ends the socket', async () => {
    const { socket, closing } = await raw();
    socket.send('x'.repeat(liveLimits.bytesOfMessage + 1));
    expect(await closing).toBe(1009);
  });

  test('so do too many messages', async () => {
    const { send, closing } = await raw();
    for (let count = 0; count < 60; count += 1) send({ type: 'ping' });
    expect(await closing).toBe(4429);
  });

  test('a person has so many sockets and no more', async () => {
    const headers = { cookie: await hub.cookieOf(chair) };
    const sockets = Array.from({ length: liveLimits.socketsOfPerson }, () => {
      const socket = new WebSocket(`${hub.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
      open.push(socket);
      return new Promise((resolve) => socket.on('open', resolve));
    });
    await Promise.all(sockets);
    expect(await knock('/graphql', headers)).toBe(429);
  });

  test('over HTTP there is no subscription', async () => {
    const { status, errors } = await (await hub.as(insider)).send('subscription { changes { kind } }');
    expect([status, errors?.[0]?.message]).toEqual([400, expect.stringContaining('ubscription')]);
  });

  const watch = async (cookie: string) => {
    const client = new LiveClient(hub.address, cookie);
    open.push(client);
    return client.connected();
  };
  const tokenHash = (cookie: string) => `sha256('${cookie.split('=')[1]}'::bytea)`;

  test('a socket is closed within five seconds when its session ends, by whatever way; the others stay', async () => {
    const endings: Record<string, (cookie: string) => Promise<unknown>> = {
      'signed out': (cookie) =>
        fetch(`${hub.address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie },
          body: JSON.stringify({ query: 'mutation { signOut { signedOut } }' }),
        }),
      'signed out elsewhere': (cookie) =>
        hub.database.query(`delete from session where token_hash = ${tokenHash(cookie)}`),
      'end of the session': (cookie) =>
        hub.database.query(`update session set expires_at = now() where token_hash = ${tokenHash(cookie)}`),
      'away for too long': (cookie) =>
        hub.database.query(
          `update session set last_seen_at = now() - interval '31 minutes' where token_hash = ${tokenHash(cookie)}`,
        ),
      deactivated: () =>
        hub.database.query(`update person set deactivated_at = now() where email = 'other@example.org'`),
    };
    const stays = await watch(await hub.cookieOf(insider));
    const closed = await Promise.all(
      Object.entries(endings).map(async ([way, end]) => {
        const cookie = await hub.cookieOf(way === 'deactivated' ? 'other' : insider);
        const client = await watch(cookie);
        const started = performance.now();
        await end(cookie);
        await client.until(({ closing }) => closing !== null);
        return { way, code: client.closing!.code, inTime: performance.now() - started < 5_000 };
      }),
    );
    expect(closed).toEqual(Object.keys(endings).map((way) => ({ way, code: 4401, inTime: true })));
    expect(stays.closing).toBeNull();
  });

  test('whoever leaves is cut off at once when it is announced, whatever the checks would find', async () => {
    const client = await watch(await hub.cookieOf(insider));
    const [person] = await hub.database.query('select id from person where email = $1', [`${insider}@example.org`]);
    await hub.database.query('select pg_notify($1, $2)', [personLeftChannel, person!.id]);
    await client.until(({ closing }) => closing !== null);
    expect(client.closing).toMatchObject({ code: 4401 });
  });
});
