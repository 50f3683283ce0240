import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

const document = `query ($text: String, $filter: DataSourceFilter, $sort: DataSourceSort, $first: Int, $after: String, $exact: Boolean) {
  dataSourceSearch(text: $text, filter: $filter, sort: $sort, first: $first, after: $after, exactWords: $exact) {
    totalCount correctedText didYouMean askedBreakdowns matchesSomeWords
    understoodTerms { written understoodAs }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor node { titleHighlight excerpt dataSource {
      id slug title acronym themes accessLevel updateFrequency geographicLevels firstYear lastYear lagDays withdrawnAt
      stewardAgency { key } breakdowns { race } completeness { given asked missing } viewerMayEdit
      usedBy { reference } feed { key isCurated } distributions { id title }
    } } }
    facets {
      agencies { value label count selected } themes { value label count selected }
      geographicLevels { value label count selected } accessLevels { value label count selected }
      updateFrequencies { value label count selected } firstYear lastYear
    }
  }
}`;

interface Value {
  value: string;
  label: string;
  count: number;
  selected: boolean;
}

let hub: TestHub;
let ana: GraphqlClient;

beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration' });
  ana = await hub.as('ana.reyes');
});
afterAll(() => hub.close());

const search = async (text: string | null, variables: object = {}) =>
  (await ana.query(document, { text, ...variables })).dataSourceSearch;
type Search = Awaited<ReturnType<typeof search>>;
const slugs = (found: Search): string[] =>
  found.edges.map((edge: { node: { dataSource: { slug: string } } }) => edge.node.dataSource.slug);
const total = async () => (await search(null)).totalCount as number;

describe('plain words', () => {
  test('an acronym leads to its source first', async () => {
    expect(slugs(await search('CURES'))[0]).toContain('cures');
    expect((await search('SUDORS')).edges[0].node.dataSource.acronym).toBe('SUDORS');
  });

  test('the matched words are marked, and only they', async () => {
    const { titleHighlight } = (await search('dashboard')).edges[0].node;
    expect(titleHighlight).toMatch(/\uE000Dashboard\uE001/);
    expect(titleHighlight.replaceAll(/[\uE000\uE001]/g, '')).not.toMatch(/[\uE000\uE001]/);
  });

  test('it finds while the last word is being typed, whatever its stem', async () => {
    for (const beginning of ['nal', 'naloxo', 'prescriptio', 'hospita', 'certificat', 'ambulan']) {
      const found = await search(beginning);
      expect([beginning, found.totalCount > 0, found.correctedText]).toEqual([beginning, true, null]);
    }
  });

  test('an agency’s name or abbreviation finds what it stewards', async () => {
    const found = await search('HCAI', { first: 50 });
    expect(found.edges.some((edge: Search) => edge.node.dataSource.stewardAgency?.key === 'hcai')).toBe(true);
  });

  test.each([
    ['OD', 'overdose'],
    ['drug poisoning', 'overdose'],
    ['Narcan', 'naloxone'],
    ['MAT', 'medications for opioid use disorder'],
  ])('%s is understood as %s', async (text, understoodAs) => {
    const found = await search(text);
    expect(found.totalCount).toBeGreaterThan(0);
    expect(found.understoodTerms).toEqual([{ written: text, understoodAs }]);
  });

  test('where nothing has all the words, what has some of them is shown, and said to be so', async () => {
    const found = await search('naloxone parking lot');
    expect(found.matchesSomeWords).toBe(true);
    expect(found.totalCount).toBeGreaterThan(0);
    expect((await search('naloxone parking lot', { exact: true })).totalCount).toBe(0);
  });

  test('words that lead somewhere, only not with these filters, lead to nothing', async () => {
    const found = await search('overdose deaths ', { filter: { themes: ['No such topic'] } });
    expect(found).toMatchObject({ totalCount: 0, matchesSomeWords: false });
  });

  test('"by county" asks for a breakdown: it lifts what has it and excludes nothing', async () => {
    const plain = await search('overdose deaths', { first: 50 });
    const asked = await search('overdose deaths by county', { first: 50 });
    expect(asked.askedBreakdowns).toEqual(['COUNTY']);
    expect(asked.totalCount).toBe(plain.totalCount);
    expect(asked.edges[0].node.dataSource.geographicLevels).toContain('COUNTY');
    expect((await search('deaths by race and age')).askedBreakdowns).toEqual(['race', 'age']);
  });
});

