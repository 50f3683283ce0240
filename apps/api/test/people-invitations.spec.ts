import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildAgency, buildPerson, buildRole } from '@sos/identity-server/testing';
import { addDays, Calendar, encodeId } from '@sos/platform-server';
import { GraphqlClient } from '@sos/platform-testing';
import { buildSeat, buildSubGroup, buildWorkgroup } from '@sos/workgroup-server/testing';
import { mailTo, tokenIn } from './support/mailbox';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let today: string;
let workgroupId: string;
let agencyId: string;
let one: string;
let two: string;
let administrator: GraphqlClient;
let staff: GraphqlClient;
let chairId: string;
let chair: GraphqlClient;
let chairOfTwo: GraphqlClient;
let chairOfAll: GraphqlClient;
let member: GraphqlClient;

beforeAll(async () => {
  hub = await startTestHub();
  const { database } = hub;
  today = hub.application.get(Calendar).today();
  agencyId = await buildAgency(database, { key: 'cdph', name: 'Department of Public Health' });
  workgroupId = await buildWorkgroup(database);
  one = await buildSubGroup(database, workgroupId, { slug: 'one' });
  two = await buildSubGroup(database, workgroupId, { slug: 'two' });
  const person = (fullName: string) => buildPerson(database, { agencyId, fullName });
  const seated = async (fullName: string, subGroupId: string | undefined, role: 'co_chair' | 'chair' | 'member') => {
    const personId = await person(fullName);
    await buildSeat(database, { workgroupId, subGroupId, agencyId, personId, role });
    return personId;
  };
  const administratorId = await person('Ada Admin');
  await buildRole(database, administratorId, { role: 'administrator' });
  const staffId = await person('Sam Staff');
  await buildRole(database, staffId, { role: 'staff' });
  chairId = await seated('Cleo Chair', one, 'co_chair');
  administrator = await hub.as(administratorId);
  staff = await hub.as(staffId);
  chair = await hub.as(chairId);
  chairOfTwo = await hub.as(await seated('Tara Two', two, 'chair'));
  chairOfAll = await hub.as(await seated('Alma All', undefined, 'chair'));
  member = await hub.as(await seated('Mia Member', one, 'member'));
});
afterAll(() => hub.close());

let count = 0;
const freshEmail = () => `guest-${(count += 1)}@example.org`;
const agency = () => encodeId('Agency', agencyId);
const inOne = (role = 'MEMBER') => ({ seat: { subGroupId: encodeId('SubGroup', one), role } });

const parts = `__typename
  ... on InvitationSuccess { invitation { id email state mailedAt seatRole subGroup { slug } roles startsOn endsOn } }
  ... on Refusal { message } ... on InvalidInputRefusal { fields { path message } }`;
const invite = async (client: GraphqlClient, email: string, input: object = {}) =>
  (
    await client.query(
      `mutation ($input: InvitePersonInput!) { result: invitePerson(input: $input) { ${parts} ... on MembershipAdded { person { fullName } } } }`,
      {
        input: { email, agencyId: agency(), ...input },
      },
    )
  ).result;
const change = async (client: GraphqlClient, name: 'revokeInvitation' | 'resendInvitation', invitationId: string) =>
  (
    await client.query(`mutation ($id: ID!) { result: ${name}(input: { invitationId: $id }) { ${parts} } }`, {
      id: invitationId,
    })
  ).result;

/** The token of the latest message to the address, as a person's mail program would show it. */
const mailedToken = async (email: string): Promise<string> => {
  await hub.deliverOutbox();
  return tokenIn((await mailTo(hub, email)).at(-1)!);
};
const offered = async (token: string) =>
  (
    await (
      await hub.as('nobody')
    ).query(
      `query ($token: String!) { offeredMembership(token: $token) { email agencyName bodyName seatRole roles invitedByName isKnown } }`,
      { token },
    )
  ).offeredMembership;

const acceptText = `mutation ($input: AcceptInvitationInput!) { result: acceptInvitation(input: $input) {
  __typename ... on AcceptInvitationSuccess { isSignedIn } ... on Refusal { message } ... on InvalidInputRefusal { fields { path } } } }`;
/** Accepts without a session, and comes back with the one that begins. */
async function accept(token: string, fullName = 'Gale Guest', jobTitle = 'Analyst') {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: acceptText, variables: { input: { token, fullName, jobTitle } } }),
  });
  const { data } = (await response.json()) as {
    data: { result: { __typename: string; isSignedIn?: boolean; message?: string } };
  };
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? null;
  return { ...data.result, cookie, client: new GraphqlClient(hub.address, cookie) };
}

