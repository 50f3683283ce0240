import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createSignInAddress } from '@sos/identity-server';
import { buildPerson, buildRole } from '@sos/identity-server/testing';
import { encodeId } from '@sos/platform-server';
import { BrowserSession } from './support/browser-session';
import { SoftwareAuthenticator, type Lies } from './support/software-authenticator';
import { startTestHub, type TestHub } from './support/test-hub';

const publicUrl = 'http://localhost:4567';
const begin = 'mutation { beginPasskey { __typename ... on PasskeyCreation { options } ... on Refusal { message } } }';
const add =
  'mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { __typename ... on PasskeySuccess { passkey { id name isSynced lastUsedAt } } ... on Refusal { message } ... on InvalidInputRefusal { fields { path } } } }';
const beginSignIn = 'mutation { beginPasskeySignIn { options } }';
const enter =
  'mutation ($answer: WebAuthnJson!) { signInWithPasskey(answer: $answer) { __typename ... on PasskeySignInSuccess { fullName } ... on Refusal { message } } }';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ environment: { PUBLIC_URL: publicUrl } });
});
afterAll(() => hub.close());

/** A person who has just signed in, at a browser of their own. */
async function someone(traits: { isAdministrator?: boolean } = {}) {
  const id = await buildPerson(hub.database, { fullName: 'Robin Marsh' });
  if (traits.isAdministrator) await buildRole(hub.database, id, { role: 'administrator' });
  const [{ email }] = (await hub.database.query('select email from person where id = $1', [id])) as [{ email: string }];
  const browser = new BrowserSession(hub.address);
  browser.setCookie(await hub.cookieOf(id));
  return { id, email, browser, authenticator: new SoftwareAuthenticator(publicUrl) };
}
type Someone = Awaited<ReturnType<typeof someone>>;

async function addPasskey({ browser, authenticator }: Someone, lies?: Lies, name?: string) {
  const { beginPasskey } = await browser.query(begin);
  const answer = authenticator.create(beginPasskey.options, lies);
  return (await browser.query(add, { input: { answer, name } })).addPasskey;
}

async function signIn(authenticator: SoftwareAuthenticator, lies?: Lies, browser = new BrowserSession(hub.address)) {
  const { beginPasskeySignIn } = await browser.query(beginSignIn);
  const answer = authenticator.get(beginPasskeySignIn.options, lies);
  return { browser, answer, result: (await browser.query(enter, { answer })).signInWithPasskey };
}

const forSignIn = (email: string) =>
  hub.database.transaction((transaction) => createSignInAddress(transaction, hub.address, email));
const tokenFor = async (email: string) => (await forSignIn(email))!.address.split('#token=')[1]!;