describe('typos', () => {
  test.each([
    ['fentynal', 'fentanyl'],
    ['deth certificates', 'death certificates'],
    ['overdsoe deths', 'overdose deaths'],
  ])('%s is searched as %s', async (text, corrected) => {
    const found = await search(text);
    expect(found).toMatchObject({ correctedText: corrected, didYouMean: null });
    expect(found.totalCount).toBeGreaterThan(0);
  });

  test('the second page of a mended search goes on', async () => {
    const first = await search('fentynal', { first: 2 });
    const second = await search('fentynal', { first: 2, after: first.pageInfo.endCursor });
    expect(second.correctedText).toBe('fentanyl');
    expect(slugs(second)).toHaveLength(2);
    expect(slugs(second)).not.toContain(slugs(first)[0]);
  });

  test('exact words are searched as written, with a better spelling offered', async () => {
    const found = await search('fentynal', { exact: true });
    expect(found).toMatchObject({ totalCount: 0, correctedText: null, didYouMean: 'fentanyl' });
  });

  test('nothing is offered where nothing is near', async () => {
    expect(await search('zzzqqqxx')).toMatchObject({ totalCount: 0, correctedText: null, didYouMean: null });
  });
});

describe('any text', () => {
  test.each([
    ['nothing', ''],
    ['stop words', 'the of and'],
    ['marks', '& | ! <-> :* ()'],
    ['pictures', '🦀💊'],
    ['one letter', 'x'],
  ])('%s shows everything', async (_name, text) => {
    expect((await search(text)).totalCount).toBe(await total());
  });

  test.each([
    ['an open quote', `"overdose`],
    ['operators', `overdose & (death | !(naloxone <-> "x":*`],
    ['SQL', `'; drop table data_source; --`],
    ['backslashes', `a\\b\\'c`],
    ['right-to-left', '\u202eوفيات\u202c'],
    ['a long text', 'overdose '.repeat(12_000)],
    ['a long word', 'x'.repeat(100_000)],
    ['wildcards', '% _ overdose%'],
    ['marks of highlighting', '\uE000overdose\uE001'],
    ['a jump in code points', '\u{10FFFF}\u{1F9A0}z'],
  ])('%s is no error', async (_name, text) => {
    expect(typeof (await search(text)).totalCount).toBe('number');
  });
});

