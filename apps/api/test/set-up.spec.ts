import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSetupAddress } from '@sos/identity-server';
import { buildAgency, buildPerson, buildRole } from '@sos/identity-server/testing';
import { GraphqlClient } from '@sos/platform-testing';
import { loadCaliforniaStructure } from '../src/demo/load-california-structure';
import { startTestHub, type TestHub } from './support/test-hub';

const setUp = /* GraphQL */ `
  mutation ($input: SetUpHubInput!) {
    setUpHub(input: $input) {
      __typename
      ... on SetUpHubSuccess {
        fullName
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
const offer = 'query ($token: String!) { setUpOffer(token: $token) { isEmpty starterName agencies { key name } } }';
const robin = { fullName: 'Robin Marsh', email: 'Robin@Example.org' };

let hub: TestHub;
let nobody: GraphqlClient;
beforeEach(async () => {
  hub = await startTestHub({ environment: { DEMO: '0' } });
  nobody = await hub.as('nobody');
});
afterEach(() => hub.close());

const newAddress = () => hub.database.transaction((transaction) => createSetupAddress(transaction, 'https://x.org'));
const newToken = async () => (await newAddress())!.address.split('#token=')[1]!;
const ask = async (input: object) => {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: setUp, variables: { input } }),
  });
  const { data } = (await response.json()) as { data: { setUpHub: Record<string, unknown> } };
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? null;
  return { result: data.setUpHub, client: new GraphqlClient(hub.address, cookie) };
};

describe('an empty hub', () => {
  test('begins with California’s structure and its first administrator, who is signed in', async () => {
    const token = await newToken();
    const { setUpOffer } = await nobody.query(offer, { token });
    expect(setUpOffer).toMatchObject({ isEmpty: true, starterName: expect.stringContaining('California') });
    expect(setUpOffer.agencies.length).toBeGreaterThan(30);
    const { result, client } = await ask({ token, ...robin, structure: 'STARTER', agencyKey: 'cdph' });
    expect(result).toEqual({ __typename: 'SetUpHubSuccess', fullName: 'Robin Marsh' });
    const { viewer, workgroup, goals } = await client.query(
      '{ viewer { isAdministrator person { email agency { key } } } workgroup { name } goals { number } }',
    );
    expect(viewer).toEqual({
      isAdministrator: true,
      person: { email: 'robin@example.org', agency: { key: 'cdph' } },
    });
    expect(workgroup.name).toContain('Overdose Safety Workgroup');
    expect(goals).toHaveLength(3);
  });

  test('begins with a workgroup of its own', async () => {
    const own = {
      structure: 'OWN',
      workgroupName: 'Ñandú County Overdose Council',
      agencyName: 'County Health',
      agencyAbbreviation: 'N.C. Health',
    };
    const { result, client } = await ask({ token: await newToken(), ...robin, ...own });
    expect(result.__typename).toBe('SetUpHubSuccess');
    const answer = await client.query('{ workgroup { name slug } viewer { person { agency { key name } } } }');
    expect(answer).toEqual({
      workgroup: { name: own.workgroupName, slug: 'nandu-county-overdose-council' },
      viewer: { person: { agency: { key: 'n-c-health', name: 'County Health' } } },
    });
  });

  test('says what is missing, and the address still works', async () => {
    const token = await newToken();
    for (const [input, paths] of incomplete) {
      const { result } = await ask({ token, ...robin, ...input });
      expect((result.fields as { path: string }[]).map(({ path }) => path)).toEqual(paths);
    }
    expect((await nobody.query(offer, { token })).setUpOffer).not.toBeNull();
    expect(await hub.database.query('select 1 from workgroup')).toEqual([]);
  });

  const incomplete: [object, string[]][] = [
    [{}, ['structure']],
    [{ structure: 'STARTER' }, ['agencyKey']],
    [{ structure: 'STARTER', agencyKey: 'nobody', email: 'x' }, ['email', 'agencyKey']],
    [{ structure: 'OWN', fullName: '' }, ['fullName', 'workgroupName', 'agencyName', 'agencyAbbreviation']],
  ];
});

test('a hub that has its structure asks for the administrator alone', async () => {
  await loadCaliforniaStructure(hub.database);
  const token = await newToken();
  expect((await nobody.query(offer, { token })).setUpOffer).toMatchObject({ isEmpty: false });
  const { result } = await ask({ token, ...robin, agencyKey: 'dhcs' });
  expect(result.__typename).toBe('SetUpHubSuccess');
});

describe('the set-up address', () => {
  const refused = { __typename: 'InvalidInputRefusal', fields: [expect.objectContaining({ path: 'token' })] };
  const input = { ...robin, structure: 'OWN', workgroupName: 'W', agencyName: 'A', agencyAbbreviation: 'A' };

  test('works once, also when ten use it at the same time', async () => {
    const token = await newToken();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, number) => ask({ token, ...input, email: `robin-${number}@example.org` })),
    );
    expect(outcomes.filter(({ result }) => result.__typename === 'SetUpHubSuccess')).toHaveLength(1);
    expect(await hub.database.query(`select 1 from role_grant where role = 'administrator'`)).toHaveLength(1);
  });

  test('is dead once there is an administrator, however they came', async () => {
    const [one, other] = [await newToken(), await newToken()];
    const agencyId = await buildAgency(hub.database, { key: 'a1' });
    const administrator = await buildPerson(hub.database, { agencyId });
    await buildRole(hub.database, administrator, { role: 'administrator' });
    expect((await nobody.query(offer, { token: one })).setUpOffer).toBeNull();
    expect((await ask({ token: other, ...input })).result).toEqual(refused);
    expect(await newAddress()).toBeNull();
  });

  test('is made again when the only administrator has left', async () => {
    const administrator = await buildPerson(hub.database, { isDeactivated: true });
    await buildRole(hub.database, administrator, { role: 'administrator' });
    expect(await newAddress()).not.toBeNull();
  });

  test('lives for half an hour, and the database keeps only its hash', async () => {
    const token = await newToken();
    const [kept] = await hub.database.query(`select string_agg(t::text, '') as text from setup_token t`);
    expect(kept!.text).not.toContain(token);
    await hub.database.query(`update setup_token set expires_at = expires_at - interval '30 minutes'`);
    expect((await ask({ token, ...input })).result).toEqual(refused);
  });

  test('that is none is refused', async () => {
    for (const token of ['', 'nonsense', 'x'.repeat(10_000)]) {
      expect((await nobody.query(offer, { token })).setUpOffer).toBeNull();
      expect((await ask({ token, ...input })).result).toEqual(refused);
    }
  });
});
