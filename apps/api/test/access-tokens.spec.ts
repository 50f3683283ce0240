import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildPerson } from '@sos/identity-server/testing';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

interface Answer {
  status: number;
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

const send = async (hub: TestHub, body: object, headers: Record<string, string> = {}): Promise<Answer> => {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) } as Answer;
};

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const create = (client: GraphqlClient, input: object) =>
  client.query(
    `mutation ($input: CreateAccessTokenInput!) { result: createAccessToken(input: $input) { __typename
       ... on CreateAccessTokenSuccess { token accessToken { id name mayWrite isExpired lastUsedAt } }
       ... on Refusal { message } } }`,
    { input: { name: 'Monthly report', mayWrite: false, days: 90, ...input } },
  );

describe('a token for one’s own program', () => {
  let hub: TestHub;
  let person: string;
  let client: GraphqlClient;
  beforeAll(async () => {
    hub = await startTestHub({ content: 'demonstration' });
    person = await buildPerson(hub.database);
    client = await hub.as(person);
  });
  afterAll(() => hub.close());

  const make = async (input: object = {}): Promise<string> => (await create(client, input)).result.token;

  test('is shown once, and only its hash is kept', async () => {
    const { result } = await create(client, {});
    expect(result).toMatchObject({
      __typename: 'CreateAccessTokenSuccess',
      token: expect.stringMatching(/^sos_pat_[\w-]{43}$/),
      accessToken: { name: 'Monthly report', mayWrite: false, isExpired: false, lastUsedAt: null },
    });
    const rows = await hub.database.query('select t::text as row from access_token t');
    expect(JSON.stringify(rows)).not.toContain(result.token.slice(8));
    const { myAccessTokens } = await client.query('{ myAccessTokens { name } }');
    expect(JSON.stringify(myAccessTokens)).not.toContain('sos_pat');
  });

  test('reads as its person, with what the person may see', async () => {
    const answer = await send(
      hub,
      { query: '{ viewer { person { id } } agencies { totalCount } }' },
      bearer(await make()),
    );
    const own = await client.query('{ viewer { person { id } } agencies { totalCount } }');
    expect(answer).toEqual({ status: 200, data: own });
    const { myAccessTokens } = await client.query('{ myAccessTokens { lastUsedAt } }');
    expect(myAccessTokens.some(({ lastUsedAt }: { lastUsedAt: string | null }) => lastUsedAt !== null)).toBe(true);
  });

  test('changes nothing unless it was made to', async () => {
    const change = {
      query: 'mutation ($input: SaveViewInput!) { result: saveView(input: $input) { __typename } }',
      variables: { input: { page: 'ITEMS', name: 'Of a program', queryString: 'mine=1' } },
    };
    const refused = await send(hub, change, bearer(await make()));
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const done = await send(hub, change, bearer(await make({ mayWrite: true })));
    expect(done.data).toEqual({ result: { __typename: 'SaveViewSuccess' } });
  });

  test('makes no other token, lists none, revokes none and confirms nobody', async () => {
    const token = bearer(await make({ mayWrite: true }));
    for (const query of [
      '{ myAccessTokens { id } }',
      'mutation { createAccessToken(input: { name: "x", mayWrite: true, days: 1 }) { __typename } }',
      'mutation { revokeAccessToken(id: "x") { __typename } }',
      'mutation { requestConfirmationCode { __typename } }',
      'mutation { signOutEverywhere { ended } }',
    ]) {
      const answer = await send(hub, { query }, token);
      expect([query, answer.errors?.[0]?.extensions.code]).toEqual([query, 'FORBIDDEN']);
    }
  });

  test('works no longer once it is revoked, over, or its person has left; and says so', async () => {
    const revoked = (await create(client, {})).result;
    const ended = await client.query(
      `mutation { result: revokeAccessToken(id: "${revoked.accessToken.id}") { __typename } }`,
    );
    expect(ended.result.__typename).toBe('RevokeAccessTokenSuccess');
    const over = await make();
    await hub.database.query(
      `update access_token set expires_at = now() where id = (select id from access_token order by created_at desc limit 1)`,
    );
    const leaver = await buildPerson(hub.database);
    const ofLeaver = (await create(await hub.as(leaver), {})).result.token as string;
    await hub.database.query('update person set deactivated_at = now() where id = $1', [leaver]);
    for (const token of [revoked.token as string, over, ofLeaver, 'sos_pat_nothing', 'anything']) {
      const answer = await send(hub, { query: '{ hub { name } }' }, bearer(token));
      expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  test('is who it is, whatever cookie comes along', async () => {
    const cookie = await hub.cookieOf('jordan.whitfield');
    const answer = await send(hub, { query: '{ viewer { isWorkgroupChair } }' }, { ...bearer(await make()), cookie });
    expect(answer.data).toEqual({ viewer: { isWorkgroupChair: false } });
  });

  test('needs a recent sign-in, and a name and a time that fit', async () => {
    const cookie = await hub.cookieOf(person);
    await hub.database.query(
      `update session set authenticated_at = now() - interval '16 minutes' where person_id = $1`,
      [person],
    );
    const query =
      'mutation { result: createAccessToken(input: { name: "x", mayWrite: false, days: 1 }) { __typename } }';
    expect((await send(hub, { query }, { cookie })).data).toEqual({ result: { __typename: 'SignInAgainRefusal' } });
    client = await hub.as(person);
    for (const input of [{ name: ' ' }, { days: 0 }, { days: 366 }]) {
      expect((await create(client, input)).result.__typename).toBe('InvalidInputRefusal');
    }
  });

  test('asked for again under the same key it is made once, and its secret is not told again', async () => {
    const input = { idempotencyKey: 'one-intent-of-mine' };
    const [first, second] = [(await create(client, input)).result, (await create(client, input)).result];
    expect(second).toEqual({ ...first, token: null });
  });
});

describe('in production', () => {
  const text = 'query Known { hub { name } }';
  const hash = 'a'.repeat(64);
  let hub: TestHub;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sos-web-'));
    writeFileSync(join(folder, '.operations.json'), JSON.stringify({ [`sha256:${hash}`]: text }));
    hub = await startTestHub({ content: 'demonstration', environment: { AD_HOC_OPERATIONS: '0', WEB_DIR: folder } });
  });
  afterAll(async () => {
    await hub.close();
    rmSync(folder, { recursive: true });
  });

  const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

  test('the web app’s own operations run by their hash, and by their text', async () => {
    expect((await send(hub, persisted(hash))).data).toEqual({ hub: { name: 'SOS Hub' } });
    expect((await send(hub, { query: text })).data).toEqual({ hub: { name: 'SOS Hub' } });
    expect((await send(hub, { query: '{ anything }', ...persisted(hash) })).data).toEqual({ hub: { name: 'SOS Hub' } });
  });

  test('a hash of another release is unknown, and a text of one’s own is refused', async () => {
    expect(await send(hub, persisted('b'.repeat(64)))).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    const own = { query: 'query Mine { hub { name version } }' };
    const refused = { status: 403, errors: [{ extensions: { code: 'AD_HOC_OPERATION' } }] };
    expect(await send(hub, own)).toMatchObject(refused);
    expect(await send(hub, { ...own, ...persisted('b'.repeat(64)) })).toMatchObject(refused);
    expect(await send(hub, own, { 'sos-explorer': '1' })).toMatchObject(refused);
    expect(await send(hub, own, { cookie: await hub.cookieOf('ana.reyes') })).toMatchObject(refused);
  });

  test('a token, and the explorer of somebody who is signed in, may ask anything that the person may', async () => {
    const own = { query: 'query Mine { viewer { person { fullName } } }' };
    const cookie = await hub.cookieOf('ana.reyes');
    const seen = { viewer: { person: { fullName: 'Ana Reyes' } } };
    expect((await send(hub, own, { cookie, 'sos-explorer': '1' })).data).toEqual(seen);
    const made = await send(
      hub,
      {
        query:
          'mutation { result: createAccessToken(input: { name: "x", mayWrite: false, days: 1 }) { ... on CreateAccessTokenSuccess { token } } }',
      },
      { cookie, 'sos-explorer': '1' },
    );
    const { token } = (made.data as { result: { token: string } }).result;
    expect((await send(hub, own, bearer(token))).data).toEqual(seen);
  });

  test('the manifest is not served as a file', async () => {
    expect((await fetch(`${hub.address}/.operations.json`)).status).toBe(404);
  });
});
