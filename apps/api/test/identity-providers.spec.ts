import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildAgency, buildPerson, buildRole } from '@sos/identity-server/testing';
import { encodeId } from '@sos/platform-server';
import { TestIdentityProvider, type TestAccount } from '@sos/platform-testing/oidc';
import { BrowserSession } from './support/browser-session';
import { startTestHub, type TestHub } from './support/test-hub';

const publicUrl = 'http://localhost:4568';
const callback = (key: string) => `${publicUrl}/sign-in/provider/${key}/callback`;
const begin =
  'mutation ($input: BeginProviderSignInInput!) { begun: beginProviderSignIn(input: $input) { __typename ... on ProviderSignInBegun { address } ... on Refusal { message } } }';
const beginLink =
  'mutation ($key: String!) { begun: beginProviderLink(providerKey: $key) { __typename ... on ProviderSignInBegun { address } ... on Refusal { message } } }';

const verified = (sub: string, email: string): TestAccount => ({ sub, email, email_verified: true, name: sub });
const accounts: TestAccount[] = [];

let hub: TestHub;
let cdph: TestIdentityProvider;
let thin: TestIdentityProvider;
let health: string;
let administrator: BrowserSession;

beforeAll(async () => {
  [hub, cdph, thin] = await Promise.all([
    startTestHub({
      environment: {
        PUBLIC_URL: publicUrl,
        SECRETS_KEY: randomBytes(32).toString('base64'),
        ALLOW_PRIVATE_IDENTITY_PROVIDERS: '1',
      },
    }),
    TestIdentityProvider.start({ accounts, redirectAddresses: [callback('cdph'), callback('other')] }),
    TestIdentityProvider.start({ accounts, redirectAddresses: [callback('thin')], thinTokens: true }),
  ]);
  health = await buildAgency(hub.database, { key: 'cdph', name: 'Public Health' });
  const admin = await buildPerson(hub.database, { fullName: 'Ada Admin' });
  await buildRole(hub.database, admin, { role: 'administrator' });
  administrator = new BrowserSession(hub.address);
  administrator.setCookie(await hub.cookieOf(admin));
  for (const [key, provider] of [
    ['cdph', cdph],
    ['thin', thin],
  ] as const) {
    const { identityProvider } = await addProvider({ key, provider });
    await switchProvider(identityProvider.id, 1, true);
  }
});
afterAll(async () => {
  await hub.close();
  await Promise.all([cdph.stop(), thin.stop()]);
});
beforeEach(() => {
  cdph.tamper = null;
});

const fields =
  '__typename ... on IdentityProviderSuccess { identityProvider { id version enabled hasClientSecret redirectAddress linkedPeople mailDomains agencies { key } } } ... on Refusal { message } ... on InvalidInputRefusal { fields { path message } } ... on StaleIdentityProviderRefusal { current { version displayName } }';

async function addProvider(
  { key, provider, ...input }: { key: string; provider: TestIdentityProvider; [field: string]: unknown },
  by = administrator,
) {
  const added = await by.query(
    `mutation ($input: AddIdentityProviderInput!) { result: addIdentityProvider(input: $input) { ${fields} } }`,
    {
      input: {
        key,
        displayName: 'Public Health',
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        agencyIds: [encodeId('Agency', health)],
        mailDomains: ['cdph.ca.gov'],
        ...input,
      },
    },
  );
  return added.result;
}

async function switchProvider(id: string, version: number, enabled: boolean) {
  const switched = await administrator.query(
    `mutation ($input: SwitchIdentityProviderInput!) { result: switchIdentityProvider(input: $input) { ${fields} } }`,
    { input: { identityProviderId: id, expectedVersion: version, enabled } },
  );
  return switched.result;
}

