import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let ana: GraphqlClient;
beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration' });
  ana = await hub.as('ana.reyes');
});
afterAll(() => hub.close());

interface Page<T> {
  totalCount: number;
  edges: { node: T }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
interface PersonRow {
  fullName: string;
  agency: { key: string };
}

const agencyByKey = async (key: string) =>
  (await ana.query('query ($key: String!) { agencyByKey(key: $key) { id name } }', { key })).agencyByKey;

describe('agencies', () => {
  test('come by name, a page at a time, and every one of them once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { agencies }: { agencies: Page<{ name: string }> } = await ana.query(
        `query ($after: String) {
          agencies(first: 7, after: $after) { totalCount edges { node { name } } pageInfo { hasNextPage endCursor } }
        }`,
        { after },
      );
      expect(agencies.totalCount).toBe(36);
      seen.push(...agencies.edges.map(({ node }) => node.name));
      after = agencies.pageInfo.hasNextPage ? agencies.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(36);
  });

  test('one by id, by key and as a node is the same, with its people and seats', async () => {
    const { id, name } = await agencyByKey('dhcs');
    const { agency, node } = await ana.query(
      `query ($id: ID!) {
        agency(id: $id) { id name abbreviation kind people { fullName } seats { role person { fullName } subGroup { slug } } }
        node(id: $id) { id ... on Agency { name } }
      }`,
      { id },
    );
    expect(agency).toMatchObject({ id, name, abbreviation: 'DHCS', kind: 'STATE' });
    expect(agency.people.map((person: PersonRow) => person.fullName)).toContain('Ana Reyes');
    expect(agency.seats.length).toBeGreaterThan(0);
    expect(node).toEqual({ id, name });
  });

  test.each(['', 'x', encodeId('Person', '00000000-0000-4000-8000-000000000000'), 'A'.repeat(10_000)])(
    'a wrong id finds none (%#)',
    async (id) => {
      const { agency, node } = await ana.query('query ($id: ID!) { agency(id: $id) { id } node(id: $id) { id } }', {
        id,
      });
      expect(agency).toBeNull();
      expect(node).toBeNull();
    },
  );

  test('a page out of bounds and a cursor of another list are refused by name', async () => {
    for (const args of ['first: -1', 'first: 201', 'after: "nonsense"']) {
      const { status, errors } = await ana.send(`{ agencies(${args}) { totalCount } }`);
      expect([200, 400]).toContain(status);
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('people', () => {
  const people = async (variables: object): Promise<Page<PersonRow>> =>
    (
      await ana.query(
        `query ($text: String, $agencyId: ID) {
          people(text: $text, agencyId: $agencyId) { totalCount edges { node { fullName agency { key } } } }
        }`,
        variables,
      )
    ).people;

  test('are found by a part of name, job or agency, and within an agency', async () => {
    expect((await people({ text: 'reyes' })).edges[0]?.node).toEqual({
      fullName: 'Ana Reyes',
      agency: { key: 'dhcs' },
    });
    expect((await people({ text: 'EPIDEMIOLOGIST' })).totalCount).toBeGreaterThan(0);
    const { id } = await agencyByKey('dhcs');
    const ofDhcs = await people({ agencyId: id });
    expect(new Set(ofDhcs.edges.map(({ node }) => node.agency.key))).toEqual(new Set(['dhcs']));
  });

  test.each(['%', '_', '\\', "'; drop table person; --", '\u202Eabc', '🙂', 'x'.repeat(100_000)])(
    'hostile text %# is only text',
    async (text) => {
      expect((await people({ text })).totalCount).toBe(0);
    },
  );

  test('an agency id that is none finds nobody', async () => {
    expect((await people({ agencyId: 'nonsense' })).totalCount).toBe(0);
  });

  test('who is not signed in sees neither people nor agencies', async () => {
    const nobody = await hub.as('nobody');
    for (const query of [
      '{ people { totalCount } }',
      '{ agencies { totalCount } }',
      '{ agencyByKey(key: "dhcs") { id } }',
    ]) {
      const { errors } = await nobody.send(query);
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    }
  });

  test('a list with agencies, their parents and seats takes four statements at most, whatever its length', async () => {
    const countStatements = async (first: number) => {
      let count = 0;
      const stop = hub.database.onStatement((text) => (count += text.includes('from session') ? 0 : 1));
      await ana.query(
        `{ people(first: ${first}) { edges { node { fullName agency { name parent { name } } seats { role } } } } }`,
      );
      stop();
      return count;
    };
    for (const first of [2, 10, 30]) expect(await countStatements(first)).toBeLessThanOrEqual(4);
  });
});