describe('facets', () => {
  const sum = (values: Value[]) => values.reduce((count, value) => count + value.count, 0);

  test('each value leads to as many results as it says', async () => {
    const { facets, totalCount } = await search('overdose ');
    const filters = {
      agencies: 'agencyKeys',
      themes: 'themes',
      geographicLevels: 'geographicLevels',
      accessLevels: 'accessLevels',
      updateFrequencies: 'updateFrequencies',
    };
    for (const [facet, filter] of Object.entries(filters)) {
      for (const { value, count } of facets[facet] as Value[]) {
        const narrowed = await search('overdose ', { first: 0, filter: { [filter]: [value] } });
        expect([facet, value, narrowed.totalCount]).toEqual([facet, value, count]);
        expect(count).toBeGreaterThan(0);
      }
    }
    expect(sum(facets.accessLevels)).toBe(totalCount);
  });

  test('a facet’s counts heed every filter but its own', async () => {
    const open = await search('overdose ');
    const narrowed = await search('overdose ', { filter: { accessLevels: ['PUBLIC'], geographicLevels: ['COUNTY'] } });
    const onlyCounty = await search('overdose ', { filter: { geographicLevels: ['COUNTY'] } });
    expect(narrowed.facets.accessLevels.map(({ value, count }: Value) => [value, count])).toEqual(
      onlyCounty.facets.accessLevels.map(({ value, count }: Value) => [value, count]),
    );
    expect(narrowed.totalCount).toBeLessThan(onlyCounty.totalCount);
    expect(onlyCounty.totalCount).toBeLessThan(open.totalCount);
    const both = await search('overdose ', {
      filter: { accessLevels: ['PUBLIC', 'NON_PUBLIC'], geographicLevels: ['COUNTY'] },
    });
    const count = (value: string) =>
      narrowed.facets.accessLevels.find((listed: Value) => listed.value === value)?.count ?? 0;
    expect(both.totalCount).toBe(count('PUBLIC') + count('NON_PUBLIC'));
  });

  test('a selected value without results stays, marked', async () => {
    const { facets, totalCount } = await search('CURES', { filter: { themes: ['No such topic'] } });
    expect(totalCount).toBe(0);
    expect(facets.themes).toContainEqual({ value: 'No such topic', label: 'No such topic', count: 0, selected: true });
  });

  test('years overlap what is asked for', async () => {
    const { facets } = await search(null);
    expect(facets.firstYear).toBeLessThan(2000);
    const early = await search(null, { first: 200, filter: { toYear: 2001 } });
    for (const { node } of early.edges) expect(node.dataSource.firstYear).toBeLessThanOrEqual(2001);
    const late = await search(null, { first: 200, filter: { fromYear: 2020 } });
    for (const { node } of late.edges) expect(node.dataSource.lastYear ?? 9999).toBeGreaterThanOrEqual(2020);
    expect((await search(null, { filter: { fromYear: -2147483648, toYear: 2147483647 } })).totalCount).toBeGreaterThan(
      0,
    );
  });
});

describe('pages', () => {
  test.each(['BEST_MATCH', 'TITLE', 'RECENTLY_CHANGED', 'SHORTEST_LAG'])(
    '%s: pages neither overlap nor leave out',
    async (sort) => {
      const whole = slugs(await search('overdose ', { sort, first: 200 }));
      const paged: string[] = [];
      for (let after: string | null = null; ;) {
        const page: Search = await search('overdose ', { sort, first: 7, after });
        paged.push(...slugs(page));
        expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(paged).toEqual(whole);
    },
  );

  test('shortest lag first, unknown last', async () => {
    const found = await search(null, { sort: 'SHORTEST_LAG', first: 200 });
    const lags = found.edges.map((edge: Search) => edge.node.dataSource.lagDays ?? Infinity);
    expect(lags).toEqual([...lags].sort((one: number, other: number) => one - other));
  });

  test.each(['nonsense', 'WzFd', 'WyJhIiwiYiIsImMiXQ', 'WzEsImIiLCJjIl0'])(
    'a foreign cursor (%s) is refused in words',
    async (after) => {
      const { errors } = await ana.send(document, { text: 'overdose', after });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    },
  );
});

test('withdrawn sources are left out unless asked for', async () => {
  const before = await total();
  await hub.database.query(`update data_source set withdrawn_at = now() where slug = $1`, [
    'american-community-survey',
  ]);
  try {
    expect(await total()).toBe(before - 1);
    expect((await search(null, { filter: { includeWithdrawn: true } })).totalCount).toBe(before);
  } finally {
    await hub.database.query(`update data_source set withdrawn_at = null where slug = $1`, [
      'american-community-survey',
    ]);
  }
});

test('a search costs the same few statements however many rows and fields it shows', async () => {
  const statements: string[] = [];
  await search('overdose', { first: 1 });
  const stop = hub.database.onStatement((text) => statements.push(text));
  await search('overdose', { first: 1 });
  const few = statements.splice(0).length;
  await search('overdose', { first: 100 });
  stop();
  expect(statements.length).toBe(few);
  expect(few).toBeLessThanOrEqual(3);
});

test('nobody who is not signed in searches', async () => {
  const { errors } = await (await hub.as('nobody')).send('{ dataSourceSearch { totalCount } }');
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});