describe('an invitation', () => {
  test('makes the person, with the seat for its term, and signs in', async () => {
    const email = freshEmail();
    const endsOn = addDays(today, 365);
    const sent = await invite(chair, ` ${email.toUpperCase()} `, {
      ...inOne(),
      endsOn,
      note: 'We need your <b>data</b>.',
    });
    expect(sent.invitation).toMatchObject({
      email,
      state: 'OPEN',
      mailedAt: null,
      seatRole: 'MEMBER',
      startsOn: today,
      endsOn,
    });
    const token = await mailedToken(email);
    expect(await offered(token)).toEqual({
      email,
      agencyName: 'Department of Public Health',
      bodyName: 'one',
      seatRole: 'MEMBER',
      roles: [],
      invitedByName: 'Cleo Chair',
      isKnown: false,
    });
    const { isSignedIn, client } = await accept(token);
    expect(isSignedIn).toBe(true);
    const { viewer } = await client.query(
      '{ viewer { subGroupSlugs person { fullName email jobTitle agency { key } seats { role endsOn } } } }',
    );
    expect(viewer).toEqual({
      subGroupSlugs: ['one'],
      person: {
        fullName: 'Gale Guest',
        email,
        jobTitle: 'Analyst',
        agency: { key: 'cdph' },
        seats: [{ role: 'MEMBER', endsOn }],
      },
    });
  });

  test('tells in its message who invites to what, and nothing a person wrote is markup', async () => {
    const email = freshEmail();
    await invite(chair, email, { ...inOne(), note: 'Bring <script>alert(1)</script>' });
    await hub.deliverOutbox();
    const [message] = await mailTo(hub, email);
    expect(message!.subject).toBe('Cleo Chair invites you to SOS Hub');
    expect(message!.text).toContain('for Department of Public Health, as member of one.');
    expect(message!.text).toContain('“Bring <script>alert(1)</script>”');
    expect(message!.html).not.toContain('<script');
    expect(message!.text).toMatch(/\/invitation#token=[\w-]{43}/);
  });

  test('keeps its secret: not in the database, not in the outbox, not in the trail', async () => {
    const email = freshEmail();
    await invite(chair, email, inOne());
    const token = await mailedToken(email);
    const hash = createHash('sha256').update(token).digest();
    expect(await hub.database.query('select from invitation_token where token_hash = $1', [hash])).toHaveLength(1);
    const [{ text }] = (await hub.database.query(
      `select coalesce((select string_agg(o::text, '') from outbox_entry o), '') ||
         coalesce((select string_agg(i::text, '') from invitation i), '') ||
         coalesce((select string_agg(t::text, '') from invitation_token t), '') ||
         (select string_agg(a::text, '') from audit_entry a) as text`,
    )) as [{ text: string }];
    expect(text).toContain(email);
    expect(text).not.toContain(token);
  });

  test('is used up by accepting, not by looking, nor by what a mail scanner does', async () => {
    const email = freshEmail();
    await invite(chair, email, inOne());
    const token = await mailedToken(email);
    for (let round = 0; round < 3; round += 1) {
      await offered(token);
      for (const method of ['GET', 'HEAD']) {
        const response = await fetch(`${hub.address}/invitation?token=${token}`, { method, redirect: 'manual' });
        expect(response.headers.get('set-cookie')).toBeNull();
        const query = encodeURIComponent(acceptText);
        const variables = encodeURIComponent(JSON.stringify({ input: { token, fullName: 'Scanner' } }));
        await fetch(`${hub.address}/graphql?query=${query}&variables=${variables}`, { method });
      }
    }
    expect(await hub.database.query('select from person where email = $1', [email])).toHaveLength(0);
    expect((await accept(token)).isSignedIn).toBe(true);
    expect(await accept(token)).toMatchObject({ __typename: 'NotFoundRefusal', cookie: null });
    expect(await offered(token)).toBeNull();
  });

  test('lets one in of many who accept at once', async () => {
    const email = freshEmail();
    await invite(chair, email, inOne());
    const token = await mailedToken(email);
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(token)));
    expect(answers.filter(({ isSignedIn }) => isSignedIn)).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'NotFoundRefusal')).toHaveLength(7);
    expect(
      await hub.database.query('select from seat s join person p on p.id = s.person_id where p.email = $1', [email]),
    ).toHaveLength(1);
  });

  test.each([
    ['has expired', `update invitation set expires_at = now() where email = $1`],
    [
      'whose last day has passed',
      `update invitation set starts_on = '2020-01-01', ends_on = '2020-12-31' where email = $1`,
    ],
    [
      'whose inviter has left',
      `update person set deactivated_at = now() where id = (select invited_by_id from invitation where email = $1)`,
    ],
    [
      'whose inviter leads no more',
      `update seat set ends_on = '2024-01-01' where person_id = (select invited_by_id from invitation where email = $1)`,
    ],
  ])('one that %s lets nobody in', async (_how, statement) => {
    const inviterId = await buildPerson(hub.database, { agencyId, fullName: 'Ivo Inviter' });
    await buildSeat(hub.database, { workgroupId, subGroupId: one, agencyId, personId: inviterId, role: 'co_chair' });
    const email = freshEmail();
    await invite(await hub.as(inviterId), email, inOne());
    const token = await mailedToken(email);
    await hub.database.query(statement, [email]);
    expect(await accept(token)).toMatchObject({ __typename: 'NotFoundRefusal', cookie: null });
    expect(await hub.database.query('select from person where email = $1', [email])).toHaveLength(0);
  });

  test('revoked is dead; sent again it lives under a new link, and the old one stays dead', async () => {
    const email = freshEmail();
    const { invitation } = await invite(chair, email, inOne());
    const first = await mailedToken(email);
    expect((await change(chair, 'revokeInvitation', invitation.id)).invitation.state).toBe('REVOKED');
    expect((await accept(first)).__typename).toBe('NotFoundRefusal');
    expect((await change(chair, 'revokeInvitation', invitation.id)).__typename).toBe('InvalidInputRefusal');
    expect((await change(chair, 'resendInvitation', invitation.id)).invitation.state).toBe('OPEN');
    const second = await mailedToken(email);
    expect(second).not.toBe(first);
    expect((await accept(first)).__typename).toBe('NotFoundRefusal');
    expect((await change(chair, 'resendInvitation', invitation.id)).message).toContain('a moment ago');
    expect((await accept(second)).isSignedIn).toBe(true);
    expect((await change(chair, 'resendInvitation', invitation.id)).message).toContain('accepted already');
  });

  test('asks for a name', async () => {
    const email = freshEmail();
    await invite(chair, email, inOne());
    const token = await mailedToken(email);
    expect(await accept(token, '  ')).toMatchObject({
      __typename: 'InvalidInputRefusal',
      fields: [{ path: 'fullName' }],
    });
    expect((await accept(token)).isSignedIn).toBe(true);
  });

  test('fills the vacant seat that was meant, or adds one when somebody else took it', async () => {
    const seatId = await buildSeat(hub.database, { workgroupId, subGroupId: one, agencyId });
    const seat = { ...inOne().seat, seatId: encodeId('Seat', seatId) };
    const [early, late] = [freshEmail(), freshEmail()];
    await invite(chair, early, { seat });
    await invite(chair, late, { seat });
    expect((await accept(await mailedToken(early), 'Early Bird')).isSignedIn).toBe(true);
    expect((await accept(await mailedToken(late), 'Late Bird')).isSignedIn).toBe(true);
    const rows = await hub.database.query(
      `select s.id = $2 as "isThatSeat", p.full_name as name from seat s join person p on p.id = s.person_id
       where p.email = any($1) order by p.full_name`,
      [[early, late], seatId],
    );
    expect(rows).toEqual([
      { isThatSeat: true, name: 'Early Bird' },
      { isThatSeat: false, name: 'Late Bird' },
    ]);
    expect((await invite(chair, freshEmail(), { seat })).fields[0].path).toBe('seat.seatId');
  });

  test('is sent once, however often the request arrives', async () => {
    const email = freshEmail();
    const input = { ...inOne(), idempotencyKey: 'one-invitation-only' };
    const [first, second] = [await invite(chair, email, input), await invite(chair, email, input)];
    expect(second.invitation.id).toBe(first.invitation.id);
    await hub.deliverOutbox();
    expect(await mailTo(hub, email)).toHaveLength(1);
  });
});

