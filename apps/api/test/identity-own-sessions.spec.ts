import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildPerson } from '@sos/identity-server/testing';
import { ViewerSource } from '@sos/platform-server';
import { GraphqlClient } from '@sos/platform-testing';
import { mailTo } from './support/mailbox';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ environment: { DEMO: '0' } });
});
afterAll(() => hub.close());

let count = 0;
const newPerson = async () => {
  const email = `robin-${(count += 1)}@example.org`;
  return { id: await buildPerson(hub.database, { email, fullName: 'Robin Marsh' }), email };
};
const isIn = async (client: GraphqlClient) => (await client.query('{ viewer { affiliation } }')).viewer !== null;

describe('the end of a session', () => {
  const end = '{ session { secondsLeft endedBy warningSeconds } }';

  test('is told, and asking does not put it off', async () => {
    const { id } = await newPerson();
    const client = await hub.as(id);
    await hub.database.query(
      `update session set last_seen_at = now() - interval '50 seconds', expires_at = now() + interval '2 hours' where person_id = $1`,
      [id],
    );
    const { session } = await client.query(end);
    expect(session).toEqual({ secondsLeft: expect.any(Number), endedBy: 'IDLE', warningSeconds: 120 });
    expect(session.secondsLeft).toBeGreaterThan(1_700);
    expect(session.secondsLeft).toBeLessThanOrEqual(1_750);
    const { staySignedIn } = await client.query('mutation { staySignedIn { secondsLeft endedBy } }');
    expect(staySignedIn.secondsLeft).toBeGreaterThan(1_790);
  });

  test('is that of its hours when these are up first', async () => {
    const { id } = await newPerson();
    const client = await hub.as(id);
    await hub.database.query(`update session set expires_at = now() + interval '5 minutes' where person_id = $1`, [id]);
    expect((await client.query(end)).session).toMatchObject({ endedBy: 'HOURS' });
    const { staySignedIn } = await client.query('mutation { staySignedIn { secondsLeft } }');
    expect(staySignedIn.secondsLeft).toBeLessThanOrEqual(300);
  });

  test('of nobody is null', async () => {
    expect((await (await hub.as('nobody')).query(end)).session).toBeNull();
  });
});

describe('one’s own sessions', () => {
  const list = '{ mySessions { id device isCurrent startedAt lastSeenAt } }';
  const endOne = /* GraphQL */ `
    mutation ($id: ID!) {
      endMySession(id: $id) {
        __typename
        ... on EndMySessionSuccess {
          sessions {
            isCurrent
          }
        }
      }
    }
  `;

  test('are listed, this one first, and each can be ended', async () => {
    const { id } = await newPerson();
    const [here, there] = [await hub.as(id), await hub.as(id)];
    expect(await isIn(there)).toBe(true);
    const { mySessions } = await here.query(list);
    expect(mySessions.map(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toEqual([true, false]);
    const { endMySession } = await here.query(endOne, { id: mySessions[1].id });
    expect(endMySession).toEqual({ __typename: 'EndMySessionSuccess', sessions: [{ isCurrent: true }] });
    expect(await isIn(there)).toBe(false);
    expect(await isIn(here)).toBe(true);
  });

  test('of somebody else look like none', async () => {
    const [mine, theirs] = [await newPerson(), await newPerson()];
    const [me, them] = [await hub.as(mine.id), await hub.as(theirs.id)];
    const { mySessions } = await them.query(list);
    const answers = await Promise.all(
      [mySessions[0].id, 'nonsense'].map(async (id) => (await me.query(endOne, { id })).endMySession),
    );
    expect(answers).toEqual([{ __typename: 'NotFoundRefusal' }, { __typename: 'NotFoundRefusal' }]);
    expect(await isIn(them)).toBe(true);
  });

  test('end everywhere at once, with the links that would begin another', async () => {
    const { id, email } = await newPerson();
    const browsers = [await hub.as(id), await hub.as(id), await hub.as(id)];
    await Promise.all(browsers.map(isIn));
    await browsers[0]!.query(`mutation { requestSignInLink(email: "${email}") { __typename } }`);
    await hub.deliverOutbox();
    const { signOutEverywhere } = await browsers[0]!.query('mutation { signOutEverywhere { ended } }');
    expect(signOutEverywhere.ended).toBe(3);
    expect(await Promise.all(browsers.map(isIn))).toEqual([false, false, false]);
    expect(await hub.database.query('select 1 from sign_in_token where person_id = $1', [id])).toEqual([]);
  });
});

describe('confirming who one is, with a code by mail', () => {
  const confirm = /* GraphQL */ `
    mutation ($code: String!) {
      confirmIdentity(code: $code) {
        __typename
        ... on InvalidInputRefusal {
          fields {
            path
          }
        }
      }
    }
  `;
  const enter = async () => {
    const { id, email } = await newPerson();
    const cookie = await hub.cookieOf(id);
    await hub.database.query(`update session set authenticated_at = now() - interval '1 hour' where person_id = $1`, [
      id,
    ]);
    const client = new GraphqlClient(hub.address, cookie);
    const newCode = async () => {
      expect(
        (await client.query('mutation { requestConfirmationCode { __typename } }')).requestConfirmationCode,
      ).toEqual({ __typename: 'RequestCodeSuccess' });
      await hub.deliverOutbox();
      return /Your code is (\d{4} \d{4})/.exec((await mailTo(hub, email)).at(-1)!.text!)![1]!;
    };
    const answer = async (code: string) => (await client.query(confirm, { code })).confirmIdentity.__typename;
    return { id, cookie, client, newCode, answer };
  };

  test('lets a consequential act through, and renews the session', async () => {
    const { cookie, client, newCode } = await enter();
    const act = 'mutation { requestNotificationAddress(email: "other@example.org") { __typename } }';
    expect((await client.query(act)).requestNotificationAddress.__typename).toBe('SignInAgainRefusal');
    const response = await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query: confirm, variables: { code: await newCode() } }),
    });
    expect(await response.json()).toEqual({ data: { confirmIdentity: { __typename: 'ConfirmIdentitySuccess' } } });
    const renewed = response.headers.get('set-cookie')!.split(';')[0]!;
    expect(renewed).not.toBe(cookie);
    expect(await isIn(client)).toBe(false);
    const again = new GraphqlClient(hub.address, renewed);
    expect((await again.query(act)).requestNotificationAddress.__typename).toBe('ProfileSuccess');
  });

  test('works once, for the newest code, and not after ten minutes', async () => {
    const { id, newCode, answer } = await enter();
    const [older, newer] = [await newCode(), await newCode()];
    if (older !== newer) expect(await answer(older)).toBe('InvalidInputRefusal');
    await hub.database.query(
      `update sign_in_code set expires_at = expires_at - interval '10 minutes'
       where session_id in (select id from session where person_id = $1)`,
      [id],
    );
    expect(await answer(newer)).toBe('InvalidInputRefusal');
  });

  test('takes five guesses, also when they come at once', async () => {
    const { newCode, answer } = await enter();
    const code = await newCode();
    const wrong = code === '0000 0000' ? '1' : '0000 0000';
    const guesses = await Promise.all(Array.from({ length: 12 }, () => answer(wrong)));
    expect(new Set(guesses)).toEqual(new Set(['InvalidInputRefusal']));
    expect(await answer(code)).toBe('InvalidInputRefusal');
    expect(await answer(await newCode())).toBe('ConfirmIdentitySuccess');
  });

  test('of another session is worth nothing', async () => {
    const [one, other] = [await enter(), await enter()];
    const code = await one.newCode();
    await other.newCode();
    expect(await other.answer(code)).toBe('InvalidInputRefusal');
  });

  test('is sent five times an hour', async () => {
    const { client } = await enter();
    const answers: string[] = [];
    for (let time = 0; time < 6; time += 1) {
      const { requestConfirmationCode } = await client.query('mutation { requestConfirmationCode { __typename } }');
      answers.push(requestConfirmationCode.__typename);
    }
    expect(answers).toEqual([...Array<string>(5).fill('RequestCodeSuccess'), 'NotAllowedRefusal']);
  });
});

