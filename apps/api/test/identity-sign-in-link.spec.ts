import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildPerson } from '@sos/identity-server/testing';
import { GraphqlClient } from '@sos/platform-testing';
import { mailTo, tokenIn } from './support/mailbox';
import { startTestHub, type TestHub } from './support/test-hub';

const request = /* GraphQL */ `
  mutation ($email: String!, $returnPath: String) {
    requestSignInLink(email: $email, returnPath: $returnPath) {
      __typename
      ... on RequestSignInLinkSuccess {
        message
      }
      ... on InvalidInputRefusal {
        fields {
          path
          message
        }
      }
    }
  }
`;

let hub: TestHub;
let nobody: GraphqlClient;
beforeAll(async () => {
  hub = await startTestHub({ environment: { DEMO: '0', SIGN_IN_LINKS_PER_NETWORK: '20' } });
  nobody = await hub.as('nobody');
  await buildPerson(hub.database, { email: 'robin@example.org', fullName: 'Robin Marsh' });
});
afterAll(() => hub.close());
beforeEach(() => hub.database.query('delete from sign_in_request'));

const ask = async (email: string, returnPath?: string) =>
  (await nobody.query(request, { email, returnPath })).requestSignInLink;
const newestTo = async (email: string) => {
  await hub.deliverOutbox();
  return (await mailTo(hub, email)).at(-1)!;
};
const enter = (token: string) =>
  fetch(`${hub.address}/sign-in/one-time`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/133.0' },
    body: JSON.stringify({ token }),
  });
const sessions = async () => (await hub.database.query('select 1 from session')).length;

