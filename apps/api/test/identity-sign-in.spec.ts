import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addPerson, createSignInAddress } from '@sos/identity-server';
import { buildAgency, buildPerson } from '@sos/identity-server/testing';
import { encodeId } from '@sos/platform-server';
import { GraphqlClient, type GraphqlAnswer } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

const signIn = /* GraphQL */ `
  mutation ($personId: ID!) {
    signInAsDemonstrationPerson(personId: $personId) {
      __typename
      ... on SignInSuccess {
        viewer {
          person {
            fullName
            initials
            agency {
              abbreviation
            }
          }
          affiliation
          isStaff
          isAdministrator
          isWorkgroupChair
          subGroupSlugs
          chairedSubGroupSlugs
          dataStewardAgencyIds
          mayCreateActionItems
          mayAddDataSources
          mayImportCatalogs
        }
      }
      ... on Refusal {
        message
      }
      ... on NotAllowedRefusal {
        whoCan
      }
    }
  }
`;
const whoAmI = '{ viewer { person { fullName } } }';

interface SignInAnswer {
  signInAsDemonstrationPerson: { __typename: string };
}

/** Like a browser: sends a mutation without a session and keeps the cookie of the answer. */
async function enter(
  hub: TestHub,
  personId: string,
): Promise<{ cookie: string; answer: GraphqlAnswer<SignInAnswer>; header: string }> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: signIn, variables: { personId } }),
  });
  const header = response.headers.get('set-cookie') ?? '';
  return { header, cookie: header.split(';')[0]!, answer: (await response.json()) as GraphqlAnswer<SignInAnswer> };
}

