import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let ana: GraphqlClient;
beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration' });
  ana = await hub.as('ana.reyes');
});
afterAll(() => hub.close());

interface Hit {
  id: string;
  kind: string;
  title: string;
  path: string;
}

const search = async (text: string, first = 20): Promise<{ hits: Hit[]; totalCount: number }> =>
  (
    await ana.query(
      'query ($text: String!, $first: Int) { search(text: $text, first: $first) { totalCount hits { id kind title detail path } } }',
      { text, first },
    )
  ).search;

describe('the first hit', () => {
  test.each([
    ['PS-19', 'ACTION_ITEM', '/items/PS-19'],
    ['ps 19', 'ACTION_ITEM', '/items/PS-19'],
    ['dhcs', 'AGENCY', '/directory/agencies/dhcs'],
    ['DHCS', 'AGENCY', '/directory/agencies/dhcs'],
    ['3.2', 'OBJECTIVE', '/objectives/3.2'],
    ['goal 3', 'GOAL', '/goals/3'],
    ['Fewer fatal overdoses', 'GOAL', '/goals/3'],
    ['harm reduction', 'SUB_GROUP', '/subgroups/harm-reduction'],
    ['emerging contaminants', 'FOCUS_ITEM', '/items?focus=emerging-contaminants'],
    ['ccdf', 'DATA_SOURCE', '/data/ca-comprehensive-death-file'],
    ['comprehensive death', 'DATA_SOURCE', '/data/ca-comprehensive-death-file'],
    ['Data Task Force', 'SUB_GROUP', '/subgroups/data-task-force'],
  ])('for %j is %s %s', async (text, kind, path) => {
    const { hits } = await search(text);
    expect(hits[0]).toMatchObject({ kind, path });
  });

  test('for a name is the person, whose path has the id', async () => {
    const first = (await search('ana rey')).hits[0]!;
    expect(first).toMatchObject({ kind: 'PERSON', title: 'Ana Reyes', path: `/directory/people/${first.id}` });
    const { node } = await ana.query('query ($id: ID!) { node(id: $id) { ... on Person { fullName } } }', {
      id: first.id,
    });
    expect(node.fullName).toBe('Ana Reyes');
  });
});

test('every hit is the node of its kind', async () => {
  const { hits } = await search('overdose', 60);
  expect(new Set(hits.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
  for (const { id } of hits.slice(0, 15)) {
    const { node } = await ana.query('query ($id: ID!) { node(id: $id) { id __typename } }', { id });
    expect(node?.id).toBe(id);
  }
});

test('the count is exact, whatever the page', async () => {
  const all = await search('naloxone', 200);
  expect(all.hits).toHaveLength(all.totalCount);
  expect(new Set(all.hits.map(({ id }) => id)).size).toBe(all.totalCount);
  expect((await search('naloxone', 3)).totalCount).toBe(all.totalCount);
  expect(await search('naloxone', 0)).toEqual({ hits: [], totalCount: all.totalCount });
});

test('every word counts, each by its beginning', async () => {
  const { hits } = await search('nalox releas');
  expect(hits.length).toBeGreaterThan(0);
  expect((await search('naloxone qqqqq')).totalCount).toBe(0);
});

test('people who have left and sources that were withdrawn are not found', async () => {
  const before = await search('Marcus Bellamy');
  expect(before.hits.map(({ kind }) => kind)).toContain('PERSON');
  await hub.database.query(`update person set deactivated_at = now() where full_name = 'Marcus Bellamy'`);
  await hub.database.query(`update data_source set withdrawn_at = now() where slug = 'nps-discovery'`);
  expect((await search('Marcus Bellamy')).hits.map(({ kind }) => kind)).not.toContain('PERSON');
  expect((await search('NPS Discovery', 200)).hits.map(({ path }) => path)).not.toContain('/data/nps-discovery');
});

test.each([
  '',
  '   ',
  '%',
  '_',
  '\\',
  "'",
  "'; drop table person; --",
  'a:*|!b & (c <-> d)',
  ':*&|!()<>',
  '!!',
  'the',
  '\u202Eoverdose',
  '🙂🙂',
  '日本語',
  'ﷺ',
  'İ',
  'x'.repeat(100_000),
  'overdose '.repeat(10_000),
])('hostile text %# never errs', async (text) => {
  const { hits, totalCount } = await search(text);
  expect(totalCount).toBeGreaterThanOrEqual(hits.length);
});

test('NUL is refused with a clear error', async () => {
  const { status, errors } = await ana.send('query ($text: String!) { search(text: $text) { totalCount } }', {
    text: 'a\u0000b',
  });
  expect(status).toBe(400);
  expect(errors?.[0]?.message).toContain('cannot be stored');
});

test('one statement answers it', async () => {
  await search('treatment');
  const statements: string[] = [];
  const stop = hub.database.onStatement((text) => void (text.includes('from session') || statements.push(text)));
  await search('treatment');
  stop();
  expect(statements).toHaveLength(1);
});

test('who is not signed in finds nothing out', async () => {
  const { errors } = await (await hub.as('nobody')).send('{ search(text: "dhcs") { totalCount } }');
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});