describe('who may invite', () => {
  const tries: [string, () => GraphqlClient, object, boolean][] = [
    ['a chair: a member of her body', () => chair, { role: 'MEMBER' }, true],
    ['a chair: a co-chair of her body', () => chair, { role: 'CO_CHAIR' }, true],
    ['a chair: the chair of her body', () => chair, { role: 'CHAIR' }, false],
    ['the chair of another body', () => chairOfTwo, { role: 'MEMBER' }, false],
    ['the chair of the workgroup: the chair of a sub-group', () => chairOfAll, { role: 'CHAIR' }, true],
    ['a member', () => member, { role: 'MEMBER' }, false],
    ['staff', () => staff, { role: 'CHAIR' }, true],
    ['an administrator', () => administrator, { role: 'CHAIR' }, true],
  ];
  test.each(tries)('%s', async (_who, client, { role }: { role?: string }, may) => {
    const answer = await invite(client(), freshEmail(), inOne(role));
    expect(answer.__typename).toBe(may ? 'InvitationSuccess' : 'NotAllowedRefusal');
  });

  test('only administrators invite staff and administrators; staff invite for agencies; chairs give seats alone', async () => {
    const may = async (client: GraphqlClient, input: object) =>
      (await invite(client, freshEmail(), input)).__typename === 'InvitationSuccess';
    for (const roles of [['STAFF'], ['ADMINISTRATOR'], ['DATA_STEWARD', 'ADMINISTRATOR']]) {
      expect(await may(administrator, { roles })).toBe(true);
      expect(await may(staff, { roles })).toBe(false);
      expect(await may(chair, { ...inOne(), roles })).toBe(false);
    }
    expect(await may(staff, { roles: ['DATA_STEWARD'] })).toBe(true);
    expect(await may(staff, {})).toBe(true);
    expect(await may(chair, { ...inOne(), roles: ['DATA_STEWARD'] })).toBe(false);
    expect(await may(chair, {})).toBe(false);
    expect(await may(chair, { seat: { role: 'MEMBER' } })).toBe(false);
    expect(await may(chairOfAll, { seat: { role: 'MEMBER' } })).toBe(true);
    expect(await may(chairOfAll, { seat: { role: 'CHAIR' } })).toBe(false);
  });

  test('an invitation to staff needs a fresh sign-in', async () => {
    const id = await buildPerson(hub.database, { agencyId });
    await buildRole(hub.database, id, { role: 'administrator' });
    const client = await hub.as(id);
    await hub.database.query(`update session set authenticated_at = now() - interval '1 hour' where person_id = $1`, [
      id,
    ]);
    expect((await invite(client, freshEmail(), { roles: ['STAFF'] })).__typename).toBe('SignInAgainRefusal');
    expect((await invite(client, freshEmail(), inOne())).__typename).toBe('InvitationSuccess');
  });

  test('nobody sees or changes what they could not give: it is as if it were not there', async () => {
    const emails = { one: freshEmail(), staff: freshEmail(), plain: freshEmail() };
    const ids = {
      one: (await invite(chair, emails.one, inOne())).invitation.id,
      staff: (await invite(administrator, emails.staff, { ...inOne(), roles: ['STAFF'] })).invitation.id,
      plain: (await invite(staff, emails.plain)).invitation.id,
    };
    const seen = async (client: GraphqlClient) => {
      const { invitations } = await client.query('{ invitations(first: 200) { totalCount edges { node { email } } } }');
      expect(invitations.totalCount).toBe(invitations.edges.length);
      const found = invitations.edges.map(({ node }: { node: { email: string } }) => node.email);
      return (Object.keys(emails) as (keyof typeof emails)[]).filter((key) => found.includes(emails[key]));
    };
    const inSubGroup = async (client: GraphqlClient) =>
      (
        await client.query('{ subGroup(slug: "one") { invitations { edges { node { id } } } } }')
      ).subGroup.invitations.edges.map(({ node }: { node: { id: string } }) => node.id);
    const expected: [GraphqlClient, (keyof typeof emails)[]][] = [
      [administrator, ['one', 'staff', 'plain']],
      [staff, ['one', 'plain']],
      [chairOfAll, ['one']],
      [chair, ['one']],
      [chairOfTwo, []],
      [member, []],
    ];
    for (const [client, keys] of expected) {
      expect(await seen(client)).toEqual(keys);
      expect((await inSubGroup(client)).includes(ids.one)).toBe(keys.includes('one'));
      expect((await inSubGroup(client)).includes(ids.staff)).toBe(keys.includes('staff'));
      for (const key of Object.keys(ids) as (keyof typeof ids)[]) {
        const { node } = await client.query('query ($id: ID!) { node(id: $id) { id } }', { id: ids[key] });
        expect(node?.id ?? null).toBe(keys.includes(key) ? ids[key] : null);
        if (keys.includes(key)) continue;
        expect((await change(client, 'revokeInvitation', ids[key])).__typename).toBe('NotFoundRefusal');
        expect((await change(client, 'resendInvitation', ids[key])).__typename).toBe('NotFoundRefusal');
      }
    }
  });
});