describe('a link by mail', () => {
  test('signs the person in, from the message to the session', async () => {
    await ask(' Robin@Example.ORG ', '/items/PS-19?tab=sources');
    const message = await newestTo('robin@example.org');
    expect(message.subject).toBe('Your link to sign in to SOS Hub');
    expect(message.text).toContain(
      `${hub.settings.publicUrl}/sign-in/one-time?return=%2Fitems%2FPS-19%3Ftab%3Dsources#token=`,
    );
    expect(message.text).toContain('You get this because');
    const entered = await enter(tokenIn(message));
    expect(entered.status).toBe(204);
    const robin = new GraphqlClient(hub.address, entered.headers.get('set-cookie')!.split(';')[0]!);
    const { viewer, mySessions } = await robin.query(
      '{ viewer { person { fullName } } mySessions { device isCurrent } }',
    );
    expect(viewer.person.fullName).toBe('Robin Marsh');
    expect(mySessions).toEqual([{ device: 'Firefox on Linux', isCurrent: true }]);
  });

  test('is of no use to a scanner, and still works after it', async () => {
    await ask('robin@example.org');
    const token = tokenIn(await newestTo('robin@example.org'));
    const before = await sessions();
    for (let visit = 0; visit < 25; visit += 1) {
      for (const method of ['GET', 'HEAD']) {
        const address = `${hub.address}/sign-in/one-time${visit % 2 ? `?token=${token}` : ''}#token=${token}`;
        const answer = await fetch(address, { method });
        expect(answer.headers.get('set-cookie')).toBeNull();
      }
    }
    expect(await sessions()).toBe(before);
    expect((await enter(token)).status).toBe(204);
    expect((await enter(token)).status).toBe(410);
  });

  test('comes in the language that the person prefers', async () => {
    const prefer = (language: string) =>
      hub.database.query(`update person set language = $1 where email = 'robin@example.org'`, [language]);
    await prefer('es');
    await ask('robin@example.org');
    const letter = await newestTo('robin@example.org');
    await prefer('en');
    expect(letter.subject).toBe('Su enlace para entrar en SOS Hub');
    expect(letter.text).toContain('Con este enlace puede entrar una sola vez, durante 30 minutos');
    expect(letter.html).toContain('<html lang="es">');
    expect(letter.html).not.toMatch(/You get this|sign in/);
    expect((await enter(tokenIn(letter))).status).toBe(204);
  });

  test('is replaced by a newer one, and lives for half an hour', async () => {
    await ask('robin@example.org');
    const older = tokenIn(await newestTo('robin@example.org'));
    await ask('robin@example.org');
    const newer = tokenIn(await newestTo('robin@example.org'));
    expect((await enter(older)).status).toBe(410);
    await hub.database.query(`update sign_in_token set expires_at = expires_at - interval '30 minutes'`);
    expect((await enter(newer)).status).toBe(410);
  });

  test('leads to no other site', async () => {
    await ask('robin@example.org', '//elsewhere.example/');
    expect((await newestTo('robin@example.org')).text).toMatch(/sign-in\/one-time#token=/);
  });

  test('is not sent when the worker was away for so long that nobody waits for it', async () => {
    await ask('robin@example.org');
    const before = (await mailTo(hub, 'robin@example.org')).length;
    await hub.database.query(`update outbox_entry set created_at = now() - interval '31 minutes'`);
    await hub.deliverOutbox();
    expect(await mailTo(hub, 'robin@example.org')).toHaveLength(before);
  });

  test('stands in the trail, and in the database is no token', async () => {
    await ask('robin@example.org');
    const token = tokenIn(await newestTo('robin@example.org'));
    const [entry] = await hub.database.query(
      `select visible_in_feed from audit_entry where action = 'sent a sign-in link to' and subject_label = 'Robin Marsh'`,
    );
    expect(entry).toEqual({ visible_in_feed: false });
    const [kept] = await hub.database.query(
      `select (select string_agg(t::text, '') from sign_in_token t) || (select string_agg(o::text, '') from outbox_entry o) as text`,
    );
    expect(kept!.text).not.toContain(token);
  });
});

describe('whether somebody takes part', () => {
  const addresses = { known: 'robin@example.org', unknown: 'stranger@example.org', departed: 'gone@example.org' };
  beforeAll(() => buildPerson(hub.database, { email: addresses.departed, isDeactivated: true }));

  test('is not told by the answer, nor by what the hub does for it', async () => {
    const told: unknown[] = [];
    const done: string[][] = [];
    for (const email of Object.values(addresses)) {
      const statements: string[] = [];
      const stop = hub.database.onStatement((text) => statements.push(text));
      told.push(await ask(email));
      stop();
      done.push(statements);
    }
    expect(told[0]).toMatchObject({ __typename: 'RequestSignInLinkSuccess' });
    expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(done[0]!.length).toBeGreaterThan(2);
    expect(new Set(done.map((statements) => JSON.stringify(statements))).size).toBe(1);
    await hub.deliverOutbox();
    expect(await mailTo(hub, addresses.unknown)).toEqual([]);
    expect(await mailTo(hub, addresses.departed)).toEqual([]);
  });

  test('is not told by the time it takes', async () => {
    const times: Record<string, number[]> = { known: [], unknown: [], departed: [] };
    for (let round = 0; round < 41; round += 1) {
      for (const [who, email] of Object.entries(addresses)) {
        await hub.database.query('delete from sign_in_request');
        const started = performance.now();
        await ask(email);
        times[who]!.push(performance.now() - started);
      }
    }
    const medians = Object.values(times).map((all) => all.sort((one, other) => one - other)[20]!);
    // Looking somebody up, making a token and a message takes several times as long as the request itself.
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.5);
  });

  test('is not told by the limit either', async () => {
    for (const email of Object.values(addresses)) {
      const answers: unknown[] = [];
      for (let count = 0; count < 6; count += 1) answers.push(await ask(email));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    }
  });
});

describe('who asks too often', () => {
  const waiting = async () =>
    (await hub.database.query(`select 1 from outbox_entry where topic = 'identity.sign-in-link'`)).length;

  test('gets five messages an hour, and then again', async () => {
    const before = await waiting();
    for (let count = 0; count < 7; count += 1) await ask('robin@example.org');
    expect(await waiting()).toBe(before + 5);
    await hub.database.query(`update sign_in_request set window_ends_at = now()`);
    await ask('robin@example.org');
    expect(await waiting()).toBe(before + 6);
  });

  test('for many addresses from one network, is stopped too', async () => {
    const before = await waiting();
    await Promise.all(Array.from({ length: 30 }, (_, number) => ask(`person-${number}@example.org`)));
    expect(await waiting()).toBe(before + 20);
  });

  test.each([
    '',
    'robin',
    'robin@',
    'a@b',
    `${'x'.repeat(250)}@example.org`,
    'robin@example.org\r\nBcc: eve@example.org',
  ])('for what is no address (%#), is told so', async (email) => {
    expect(await ask(email)).toMatchObject({ __typename: 'InvalidInputRefusal', fields: [{ path: 'email' }] });
  });
});