describe('adding a passkey', () => {
  test('asks for one that the browser can find by itself and that asks for the person', async () => {
    const { browser, id } = await someone();
    const { beginPasskey } = await browser.query(begin);
    expect(beginPasskey.options).toMatchObject({
      rp: { id: 'localhost' },
      user: { id: Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url') },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    });
  });

  test('keeps it with a name, and does not make it twice', async () => {
    const person = await someone();
    const added = await addPasskey(person);
    expect(added).toMatchObject({ __typename: 'PasskeySuccess', passkey: { name: 'Safari on Mac', lastUsedAt: null } });
    const { beginPasskey } = await person.browser.query(begin);
    expect(beginPasskey.options.excludeCredentials).toMatchObject([{ id: person.authenticator.credentials[0]!.id }]);
    const named = await addPasskey(person, undefined, 'Key in the drawer');
    expect(named.passkey.name).toBe('Key in the drawer');
    const { viewer } = await person.browser.query('{ viewer { needsPasskey passkeys { name } } }');
    expect(viewer).toEqual({
      needsPasskey: false,
      passkeys: [{ name: 'Key in the drawer' }, { name: 'Safari on Mac' }],
    });
    const trail = await hub.database.query(
      `select action, after from audit_entry where subject_id = $1 and action like '%passkey%' order by id`,
      [person.id],
    );
    expect(trail).toMatchObject([
      { action: 'added a passkey:', after: { passkey: 'Safari on Mac' } },
      { action: 'added a passkey:', after: { passkey: 'Key in the drawer' } },
    ]);
  });

  test.each<[string, Lies]>([
    ['made for another site’s page', { origin: 'https://evil.example' }],
    ['made for another domain', { rpId: 'evil.example' }],
    ['made without asking for the person', { userVerified: false }],
    ['that is an answer to something else', { type: 'webauthn.get' }],
    ['with a challenge of its own', { challenge: 'x'.repeat(43) }],
  ])('a passkey %s is not taken', async (_what, lies) => {
    const person = await someone();
    expect(await addPasskey(person, lies)).toMatchObject({ __typename: 'NotAllowedRefusal' });
    expect((await person.browser.query('{ viewer { passkeys { id } } }')).viewer.passkeys).toEqual([]);
  });

  test('a challenge is good once, for its person', async () => {
    const [person, other] = [await someone(), await someone()];
    const { beginPasskey } = await person.browser.query(begin);
    const answer = person.authenticator.create(beginPasskey.options);
    const stolen = await other.browser.query(add, { input: { answer } });
    expect(stolen.addPasskey.__typename).toBe('NotAllowedRefusal');
    expect((await person.browser.query(add, { input: { answer } })).addPasskey.__typename).toBe('PasskeySuccess');
    const again = await person.browser.query(add, { input: { answer } });
    expect(again.addPasskey.message).toContain('answered already');
  });

  test('asks for a sign-in of the last minutes', async () => {
    const { browser, id } = await someone();
    await hub.database.query(
      `update session set authenticated_at = now() - interval '16 minutes' where person_id = $1`,
      [id],
    );
    expect((await browser.query(begin)).beginPasskey.__typename).toBe('SignInAgainRefusal');
  });

  test.each([{}, { id: 'x' }, { id: '!', rawId: '!', type: 'public-key', response: {} }, { deep: [[[]]] }])(
    'what is no answer of a browser is refused (%#)',
    async (answer) => {
      const { browser } = await someone();
      expect((await browser.query(add, { input: { answer } })).addPasskey.__typename).toBe('NotAllowedRefusal');
      expect((await browser.query(enter, { answer })).signInWithPasskey.__typename).toBe('NotAllowedRefusal');
    },
  );

  test('a name is a name', async () => {
    const person = await someone();
    const refused = await addPasskey(person, undefined, 'x'.repeat(61));
    expect(refused).toMatchObject({ __typename: 'InvalidInputRefusal', fields: [{ path: 'name' }] });
  });
});

describe('signing in with a passkey', () => {
  let person: Someone;
  beforeEach(async () => {
    person = await someone();
    await addPasskey(person);
  });

  test('needs nothing else, and is noted', async () => {
    const { result, browser } = await signIn(person.authenticator);
    expect(result).toEqual({ __typename: 'PasskeySignInSuccess', fullName: 'Robin Marsh' });
    const { viewer } = await browser.query('{ viewer { person { id } passkeys { lastUsedAt } } }');
    expect(viewer.person.id).toBe(encodeId('Person', person.id));
    expect(Date.now() - Date.parse(viewer.passkeys[0].lastUsedAt)).toBeLessThan(60_000);
    const [session] = await hub.database.query(
      `select method from session where person_id = $1 order by created_at desc limit 1`,
      [person.id],
    );
    expect(session).toEqual({ method: 'passkey' });
  });

  test('says of nobody whether they have one: the browser is asked for any', async () => {
    const { beginPasskeySignIn } = await new BrowserSession(hub.address).query(beginSignIn);
    expect(beginPasskeySignIn.options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(beginPasskeySignIn.options.allowCredentials ?? []).toEqual([]);
  });

  test.each<[string, Lies]>([
    ['to another site’s page', { origin: 'https://evil.example' }],
    ['to the same host on another port', { origin: 'http://localhost:4568' }],
    ['for another domain', { rpId: 'evil.example' }],
    ['to a challenge of its own', { challenge: 'x'.repeat(43) }],
    ['without asking for the person', { userVerified: false }],
    ['without anybody there', { userPresent: false }],
    ['that is for making a passkey', { type: 'webauthn.create' }],
    ['that names somebody else', { userHandle: Buffer.alloc(16).toString('base64url') }],
    ['signed with another key', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
  ])('an answer %s lets nobody in', async (_what, lies) => {
    const { result, browser } = await signIn(person.authenticator, lies);
    expect(result.__typename).toBe('NotAllowedRefusal');
    expect(browser.isSignedIn).toBe(false);
  });

  test('an answer is good once', async () => {
    const { answer, browser } = await signIn(person.authenticator);
    browser.forgetCookie('sos_session');
    const replayed = await browser.query(enter, { answer });
    expect(replayed.signInWithPasskey.message).toContain('answered already');
    expect(browser.isSignedIn).toBe(false);
  });

  test('of ten times at once, one gets in', async () => {
    const browser = new BrowserSession(hub.address);
    const { beginPasskeySignIn } = await browser.query(beginSignIn);
    const answer = person.authenticator.get(beginPasskeySignIn.options);
    const results = await Promise.all(Array.from({ length: 10 }, () => browser.query(enter, { answer })));
    const types = results.map(({ signInWithPasskey }) => signInWithPasskey.__typename);
    expect(types.sort()).toEqual([...Array<string>(9).fill('NotAllowedRefusal'), 'PasskeySignInSuccess']);
  });

  test('a refused answer has used its challenge up', async () => {
    const browser = new BrowserSession(hub.address);
    const { beginPasskeySignIn } = await browser.query(beginSignIn);
    await browser.query(enter, {
      answer: person.authenticator.get(beginPasskeySignIn.options, { rpId: 'evil.example' }),
    });
    const mended = await browser.query(enter, { answer: person.authenticator.get(beginPasskeySignIn.options) });
    expect(mended.signInWithPasskey.message).toContain('answered already');
  });

  test('a challenge belongs to the browser that asked, and lives five minutes', async () => {
    const [asked, other] = [new BrowserSession(hub.address), new BrowserSession(hub.address)];
    await other.query(beginSignIn);
    const { beginPasskeySignIn } = await asked.query(beginSignIn);
    const answer = person.authenticator.get(beginPasskeySignIn.options);
    expect((await other.query(enter, { answer })).signInWithPasskey.__typename).toBe('NotAllowedRefusal');
    const lives = await hub.database.query<{ seconds: number }>(
      'select extract(epoch from expires_at - created_at)::int as seconds from passkey_challenge',
    );
    expect(new Set(lives.map(({ seconds }) => seconds))).toEqual(new Set([300]));
    await hub.database.query('update passkey_challenge set expires_at = now()');
    expect((await asked.query(enter, { answer })).signInWithPasskey.__typename).toBe('NotAllowedRefusal');
  });

  test('a challenge for adding a passkey signs nobody in', async () => {
    const { beginPasskey } = await person.browser.query(begin);
    const { challenge, rp } = beginPasskey.options;
    const answer = person.authenticator.get({ challenge, rpId: rp.id });
    expect((await person.browser.query(enter, { answer })).signInWithPasskey.__typename).toBe('NotAllowedRefusal');
  });

  test('a counter that goes back is a copy: refused, and in the trail', async () => {
    expect((await signIn(person.authenticator, { counter: 7 })).result.__typename).toBe('PasskeySignInSuccess');
    for (const counter of [7, 3, 0]) {
      const { result, browser } = await signIn(person.authenticator, { counter });
      expect(result.message).toContain('may have been copied');
      expect(browser.isSignedIn).toBe(false);
    }
    const trail = await hub.database.query(
      `select 1 from audit_entry where subject_id = $1 and action like 'refused a passkey whose counter went back%'`,
      [person.id],
    );
    expect(trail).toHaveLength(3);
    expect((await signIn(person.authenticator, { counter: 8 })).result.__typename).toBe('PasskeySignInSuccess');
  });

  test('one that does not count works again and again', async () => {
    const synced = { ...(await someone()), authenticator: new SoftwareAuthenticator(publicUrl, false) };
    await addPasskey(synced);
    for (let time = 0; time < 3; time += 1) {
      expect((await signIn(synced.authenticator)).result.__typename).toBe('PasskeySignInSuccess');
    }
  });

  test('a passkey that was removed, or whose person has left, opens nothing', async () => {
    const { viewer } = await person.browser.query('{ viewer { passkeys { id } } }');
    const remove = (name: string) =>
      person.browser.query(`mutation ($id: ID!) { result: ${name}(passkeyId: $id) { __typename } }`, {
        id: viewer.passkeys[0].id,
      });
    expect((await remove('removePasskey')).result.__typename).toBe('PasskeySuccess');
    expect((await signIn(person.authenticator)).result.message).toContain('does not know this passkey');
    expect((await remove('removePasskey')).result.__typename).toBe('NotFoundRefusal');
    expect((await remove('restorePasskey')).result.__typename).toBe('PasskeySuccess');
    expect((await signIn(person.authenticator)).result.__typename).toBe('PasskeySignInSuccess');
    await hub.database.query('update person set deactivated_at = now() where id = $1', [person.id]);
    expect((await signIn(person.authenticator)).result.message).toContain('does not know this passkey');
  });

  test('somebody else’s passkey answers like one that does not exist', async () => {
    const other = await someone();
    const { viewer } = await person.browser.query('{ viewer { passkeys { id } } }');
    const { id } = viewer.passkeys[0];
    for (const act of [
      'removePasskey(passkeyId: $id)',
      'restorePasskey(passkeyId: $id)',
      'renamePasskey(input: { passkeyId: $id, name: "mine" })',
    ]) {
      const text = `mutation ($id: ID!) { result: ${act} { __typename ... on Refusal { message } } }`;
      const none = { id: encodeId('Passkey', '00000000-0000-4000-8000-000000000000') };
      expect(await other.browser.query(text, { id })).toEqual(await other.browser.query(text, none));
    }
    expect((await person.browser.query('{ viewer { passkeys { name } } }')).viewer.passkeys).toEqual([
      { name: 'Safari on Mac' },
    ]);
  });
});

describe('a link by mail', () => {
  const open = async (email: string, browser = new BrowserSession(hub.address)) => {
    const response = await browser.post('/sign-in/one-time', { token: await tokenFor(email) });
    return { browser, status: response.status, body: response.status === 200 ? await response.json() : null };
  };

  test('is enough for a representative with a passkey, and for an administrator without', async () => {
    const [member, administrator] = [await someone(), await someone({ isAdministrator: true })];
    await addPasskey(member);
    for (const { email } of [member, administrator]) expect((await open(email)).status).toBe(204);
  });

  test('is not enough for an administrator with a passkey: it must confirm', async () => {
    const administrator = await someone({ isAdministrator: true });
    await addPasskey(administrator);
    expect((await administrator.browser.query('{ viewer { needsPasskey } }')).viewer).toEqual({ needsPasskey: true });
    const { browser, status, body } = await open(administrator.email);
    expect(status).toBe(200);
    expect(browser.isSignedIn).toBe(false);
    const { passkeyRequest } = body as {
      passkeyRequest: { challenge: string; rpId: string; allowCredentials: object[] };
    };
    expect(passkeyRequest.allowCredentials).toMatchObject([{ id: administrator.authenticator.credentials[0]!.id }]);
    const answer = administrator.authenticator.get(passkeyRequest as never);
    expect((await browser.query(enter, { answer })).signInWithPasskey.__typename).toBe('PasskeySignInSuccess');
    expect(browser.isSignedIn).toBe(true);
  });

  test('confirmed by somebody else’s passkey it lets nobody in', async () => {
    const [administrator, other] = [await someone({ isAdministrator: true }), await someone()];
    for (const person of [administrator, other]) await addPasskey(person);
    const { browser, body } = await open(administrator.email);
    const answer = other.authenticator.get((body as { passkeyRequest: never }).passkeyRequest);
    const { signInWithPasskey } = await browser.query(enter, { answer });
    expect(signInWithPasskey.message).toContain('belongs to somebody else');
    expect(browser.isSignedIn).toBe(false);
  });

  test('is enough again when an administrator has reset the passkeys, which is audited', async () => {
    const [lost, administrator] = [await someone({ isAdministrator: true }), await someone({ isAdministrator: true })];
    await addPasskey(lost);
    const reset = `mutation { resetPasskeys(personId: "${encodeId('Person', lost.id)}") { __typename ... on PasskeyResetSuccess { count } } }`;
    await expect(new BrowserSession(hub.address).query(reset)).rejects.toThrow('UNAUTHENTICATED');
    await expect((await someone()).browser.query(reset)).rejects.toThrow('FORBIDDEN');
    expect((await administrator.browser.query(reset)).resetPasskeys).toEqual({
      __typename: 'PasskeyResetSuccess',
      count: 1,
    });
    expect((await open(lost.email)).status).toBe(204);
    expect((await signIn(lost.authenticator)).result.__typename).toBe('NotAllowedRefusal');
    const [entry] = await hub.database.query(
      `select actor_id, after from audit_entry where subject_id = $1 and action = 'reset the passkeys of'`,
      [lost.id],
    );
    expect(entry).toEqual({ actor_id: administrator.id, after: { passkeys: 1 } });
  });
});

describe('showing again who it is', () => {
  const confirm = async ({ browser, authenticator }: Someone) => {
    const { beginPasskeyConfirmation } = await browser.query('mutation { beginPasskeyConfirmation { options } }');
    const answer = authenticator.get(beginPasskeyConfirmation.options);
    const text =
      'mutation ($answer: WebAuthnJson!) { confirmWithPasskey(answer: $answer) { __typename ... on Refusal { message } } }';
    return (await browser.query(text, { answer })).confirmWithPasskey;
  };

  test('opens consequential acts, under a new token', async () => {
    const person = await someone();
    await addPasskey(person);
    await hub.database.query(`update session set authenticated_at = now() - interval '1 hour' where person_id = $1`, [
      person.id,
    ]);
    expect((await person.browser.query(begin)).beginPasskey.__typename).toBe('SignInAgainRefusal');
    const before = person.browser.cookie('sos_session');
    expect((await confirm(person)).__typename).toBe('PasskeyConfirmationSuccess');
    expect(person.browser.cookie('sos_session')).not.toBe(before);
    expect((await person.browser.query(begin)).beginPasskey.__typename).toBe('PasskeyCreation');
    const old = new BrowserSession(hub.address);
    old.setCookie(`sos_session=${before}`);
    expect((await old.query('{ viewer { affiliation } }')).viewer).toBeNull();
  });

  test('is asked of the viewer’s own passkeys', async () => {
    const [person, other] = [await someone(), await someone()];
    for (const each of [person, other]) await addPasskey(each);
    const mixed = { ...person, authenticator: other.authenticator };
    expect((await confirm(mixed)).message).toContain('belongs to somebody else');
  });
});