describe('the demonstration', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ content: 'demonstration' });
  });
  afterAll(() => hub.close());

  const personsOf = async () => {
    const nobody = await hub.as('nobody');
    const { demonstrationPersons } = await nobody.query(
      '{ demonstrationPersons { id fullName jobTitle agencyName agencyAbbreviation demonstrationRole } }',
    );
    return demonstrationPersons as { id: string; fullName: string; demonstrationRole: string | null }[];
  };
  const idOfPerson = async (name: string) => (await personsOf()).find(({ fullName }) => fullName === name)!.id;

  test('anybody sees what hub this is, and nobody’s viewer is null', async () => {
    const nobody = await hub.as('nobody');
    const { hub: answer, viewer } = await nobody.query(
      '{ hub { name workgroupName isDemonstration version today contentNotice } viewer { affiliation } }',
    );
    expect(answer).toEqual({
      name: 'SOS Hub',
      workgroupName: 'Statewide Overdose Safety Workgroup',
      isDemonstration: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      today: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      contentNotice: 'Sample content. People and figures are invented.',
    });
    expect(viewer).toBeNull();
  });

  test('persons to choose from: suggested ones first, in the order of the story', async () => {
    const persons = await personsOf();
    expect(persons).toHaveLength(30);
    const suggested = persons.filter(({ demonstrationRole }) => demonstrationRole !== null);
    expect(persons.slice(0, suggested.length)).toEqual(suggested);
    expect(suggested[0]).toMatchObject({ fullName: 'Jordan Whitfield', demonstrationRole: 'Chair of the workgroup' });
  });

  test('a chosen person is signed in, with roles and seats, by a cookie that scripts cannot read', async () => {
    const { answer, header, cookie } = await enter(hub, await idOfPerson('Jordan Whitfield'));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.signInAsDemonstrationPerson).toMatchObject({
      __typename: 'SignInSuccess',
      viewer: {
        person: { fullName: 'Jordan Whitfield', initials: 'JW', agency: { abbreviation: 'CDPH' } },
        affiliation: 'Chair, Public Health',
        isWorkgroupChair: true,
        isStaff: false,
        mayCreateActionItems: true,
        mayAddDataSources: false,
        mayImportCatalogs: false,
      },
    });
    expect(header).toMatch(/HttpOnly/i);
    expect(header).toMatch(/SameSite=Lax/i);
    const { viewer } = await new GraphqlClient(hub.address, cookie).query(whoAmI);
    expect(viewer.person.fullName).toBe('Jordan Whitfield');
  });

  test('the database keeps the hash of a session’s token, never the token', async () => {
    const { cookie } = await enter(hub, await idOfPerson('Ana Reyes'));
    const token = cookie.split('=')[1]!;
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await hub.database.query(
      `select 1 from session where token_hash = sha256(convert_to($1, 'UTF8'))
         and expires_at between now() + interval '11 hours' and now() + interval '13 hours'`,
      [token],
    );
    expect(rows).toHaveLength(1);
  });

  test('signing out ends the session at once', async () => {
    const { cookie } = await enter(hub, await idOfPerson('Ana Reyes'));
    const ana = new GraphqlClient(hub.address, cookie);
    expect((await ana.query(whoAmI)).viewer).not.toBeNull();
    expect((await ana.query('mutation { signOut { signedOut } }')).signOut.signedOut).toBe(true);
    expect((await ana.query(whoAmI)).viewer).toBeNull();
    expect((await ana.query('mutation { signOut { signedOut } }')).signOut.signedOut).toBe(false);
  });

  test.each(['', 'nonsense', encodeId('Agency', '00000000-0000-4000-8000-000000000000'), 'x'.repeat(100_000)])(
    'an unknown person is refused (%#)',
    async (personId) => {
      const { answer, header } = await enter(hub, personId);
      expect(answer.data.signInAsDemonstrationPerson).toMatchObject({ __typename: 'NotFoundRefusal' });
      expect(header).toBe('');
    },
  );

  test('a person who is not of the demonstration cannot be chosen', async () => {
    const real = await buildPerson(hub.database);
    const { answer } = await enter(hub, encodeId('Person', real));
    expect(answer.data.signInAsDemonstrationPerson.__typename).toBe('NotFoundRefusal');
  });

  test('who signs in and out stands in the trail, and in no feed', async () => {
    await enter(hub, await idOfPerson('Ana Reyes'));
    const rows = await hub.database.query(
      `select visible_in_feed from audit_entry where action = 'signed in' and actor_label = 'Ana Reyes'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.visible_in_feed === false)).toBe(true);
  });
});

describe('a real hub', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ environment: { DEMO: '0' } });
    await buildAgency(hub.database, { key: 'cdph' });
  });
  afterAll(() => hub.close());

  const post = (body: unknown) =>
    fetch(`${hub.address}/sign-in/one-time`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const add = (person: Partial<Parameters<typeof addPerson>[1]> = {}) =>
    hub.database.transaction((transaction) =>
      addPerson(transaction, { email: 'pat@example.org', fullName: 'Pat Example', agencyKey: 'cdph', ...person }),
    );
  const tokenFor = async (email: string) => {
    const made = await hub.database.transaction((transaction) =>
      createSignInAddress(transaction, 'https://hub.example.org', email),
    );
    return made!.address.split('#token=')[1]!;
  };

  test('offers nobody to choose, and says so', async () => {
    const someone = await buildPerson(hub.database, { isDemonstration: true });
    const nobody = await hub.as('nobody');
    const { demonstrationPersons, hub: answer } = await nobody.query(
      '{ demonstrationPersons { id } hub { isDemonstration contentNotice } }',
    );
    expect(demonstrationPersons).toEqual([]);
    expect(answer).toEqual({ isDemonstration: false, contentNotice: null });
    const refused = await enter(hub, encodeId('Person', someone));
    expect(refused.answer.errors).toBeUndefined();
    expect(refused.answer.data.signInAsDemonstrationPerson).toMatchObject({
      __typename: 'NotAllowedRefusal',
      whoCan: expect.stringContaining('administrator'),
    });
    expect(refused.header).toBe('');
  });

  test('a one-time address lets the person in once, and a GET changes nothing', async () => {
    await add({ email: 'Once@Example.org', isAdministrator: true });
    const token = await tokenFor('once@example.org');
    await fetch(`${hub.address}/sign-in/one-time`);
    await fetch(`${hub.address}/sign-in/one-time?token=${token}`);
    const first = await post({ token });
    expect(first.status).toBe(204);
    const cookie = first.headers.get('set-cookie')!.split(';')[0]!;
    const { viewer } = await new GraphqlClient(hub.address, cookie).query('{ viewer { isAdministrator isStaff } }');
    expect(viewer).toEqual({ isAdministrator: true, isStaff: false });
    const second = await post({ token });
    expect(second.status).toBe(410);
    expect(await second.json()).toEqual({ message: expect.stringContaining('used or has expired') });
  });

  test('of ten requests at once, one gets in', async () => {
    await add({ email: 'race@example.org' });
    const token = await tokenFor('race@example.org');
    const answers = await Promise.all(Array.from({ length: 10 }, () => post({ token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(9).fill(410)]);
  });

  test('an address that has expired, was replaced, or belongs to a deactivated person does not work', async () => {
    await add({ email: 'late@example.org' });
    const expired = await tokenFor('late@example.org');
    await hub.database.query(`update sign_in_token set expires_at = now() - interval '1 second'`);
    expect((await post({ token: expired })).status).toBe(410);
    const replaced = await tokenFor('late@example.org');
    const current = await tokenFor('late@example.org');
    expect((await post({ token: replaced })).status).toBe(410);
    await hub.database.query(`update person set deactivated_at = now() where email = 'late@example.org'`);
    expect((await post({ token: current })).status).toBe(410);
    const none = await hub.database.transaction((t) => createSignInAddress(t, 'https://x.org', 'late@example.org'));
    expect(none).toBeNull();
  });

  test.each([[{}], [{ token: 5 }], [{ token: 'short' }], [{ token: 'x'.repeat(100_000) }], [[]], [null]])(
    'what is no token is told so (%#)',
    async (body) => {
      const answer = await post(body);
      expect(answer.status).toBe(400);
      expect((await answer.json()) as object).not.toEqual({});
    },
  );

  test.each([
    [{ email: 'nobody' }, 'email'],
    [{ agencyKey: 'unknown' }, 'agencyKey'],
    [{ fullName: '  ' }, 'fullName'],
  ])('a person with %j is refused, and named is the field', async (wrong, path) => {
    const { refusal } = await add({ email: 'wrong@example.org', ...wrong });
    expect(refusal?.fields.map((field) => field.path)).toEqual([path]);
  });

  test('an e-mail address belongs to one person', async () => {
    await add({ email: 'twice@example.org' });
    const { refusal } = await add({ email: 'TWICE@example.org' });
    expect(refusal?.fields[0]?.path).toBe('email');
  });
});