/** Goes through the provider's pages as a browser does; answers the address to which it sends back to the hub. */
async function signInAt(address: string, account: string | null): Promise<URL> {
  const { origin } = new URL(address);
  const browser = new BrowserSession(origin);
  let next = new URL(address);
  for (let step = 0; step < 8 && next.origin === origin; step += 1) {
    const answer = next.pathname.startsWith('/interaction/')
      ? await browser.fetch(next.href, {
          method: 'POST',
          body: new URLSearchParams(account ? { account } : { cancel: 'yes' }),
        })
      : await browser.fetch(next.href);
    const location = answer.headers.get('location');
    if (!location) throw new Error(`The provider answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    next = new URL(location, next);
  }
  return next;
}

interface Way {
  key?: string;
  returnPath?: string;
  browser?: BrowserSession;
}

async function begun({ key = 'cdph', returnPath, browser = new BrowserSession(hub.address) }: Way = {}) {
  const answer = await browser.query(begin, { input: { providerKey: key, returnPath } });
  return { browser, ...answer.begun } as {
    browser: BrowserSession;
    address: string;
    __typename: string;
    message?: string;
  };
}

/** The whole way; answers where the hub sends the browser in the end. */
async function signIn(account: string | null, way: Way = {}, change: (back: URL) => void = () => undefined) {
  const { browser, address } = await begun(way);
  const back = await signInAt(address, account);
  change(back);
  return { browser, back, ...(await comeBack(browser, back)) };
}

async function comeBack(browser: BrowserSession, { pathname, search }: URL) {
  const answer = await browser.fetch(pathname + search);
  return { status: answer.status, location: answer.headers.get('location'), headers: answer.headers };
}

/** Somebody of the agency with an account at its provider. */
async function someone(
  traits: { email?: string; sub?: string; agencyId?: string; account?: Partial<TestAccount> } = {},
) {
  const name = `p${randomBytes(4).toString('hex')}`;
  const { email = `${name}@cdph.ca.gov`, sub = name, agencyId = health } = traits;
  const id = await buildPerson(hub.database, { email, agencyId, fullName: 'Robin Marsh' });
  accounts.push({ ...verified(sub, email), ...traits.account });
  return { id, sub, email };
}

const linksOf = (personId: string) =>
  hub.database.query<{ subject: string; email: string }>(
    'select subject, email from person_identity where person_id = $1 and removed_at is null',
    [personId],
  );

describe('signing in with an identity provider', () => {
  test('joins the person of a verified address, and knows them again by the account alone', async () => {
    const { id, sub, email } = await someone();
    const first = await signIn(sub, { returnPath: '/goals/2?tab=items' });
    expect(first).toMatchObject({ status: 303, location: '/goals/2?tab=items' });
    expect(first.headers.get('cache-control')).toBe('no-store');
    const { viewer } = await first.browser.query(
      '{ viewer { person { id } linkedIdentities { providerName email } } }',
    );
    expect(viewer).toEqual({
      person: { id: encodeId('Person', id) },
      linkedIdentities: [{ providerName: 'Public Health', email }],
    });
    expect(await linksOf(id)).toEqual([{ subject: sub, email }]);
    await hub.database.query(`update person set email = 'married.name@cdph.ca.gov' where id = $1`, [id]);
    expect((await signIn(sub)).browser.isSignedIn).toBe(true);
    const trail = await hub.database.query(`select action, after from audit_entry where subject_id = $1 order by id`, [
      id,
    ]);
    expect(trail.map(({ action }) => action)).toEqual([
      'linked an account of an identity provider:',
      'signed in',
      'signed in',
    ]);
    expect(trail[1]!.after).toEqual({ method: 'identity provider' });
  });

  test('uses code, PKCE, state and nonce, each new every time', async () => {
    const [one, other] = await Promise.all([begun(), begun()]);
    const parts = [one, other].map(({ address }) => new URL(address).searchParams);
    for (const query of parts) {
      expect(Object.fromEntries(query)).toMatchObject({
        response_type: 'code',
        client_id: 'sos-hub',
        redirect_uri: callback('cdph'),
        scope: 'openid email profile',
        code_challenge_method: 'S256',
      });
    }
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(parts[0]!.get(name)!.length).toBeGreaterThanOrEqual(43);
      expect(parts[0]!.get(name)).not.toBe(parts[1]!.get(name));
    }
  });

  test('reads the rest where the token is thin', async () => {
    const { sub, id } = await someone();
    const { browser } = await signIn(sub, { key: 'thin' });
    expect(browser.isSignedIn).toBe(true);
    expect(thin.asked).toContain('/me');
    expect(await linksOf(id)).toHaveLength(1);
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'leads to no other site: %s',
    async (returnPath) => {
      const { sub } = await someone();
      expect((await signIn(sub, { returnPath })).location).toBe('/');
    },
  );

  test('takes the place of the session that the browser had', async () => {
    const { sub } = await someone();
    const { browser } = await signIn(sub);
    const before = browser.cookie('sos_session')!;
    await signIn(sub, { browser });
    const old = new BrowserSession(hub.address);
    old.setCookie(`sos_session=${before}`);
    expect((await old.query('{ viewer { affiliation } }')).viewer).toBeNull();
  });
});

describe('what only this browser, this once, can bring back', () => {
  const refused = ({ location, browser }: { location: string | null; browser: BrowserSession }, problem: string) => {
    expect(location).toBe(`/sign-in?problem=${problem}`);
    expect(browser.isSignedIn).toBe(false);
  };
  let sub: string;
  beforeEach(async () => {
    ({ sub } = await someone());
  });

  test('a wrong state', async () => {
    refused(await signIn(sub, {}, (back) => back.searchParams.set('state', 'x'.repeat(43))), 'expired');
  });

  test('no state', async () => {
    refused(await signIn(sub, {}, (back) => back.searchParams.delete('state')), 'expired');
  });

  test('another browser', async () => {
    const { address } = await begun();
    const back = await signInAt(address, sub);
    for (const browser of [new BrowserSession(hub.address), (await begun()).browser]) {
      refused({ browser, ...(await comeBack(browser, back)) }, 'expired');
    }
  });

  test('a second time', async () => {
    const { browser, back } = await signIn(sub);
    browser.forgetCookie('sos_session');
    refused({ browser, ...(await comeBack(browser, back)) }, 'expired');
  });

  test('of ten times at once, one gets in', async () => {
    const { browser, address } = await begun();
    const back = await signInAt(address, sub);
    const answers = await Promise.all(Array.from({ length: 10 }, () => comeBack(browser, back)));
    expect(answers.map(({ location }) => location).sort()).toEqual([
      '/',
      ...Array<string>(9).fill('/sign-in?problem=expired'),
    ]);
  });

  test('a code that was used, with a state of its own', async () => {
    const { back: used } = await signIn(sub);
    refused(await signIn(sub, {}, (back) => back.searchParams.set('code', used.searchParams.get('code')!)), 'refused');
  });

  test('the code of somebody else’s sign-in: PKCE holds it', async () => {
    const { address } = await begun();
    const stolen = await signInAt(address, (await someone()).sub);
    refused(
      await signIn(sub, {}, (back) => back.searchParams.set('code', stolen.searchParams.get('code')!)),
      'refused',
    );
  });

  test('another issuer in the answer', async () => {
    refused(await signIn(sub, {}, (back) => back.searchParams.set('iss', 'https://evil.example')), 'not-trusted');
  });

  test('the redirect address of another provider', async () => {
    refused(await signIn(sub, {}, (back) => (back.pathname = '/sign-in/provider/thin/callback')), 'expired');
  });

  test('after ten minutes', async () => {
    const { browser, address } = await begun();
    const back = await signInAt(address, sub);
    const lives = await hub.database.query<{ seconds: number }>(
      'select extract(epoch from expires_at - created_at)::int as seconds from provider_sign_in',
    );
    expect(new Set(lives.map(({ seconds }) => seconds))).toEqual(new Set([600]));
    await hub.database.query('update provider_sign_in set expires_at = now()');
    refused({ browser, ...(await comeBack(browser, back)) }, 'expired');
  });

  test('cancelled at the provider', async () => {
    refused(await signIn(null), 'cancelled');
  });

  test.each(['', '?state=%00', '?state=a&state=b', `?code=${'x'.repeat(3_000)}`, '?error=%3Cscript%3E&state=x'])(
    'an address that nobody was sent to: %s',
    async (search) => {
      const { browser } = await begun();
      const answer = await browser.fetch(`/sign-in/provider/cdph/callback${search}`);
      refused({ browser, location: answer.headers.get('location') }, 'expired');
    },
  );
});

describe('tokens that are not to be trusted', () => {
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const cases: [string, NonNullable<TestIdentityProvider['tamper']>][] = [
    ['another nonce', (token) => ({ ...token, claims: { ...token.claims, nonce: 'another' } })],
    ['no nonce', ({ claims: { nonce: _, ...claims }, ...token }) => ({ ...token, claims })],
    ['another issuer', (token) => ({ ...token, claims: { ...token.claims, iss: 'https://evil.example' } })],
    ['another audience', (token) => ({ ...token, claims: { ...token.claims, aud: 'another-client' } })],
    [
      'several audiences, made out to another',
      (token) => ({ ...token, claims: { ...token.claims, aud: ['sos-hub', 'another'], azp: 'another' } }),
    ],
    [
      'that has expired',
      (token) => ({ ...token, claims: { ...token.claims, exp: Math.floor(Date.now() / 1000) - 300 } }),
    ],
    ['without an end', ({ claims: { exp: _, ...claims }, ...token }) => ({ ...token, claims })],
    ['without a subject', ({ claims: { sub: _, ...claims }, ...token }) => ({ ...token, claims })],
    ['signed by nobody', (token) => ({ ...token, header: { ...token.header, alg: 'none' }, key: null })],
    [
      'said to be signed by nobody, in other letters',
      (token) => ({ ...token, header: { ...token.header, alg: 'None' }, key: null }),
    ],
    [
      'signed with the client secret',
      (token) => ({ ...token, header: { ...token.header, alg: 'HS256' }, key: cdph.clientSecret }),
    ],
    ['signed with a key of somebody else', (token) => ({ ...token, key: foreign })],
    ['whose claims were changed after signing', (token) => ({ ...token, key: '' })],
  ];
  test.each(cases)('one with %s', async (_what, tamper) => {
    const { sub, id } = await someone();
    cdph.tamper = tamper;
    const { location, browser } = await signIn(sub);
    expect(location).toBe('/sign-in?problem=not-trusted');
    expect(browser.isSignedIn).toBe(false);
    expect(await linksOf(id)).toEqual([]);
    cdph.tamper = null;
    expect((await signIn(sub)).browser.isSignedIn).toBe(true);
  });

  test('the same, signed again with the real key, is trusted: the cases above fail for what they say', async () => {
    const { sub } = await someone();
    cdph.tamper = (token) => token;
    expect((await signIn(sub)).browser.isSignedIn).toBe(true);
  });
});

describe('whom an account may be', () => {
  const cases: [string, Parameters<typeof someone>[0], string][] = [
    ['whose address is not verified', { account: { email_verified: false } }, 'unverified-address'],
    ['whose address is said nothing of', { account: { email_verified: undefined } }, 'unverified-address'],
    ['without an address', { account: { email: undefined } }, 'no-address'],
    ['with an address of a foreign domain', { email: 'robin.foreign@dhcs.ca.gov' }, 'foreign-domain'],
    ['with an address below its domain', { email: 'robin.below@lab.cdph.ca.gov' }, 'foreign-domain'],
  ];
  test.each(cases)('nobody, for one %s', async (_what, traits, problem) => {
    const { sub, id } = await someone(traits);
    const { location, browser } = await signIn(sub);
    expect(location).toBe(`/sign-in?problem=${problem}`);
    expect(browser.isSignedIn).toBe(false);
    expect(await linksOf(id)).toEqual([]);
  });

  test('nobody, where the hub knows no such address', async () => {
    accounts.push(verified('stranger', 'stranger@cdph.ca.gov'));
    expect((await signIn('stranger')).location).toBe('/sign-in?problem=unknown-person');
  });

  test('nobody, where the person has left, linked or not', async () => {
    const [linked, other] = [await someone(), await someone()];
    await signIn(linked.sub);
    await hub.database.query('update person set deactivated_at = now() where id = any($1::uuid[])', [
      [linked.id, other.id],
    ]);
    for (const { sub } of [linked, other]) {
      expect((await signIn(sub)).location).toBe('/sign-in?problem=unknown-person');
    }
  });

  test('nobody of another agency, whether joined by address or linked before a move', async () => {
    const elsewhere = await buildAgency(hub.database);
    const other = await someone({ agencyId: elsewhere });
    expect((await signIn(other.sub)).location).toBe('/sign-in?problem=other-agency');
    const moved = await someone();
    expect((await signIn(moved.sub)).browser.isSignedIn).toBe(true);
    await hub.database.query('update person set agency_id = $2 where id = $1', [moved.id, elsewhere]);
    expect((await signIn(moved.sub)).location).toBe('/sign-in?problem=other-agency');
  });

  test('nobody, where the address was given to somebody new', async () => {
    const { id, sub, email } = await someone();
    await signIn(sub);
    accounts.push(verified(`${sub}-successor`, email));
    expect((await signIn(`${sub}-successor`)).location).toBe('/sign-in?problem=other-account');
    expect(await linksOf(id)).toEqual([{ subject: sub, email }]);
  });

  test('somebody invited, who goes on to the invitation', async () => {
    accounts.push(verified('invited', 'invited@cdph.ca.gov'), verified('late', 'late@cdph.ca.gov'));
    const inviter = await buildPerson(hub.database);
    const elsewhere = await buildAgency(hub.database);
    await hub.database.query(
      `insert into invitation (email, agency_id, starts_on, expires_at, invited_by_id) values
       ('invited@cdph.ca.gov', $1, current_date, now() + interval '1 day', $2),
       ('late@cdph.ca.gov', $1, current_date, now() - interval '1 second', $2),
       ('late@cdph.ca.gov', $3, current_date, now() + interval '1 day', $2)`,
      [health, inviter, elsewhere],
    );
    const { location, browser } = await signIn('invited');
    expect(location).toMatch(/^\/invitation#token=[\w-]{43}$/);
    expect(browser.isSignedIn).toBe(false);
    const [{ count }] = (await hub.database.query(
      `select count(*) as count from invitation_token t join invitation i on i.id = t.invitation_id
       where i.email = 'invited@cdph.ca.gov' and t.token_hash = sha256(convert_to($1, 'UTF8'))`,
      [location!.split('token=')[1]],
    )) as [{ count: number }];
    expect(count).toBe(1);
    expect((await signIn('late')).location).toBe('/sign-in?problem=unknown-person');
  });
});

describe('a provider that is switched off', () => {
  test('signs nobody in, not even who is on the way, and ends what it began', async () => {
    const other = await TestIdentityProvider.start({ accounts, redirectAddresses: [callback('brief')] });
    const { identityProvider } = await addProvider({ key: 'brief', provider: other });
    expect(identityProvider).toMatchObject({
      enabled: false,
      hasClientSecret: true,
      redirectAddress: callback('brief'),
    });
    expect((await begun({ key: 'brief' })).__typename).toBe('NotFoundRefusal');
    await switchProvider(identityProvider.id, 1, true);
    const { sub } = await someone();
    const { browser } = await signIn(sub, { key: 'brief' });
    expect(browser.isSignedIn).toBe(true);
    const onTheWay = await begun({ key: 'brief' });
    const back = await signInAt(onTheWay.address, sub);

    const off = await switchProvider(identityProvider.id, 2, false);
    expect(off.identityProvider).toMatchObject({ enabled: false, version: 3, linkedPeople: 1 });
    expect((await comeBack(onTheWay.browser, back)).location).toBe('/sign-in?problem=expired');
    expect((await browser.query('{ viewer { affiliation } }')).viewer).toBeNull();
    expect((await begun({ key: 'brief' })).__typename).toBe('NotFoundRefusal');
    const { signInProviders } = await browser.query('{ signInProviders { key } }');
    expect(signInProviders).toEqual([{ key: 'cdph' }, { key: 'thin' }]);
    await other.stop();
  });

  test('answers like one that is not there', async () => {
    const [none, off] = await Promise.all([begun({ key: 'none' }), begun({ key: 'brief' })]);
    expect(off.message).toBe(none.message);
  });
});

describe('a provider that does not answer', () => {
  test('is said not to, and what else one can do', async () => {
    const gone = await TestIdentityProvider.start({ accounts, redirectAddresses: [callback('gone')] });
    const { identityProvider } = await addProvider({ key: 'gone', provider: gone });
    await switchProvider(identityProvider.id, 1, true);
    await gone.stop();
    const refusal = await begun({ key: 'gone' });
    expect(refusal).toMatchObject({
      __typename: 'ProviderUnavailableRefusal',
      message: expect.stringContaining('link by mail'),
    });
    expect((await administrator.query(testText, { id: identityProvider.id })).tested.checks).toEqual([
      { name: 'Discovery', outcome: 'FAILED', message: expect.stringContaining('does not answer') },
    ]);
    await switchProvider(identityProvider.id, 2, false);
  });
});

describe('linking an account from the profile', () => {
  const linkFor = async (
    person: { id: string },
    account: string,
    change?: (browser: BrowserSession) => Promise<void>,
  ) => {
    const browser = new BrowserSession(hub.address);
    browser.setCookie(await hub.cookieOf(person.id));
    const answer = await browser.query(beginLink, { key: 'cdph' });
    const back = await signInAt(answer.begun.address, account);
    await change?.(browser);
    return { browser, ...(await comeBack(browser, back)) };
  };

  test('needs no matching address: both sides know the person', async () => {
    const person = await someone({ email: `private.${randomBytes(3).toString('hex')}@example.org` });
    const browser = new BrowserSession(hub.address);
    browser.setCookie(await hub.cookieOf(person.id));
    const keys = async () =>
      (await browser.query('{ viewer { linkableProviders { key } } }')).viewer.linkableProviders.map(
        ({ key }: { key: string }) => key,
      );
    expect(await keys()).toEqual(['cdph', 'thin']);
    expect((await linkFor(person, person.sub)).location).toBe('/profile?linked=cdph');
    expect(await keys()).toEqual(['thin']);
    expect((await signIn(person.sub)).browser.isSignedIn).toBe(true);
  });

  test('is refused for an account that is somebody else’s, and of another agency', async () => {
    const [person, other] = [await someone(), await someone()];
    await signIn(other.sub);
    expect((await linkFor(person, other.sub)).location).toBe('/profile?problem=linked-elsewhere');
    const stranger = await someone({ agencyId: await buildAgency(hub.database) });
    expect((await linkFor(stranger, stranger.sub)).location).toBe('/profile?problem=other-agency');
  });

  test('is refused when another person has signed in meanwhile, or nobody is', async () => {
    const [person, other] = [await someone(), await someone()];
    const elsewhere = await linkFor(person, person.sub, async (browser) =>
      browser.setCookie(await hub.cookieOf(other.id)),
    );
    expect(elsewhere.location).toBe('/profile?problem=signed-out');
    const gone = await linkFor(person, person.sub, async (browser) => browser.forgetCookie('sos_session'));
    expect(gone.location).toBe('/profile?problem=signed-out');
    expect(await linksOf(person.id)).toEqual([]);
    expect(await linksOf(other.id)).toEqual([]);
  });

  test('asks for a sign-in of the last minutes', async () => {
    const person = await someone();
    const browser = new BrowserSession(hub.address);
    browser.setCookie(await hub.cookieOf(person.id));
    await hub.database.query(`update session set authenticated_at = now() - interval '1 hour' where person_id = $1`, [
      person.id,
    ]);
    expect((await browser.query(beginLink, { key: 'cdph' })).begun.__typename).toBe('SignInAgainRefusal');
  });

  const changed = async (browser: BrowserSession, what: 'unlinkIdentity' | 'relinkIdentity', id: string) => {
    const text = `mutation ($id: ID!) { result: ${what}(linkedIdentityId: $id) { __typename } }`;
    return (await browser.query(text, { id })).result.__typename;
  };
  const linkedTo = async (browser: BrowserSession): Promise<string[]> => {
    const { viewer } = await browser.query('{ viewer { linkedIdentities { id } } }');
    return viewer.linkedIdentities.map(({ id }: { id: string }) => id);
  };

  test('is undone by the person alone, and that is taken back by them alone', async () => {
    const [person, other] = [await someone(), await someone()];
    const { browser } = await signIn(person.sub);
    const [id] = await linkedTo(browser);
    const stranger = (await signIn(other.sub)).browser;
    expect(await changed(stranger, 'unlinkIdentity', id!)).toBe('NotFoundRefusal');
    expect(await changed(browser, 'relinkIdentity', id!)).toBe('NotFoundRefusal');
    expect(await changed(browser, 'unlinkIdentity', id!)).toBe('IdentityUnlinked');
    expect(await linksOf(person.id)).toEqual([]);
    expect(await linkedTo(browser)).toEqual([]);
    expect((await browser.query('{ viewer { linkableProviders { key } } }')).viewer.linkableProviders).toContainEqual({
      key: 'cdph',
    });
    await hub.database.query(`update person set email = 'other.name@cdph.ca.gov' where id = $1`, [person.id]);
    expect((await signIn(person.sub)).location).toBe('/sign-in?problem=unknown-person');
    expect(await changed(stranger, 'relinkIdentity', id!)).toBe('NotFoundRefusal');
    expect(await changed(browser, 'relinkIdentity', id!)).toBe('IdentityRelinked');
    expect(await linkedTo(browser)).toEqual([id]);
    expect((await signIn(person.sub)).browser.isSignedIn).toBe(true);
    const trail = await hub.database.query<{ action: string }>(
      `select action from audit_entry where subject_id = $1 and action like '%linked%' order by id`,
      [person.id],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'linked an account of an identity provider:',
      'unlinked an account of an identity provider:',
      'linked an account of an identity provider again:',
    ]);
  });

  test('unlinked, is not taken back after a day, without a recent sign-in, or once it was linked anew', async () => {
    const person = await someone();
    const { browser } = await signIn(person.sub);
    const [id] = await linkedTo(browser);
    await changed(browser, 'unlinkIdentity', id!);
    const age = (what: string) =>
      hub.database.query(`update session set authenticated_at = now() - ${what}::interval where person_id = $1`, [
        person.id,
      ]);
    await age(`'1 hour'`);
    expect(await changed(browser, 'relinkIdentity', id!)).toBe('SignInAgainRefusal');
    await age(`'0'`);
    await hub.database.query(
      `update person_identity set removed_at = now() - interval '25 hours' where person_id = $1`,
      [person.id],
    );
    expect(await changed(browser, 'relinkIdentity', id!)).toBe('NotFoundRefusal');
    await hub.database.query('update person_identity set removed_at = now() where person_id = $1', [person.id]);
    expect((await signIn(person.sub)).browser.isSignedIn).toBe(true);
    expect(await linksOf(person.id)).toHaveLength(1);
    expect(await changed(browser, 'relinkIdentity', id!)).toBe('NotFoundRefusal');
  });
});

const testText =
  'mutation ($id: ID!) { tested: testIdentityProvider(identityProviderId: $id) { __typename ... on ConnectionTested { checks { name outcome message } } } }';

describe('for administrators', () => {
  const find = async (key: string) => {
    const { identityProviders } = await administrator.query(
      '{ identityProviders { id key version hasClientSecret clientId mailDomains agencies { key } } }',
    );
    return identityProviders.find((provider: { key: string }) => provider.key === key);
  };
  const edit = async (input: object) =>
    (
      await administrator.query(
        `mutation ($input: EditIdentityProviderInput!) { result: editIdentityProvider(input: $input) { ${fields} } }`,
        { input },
      )
    ).result;

  test('the secret is kept sealed, and told to nobody', async () => {
    const [row] = await hub.database.query<{ client_secret: Buffer }>(
      `select client_secret from identity_provider where key = 'cdph'`,
    );
    expect(row!.client_secret.includes(cdph.clientSecret)).toBe(false);
    const trail = await hub.database.query(
      `select before, after from audit_entry where subject_type = 'IdentityProvider'`,
    );
    expect(trail.length).toBeGreaterThan(0);
    expect(JSON.stringify(trail)).not.toContain(cdph.clientSecret);
    const whole = await administrator.query('{ __type(name: "IdentityProvider") { fields { name } } }');
    expect(whole.__type.fields.map(({ name }: { name: string }) => name)).not.toContain('clientSecret');
  });

  test('a sealed secret copied to another provider does not open there', async () => {
    const copy = await TestIdentityProvider.start({ accounts, redirectAddresses: [callback('copy')] });
    const { identityProvider } = await addProvider({ key: 'copy', provider: copy });
    await hub.database.query(
      `update identity_provider set client_secret = (select client_secret from identity_provider where key = 'cdph') where key = 'copy'`,
    );
    const { tested } = await administrator.query(testText, { id: identityProvider.id });
    expect(tested.checks[0]).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining('SECRETS_KEY') });
    await copy.stop();
  });

  test('an edit keeps the secret unless there is a new one, and knows when it is late', async () => {
    const kept = await TestIdentityProvider.start({ accounts, redirectAddresses: [callback('kept')] });
    const { identityProvider } = await addProvider({ key: 'kept', provider: kept });
    const changed = {
      identityProviderId: identityProvider.id,
      expectedVersion: 1,
      displayName: 'Kept',
      clientId: kept.clientId,
      agencyIds: [encodeId('Agency', health)],
      mailDomains: ['@CDPH.ca.gov', 'cdph.ca.gov', 'lab.example.org'],
    };
    expect((await edit(changed)).identityProvider).toMatchObject({
      version: 2,
      hasClientSecret: true,
      mailDomains: ['cdph.ca.gov', 'lab.example.org'],
      agencies: [{ key: 'cdph' }],
    });
    expect(await edit(changed)).toMatchObject({
      __typename: 'StaleIdentityProviderRefusal',
      current: { version: 2, displayName: 'Kept' },
    });
    const client = async () =>
      (await administrator.query(testText, { id: identityProvider.id })).tested.checks.find(
        ({ name }: { name: string }) => name === 'Client id and secret',
      ).outcome;
    expect(await client()).toBe('PASSED');
    await edit({ ...changed, expectedVersion: 2, clientSecret: 'wrong' });
    expect(await client()).toBe('FAILED');
    await kept.stop();
  });

  test('the test looks at each thing that a sign-in needs', async () => {
    const { tested } = await administrator.query(testText, { id: (await find('cdph')).id });
    expect(tested.checks.map(({ name, outcome }: { name: string; outcome: string }) => [name, outcome])).toEqual([
      ['Discovery', 'PASSED'],
      ['Addresses', 'PASSED'],
      ['Way of signing in', 'PASSED'],
      ['Signing keys', 'PASSED'],
      ['Client id and secret', 'PASSED'],
      ['Address of the person', 'PASSED'],
    ]);
  });

  test.each<[object, string]>([
    [{ key: 'cdph' }, 'key'],
    [{ key: 'Not A Key' }, 'key'],
    [{ issuer: 'http://login.example.gov' }, 'issuer'],
    [{ issuer: 'nonsense' }, 'issuer'],
    [{ displayName: ' ' }, 'displayName'],
    [{ clientId: '' }, 'clientId'],
    [{ agencyIds: [] }, 'agencyIds'],
    [{ agencyIds: ['unknown'] }, 'agencyIds'],
    [{ mailDomains: [] }, 'mailDomains'],
    [{ mailDomains: ['cdph.ca.gov', 'nonsense'] }, 'mailDomains.1'],
  ])('%j is refused at its field', async (wrong, path) => {
    const refused = await addProvider({ key: 'fresh', provider: thin, issuer: 'https://login.example.gov', ...wrong });
    expect(refused).toMatchObject({ __typename: 'InvalidInputRefusal', fields: [{ path }] });
  });

  test('an issuer is there once', async () => {
    expect(await addProvider({ key: 'again', provider: cdph })).toMatchObject({ fields: [{ path: 'issuer' }] });
  });

  test('a hub without a key refuses to keep a secret, and takes a provider without one', async () => {
    const keyless = await startTestHub({ environment: { PUBLIC_URL: publicUrl } });
    const agencyId = await buildAgency(keyless.database);
    const admin = await buildPerson(keyless.database, { agencyId });
    await buildRole(keyless.database, admin, { role: 'administrator' });
    const browser = new BrowserSession(keyless.address);
    browser.setCookie(await keyless.cookieOf(admin));
    const input = { agencyIds: [encodeId('Agency', agencyId)], issuer: 'https://login.example.gov' };
    const refused = await addProvider({ key: 'one', provider: cdph, ...input }, browser);
    expect(refused.fields).toEqual([{ path: 'clientSecret', message: expect.stringContaining('SECRETS_KEY') }]);
    const added = await addProvider({ key: 'one', provider: cdph, ...input, clientSecret: null }, browser);
    expect(added.identityProvider).toMatchObject({ hasClientSecret: false });
    const local = await addProvider(
      { key: 'two', provider: cdph, ...input, issuer: cdph.issuer, clientSecret: null },
      browser,
    );
    expect(local.fields).toEqual([{ path: 'issuer', message: expect.stringContaining('https://') }]);
    await keyless.close();
  });

  test('an address inside the network is not spoken to, unless it is allowed', async () => {
    const careful = await startTestHub({ environment: { PUBLIC_URL: publicUrl } });
    await careful.database.query(
      `insert into identity_provider (key, display_name, issuer, client_id, mail_domains, enabled)
       values ('inside', 'Inside', $1, 'sos-hub', '{cdph.ca.gov}', true)`,
      [cdph.issuer.replace('http:', 'https:')],
    );
    const before = cdph.asked.length;
    const answer = await new BrowserSession(careful.address).query(begin, { input: { providerKey: 'inside' } });
    expect(answer.begun.__typename).toBe('ProviderUnavailableRefusal');
    expect(cdph.asked).toHaveLength(before);
    await careful.close();
  });
});
