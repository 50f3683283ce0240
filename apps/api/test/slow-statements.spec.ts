import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { LOGGER, type Logger } from '@sos/platform-server';
import pg from 'pg';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let cookie: string;
let holder: pg.Client;

beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration', environment: { STATEMENT_SECONDS: '0.3' } });
  cookie = await hub.cookieOf('ana.reyes');
  holder = new pg.Client({ connectionString: hub.settings.databaseUrl });
  await holder.connect();
});
afterAll(async () => {
  await holder.end();
  await hub.close();
});

const post = (path: string, type: string, body: object) =>
  fetch(`${hub.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, cookie },
    body: JSON.stringify(body),
  });
const graphql = (type: string) => post('/graphql', type, { query: '{ agencies(first: 2) { totalCount } }' });

/** While somebody else holds the table, whoever reads it waits until PostgreSQL stops the statement. */
async function whileHeld<T>(table: string, work: () => Promise<T>): Promise<T> {
  await holder.query(`begin; lock table ${table} in access exclusive mode`);
  try {
    return await work();
  } finally {
    await holder.query('rollback');
  }
}

describe('a statement that PostgreSQL stops for its time', () => {
  test.each([
    ['GraphQL by the short way', () => graphql('application/json'), 'agency'],
    ['GraphQL by Express', () => graphql('application/json; charset=UTF-8'), 'agency'],
    ['a controller', () => post('/sign-in/one-time', 'application/json', { token: 'a'.repeat(43) }), 'sign_in_token'],
  ])('is answered 503 in words that help, by %s, and logged with its reference', async (_way, ask, table) => {
    // Who asks is known from before, so that only the operation itself waits.
    expect((await graphql('application/json')).status).toBe(200);
    const warned = jest.spyOn(hub.application.get<Logger>(LOGGER), 'warn');
    const answer = await whileHeld(table, ask);
    expect(answer.status).toBe(503);
    // Nobody should repeat it by itself: it would take as long again.
    expect(answer.headers.get('retry-after')).toBeNull();
    const reference = answer.headers.get('x-request-id');
    const { errors } = (await answer.json()) as { errors: { message: string; extensions: Record<string, string> }[] };
    expect(errors[0]!.extensions.code).toBe('TOOK_TOO_LONG');
    expect(errors[0]!.message).toContain('Ask for less at once, or try again');
    expect(errors[0]!.message).toContain(`the reference ${reference}`);
    expect(JSON.stringify(errors)).not.toMatch(/select|statement|timeout|57014|postgres/i);
    expect(warned.mock.calls).toContainEqual([
      expect.objectContaining({ reference, err: expect.anything() }),
      'a statement took too long',
    ]);
    warned.mockRestore();
  });

  test('takes its transaction with it, and the connection serves the next', async () => {
    const statement = `update person set job_title = 'Somebody else' where email = 'ana.reyes@example.org'`;
    const work = hub.database.transaction(async (transaction) => {
      await transaction.query(statement);
      await transaction.query('select pg_sleep(5)');
    });
    await expect(work).rejects.toMatchObject({ code: '57014' });
    expect(await hub.database.query(`select from person where job_title = 'Somebody else'`)).toEqual([]);
    expect((await graphql('application/json')).status).toBe(200);
  });
});