describe('one’s own profile', () => {
  const edit = /* GraphQL */ `
    mutation ($input: EditProfileInput!) {
      editProfile(input: $input) {
        __typename
        ... on ProfileSuccess {
          profile {
            language
          }
        }
        ... on InvalidInputRefusal {
          fields {
            path
          }
        }
      }
    }
  `;
  const profile = '{ viewer { person { fullName jobTitle } profile { language notificationEmail unconfirmedEmail } } }';

  test('takes name, job title and language, and leaves out what is left out', async () => {
    const { id } = await newPerson();
    const client = await hub.as(id);
    const { editProfile } = await client.query(edit, { input: { jobTitle: 'Epidemiologist', language: 'ES' } });
    expect(editProfile).toEqual({ __typename: 'ProfileSuccess', profile: { language: 'ES' } });
    expect((await client.query(profile)).viewer).toEqual({
      person: { fullName: 'Robin Marsh', jobTitle: 'Epidemiologist' },
      profile: { language: 'ES', notificationEmail: null, unconfirmedEmail: null },
    });
    expect((await client.query(edit, { input: { fullName: ' ' } })).editProfile).toMatchObject({
      __typename: 'InvalidInputRefusal',
      fields: [{ path: 'fullName' }],
    });
  });

  test('has a notification address once its owner has followed the link, signed in or not', async () => {
    const { id } = await newPerson();
    const client = await hub.as(id);
    const request = (email: string) =>
      client.query(`mutation { requestNotificationAddress(email: "${email}") { __typename } }`);
    await request('first@example.org');
    await hub.deliverOutbox();
    await request('home@example.org');
    expect((await client.query(profile)).viewer.profile).toMatchObject({
      notificationEmail: null,
      unconfirmedEmail: 'home@example.org',
    });
    await hub.deliverOutbox();
    const tokenSentTo = async (email: string) => /#token=([\w-]+)/.exec((await mailTo(hub, email))[0]!.text!)![1]!;
    const nobody = await hub.as('nobody');
    const follow = async (token: string) =>
      (
        await nobody.query('mutation ($token: String!) { confirmNotificationAddress(token: $token) { __typename } }', {
          token,
        })
      ).confirmNotificationAddress.__typename;
    expect(await follow(await tokenSentTo('first@example.org'))).toBe('InvalidInputRefusal');
    expect(await follow(await tokenSentTo('home@example.org'))).toBe('ConfirmAddressSuccess');
    expect(await follow(await tokenSentTo('home@example.org'))).toBe('InvalidInputRefusal');
    expect((await client.query(profile)).viewer.profile).toMatchObject({ notificationEmail: 'home@example.org' });
    await client.query('mutation { removeNotificationAddress { __typename } }');
    expect((await client.query(profile)).viewer.profile).toMatchObject({ notificationEmail: null });
  });

  test('is edited under the new name at once', async () => {
    const { id } = await newPerson();
    const cookie = await hub.cookieOf(id);
    const client = new GraphqlClient(hub.address, cookie);
    await isIn(client);
    await client.query(edit, { input: { fullName: 'Robin Marsh-Lee' } });
    const remembered = await hub.application.get(ViewerSource).peek(cookie.split('=')[1]!);
    expect(remembered?.fullName).toBe('Robin Marsh-Lee');
  });
});