describe('an address that the hub knows', () => {
  test('of somebody in the hub gets the seat at once, without a message', async () => {
    const id = await buildPerson(hub.database, { agencyId, fullName: 'Kim Known', email: freshEmail() });
    const [{ email }] = (await hub.database.query('select email from person where id = $1', [id])) as [
      { email: string },
    ];
    const answer = await invite(chair, email, inOne());
    expect(answer).toEqual({ __typename: 'MembershipAdded', person: { fullName: 'Kim Known' } });
    await hub.deliverOutbox();
    expect(await mailTo(hub, email)).toEqual([]);
    expect((await (await hub.as(id)).query('{ viewer { subGroupSlugs } }')).viewer.subGroupSlugs).toEqual(['one']);
    await invite(chair, email, inOne());
    expect(await hub.database.query('select from seat where person_id = $1', [id])).toHaveLength(1);
    expect((await invite(staff, email)).message).toContain('Kim Known is in the hub already');
  });

  test('that came in meanwhile is added to, and signs in the way it does', async () => {
    const email = freshEmail();
    await invite(chair, email, inOne());
    const token = await mailedToken(email);
    const id = await buildPerson(hub.database, { agencyId, fullName: 'Kim Kept', email });
    expect((await offered(token)).isKnown).toBe(true);
    expect(await accept(token, 'Another Name')).toMatchObject({ isSignedIn: false, cookie: null });
    const { viewer } = await (await hub.as(id)).query('{ viewer { subGroupSlugs person { fullName } } }');
    expect(viewer).toEqual({ subGroupSlugs: ['one'], person: { fullName: 'Kim Kept' } });
  });

  test('of somebody who left looks to a chair like any other, and does not let them in again', async () => {
    const [gone, fresh] = [freshEmail(), freshEmail()];
    await buildPerson(hub.database, { agencyId, fullName: 'Gil Gone', email: gone, isDeactivated: true });
    const [ofGone, ofFresh] = [await invite(chair, gone, inOne()), await invite(chair, fresh, inOne())];
    const shape = ({ invitation }: { invitation: { id: string; email: string } }) => ({
      ...invitation,
      id: '',
      email: '',
    });
    expect(shape(ofGone)).toEqual(shape(ofFresh));
    const answer = await accept(await mailedToken(gone));
    expect(answer).toMatchObject({ __typename: 'InvalidInputRefusal', cookie: null });
    expect(answer.message).toContain('An administrator of the hub must invite you again');
    expect((await invite(staff, gone, inOne())).message).toContain('Gil Gone left the hub');
    expect((await invite(administrator, gone, { seat: { role: 'MEMBER' } })).__typename).toBe('InvitationSuccess');
    expect(await accept(await mailedToken(gone), 'Gil Again')).toMatchObject({ isSignedIn: false });
    const [person] = await hub.database.query(
      `select full_name as name, deactivated_at is null as "isActive" from person where email = $1`,
      [gone],
    );
    expect(person).toEqual({ name: 'Gil Again', isActive: true });
  });

  test('that is invited to the same already is said to whoever invited, and to another body it is new', async () => {
    const email = freshEmail();
    await invite(chair, email, inOne());
    expect((await invite(chair, email, inOne())).message).toContain('is invited to this already');
    const inTwo = { seat: { subGroupId: encodeId('SubGroup', two), role: 'MEMBER' } };
    expect((await invite(chairOfTwo, email, inTwo)).__typename).toBe('InvitationSuccess');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => invite(administrator, 'at-once@example.org', inOne())),
    );
    expect(answers.filter(({ __typename }) => __typename === 'InvitationSuccess')).toHaveLength(1);
  });

  test.each(['nobody', 'a@b', 'a@example.org\nBcc: b@example.org', 'A <a@example.org>'])(
    '%j is no address',
    async (email) => {
      expect((await invite(chair, email, inOne())).fields[0].path).toBe('email');
    },
  );
});
