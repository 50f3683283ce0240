import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let steward: GraphqlClient;
let otherSteward: GraphqlClient;
let representative: GraphqlClient;
let administrator: GraphqlClient;
let cdph: string;
let dhcs: string;

beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration' });
  steward = await hub.as('tomas.beltran');
  representative = await hub.as('ana.reyes');
  otherSteward = await hub.as(await emailName(`role = 'data_steward' and agency.key = 'dhcs'`));
  administrator = await hub.as(await emailName(`role = 'administrator'`));
  const { one, other } = await steward.query(
    '{ one: agencyByKey(key: "cdph") { id } other: agencyByKey(key: "dhcs") { id } }',
  );
  cdph = one.id;
  dhcs = other.id;
});
afterAll(() => hub.close());

async function emailName(condition: string): Promise<string> {
  const [row] = await hub.database.query(
    `select split_part(person.email, '@', 1) as name from role_grant join person on person.id = role_grant.person_id
     left join agency on agency.id = role_grant.agency_id where ${condition} order by 1 limit 1`,
  );
  return row!.name as string;
}

const problems =
  '... on InvalidInputRefusal { message fields { path message } } ... on NotAllowedRefusal { message whoCan }';
const facts = `id slug identifier title acronym description keywords themes accessLevel accessRoute version updateFrequency lagDays
  firstYear lastYear geographicLevels breakdowns { race language } stewardAgency { key } stewardPerson { fullName }
  distributions { title format mediaType accessUrl downloadUrl } feed { key isCurated } viewerMayEdit
  completeness { given asked missing } changedAt problems { path } withdrawnAt`;
const add = async (client: GraphqlClient, input: object) =>
  (
    await client.query(
      `mutation ($input: DataSourceInput!) { result: addDataSource(input: $input) { __typename ... on DataSourceSuccess { dataSource { ${facts} } } ${problems} } }`,
      { input },
    )
  ).result;
const edit = async (client: GraphqlClient, id: string, expectedVersion: number, input: object) =>
  (
    await client.query(
      `mutation ($id: ID!, $version: Int!, $input: DataSourceInput!) { result: editDataSource(id: $id, expectedVersion: $version, input: $input) {
        __typename ... on DataSourceSuccess { dataSource { ${facts} } } ... on StaleDataSourceRefusal { message current { title version } } ${problems} } }`,
      { id, version: expectedVersion, input },
    )
  ).result;
const input = (changes: object = {}) => ({
  title: 'Sobering center visits',
  description: 'Visits to sobering centers, by month.',
  stewardAgencyId: cdph,
  keywords: ['sobering'],
  themes: ['Treatment'],
  accessLevel: 'PUBLIC',
  ...changes,
});

describe('a source page', () => {
  test('has every fact of the record', async () => {
    const { dataSource } = await representative.query(`{ dataSource(slug: "ca-comprehensive-death-file") { ${facts}
      usedBy { reference } questions legalBasis knownLimits suppressionPractice sourceReference verification } }`);
    expect(dataSource).toMatchObject({
      identifier: 'ca-comprehensive-death-file',
      acronym: 'CCDF',
      accessLevel: 'NON_PUBLIC',
      updateFrequency: 'ANNUAL',
      stewardAgency: { key: 'cdph' },
      breakdowns: { race: 'YES', language: 'PARTIAL' },
      feed: { key: 'hub', isCurated: true },
      viewerMayEdit: false,
    });
    expect(dataSource.completeness.given).toBeGreaterThan(15);
    expect(dataSource.completeness.asked).toBe(20);
    expect(dataSource.questions.length).toBeGreaterThan(0);
  });

  test('an unknown slug is null, an unknown id too', async () => {
    const { dataSource, node } = await representative.query(
      '{ dataSource(slug: "no-such") { id } node(id: "RGF0YVNvdXJjZTp4") { id } }',
    );
    expect([dataSource, node]).toEqual([null, null]);
  });

  test('is found again by its id', async () => {
    const { dataSource } = await representative.query('{ dataSource(slug: "ca-comprehensive-death-file") { id } }');
    const { node } = await representative.query(
      'query ($id: ID!) { node(id: $id) { __typename id ... on DataSource { title } } }',
      { id: dataSource.id },
    );
    expect(node).toEqual({ __typename: 'DataSource', id: dataSource.id, title: 'California Comprehensive Death File' });
  });

  test('agencies say how many they have', async () => {
    const { agencyByKey } = await representative.query('{ agencyByKey(key: "hcai") { dataSourceCount } }');
    expect(agencyByKey.dataSourceCount).toBeGreaterThan(0);
  });
});

describe('adding', () => {
  test('a steward adds a record, which is found at once, with the trail beside it', async () => {
    const { __typename, dataSource } = await add(
      steward,
      input({
        title: 'Sobering center visits, monthly',
        acronym: ' SCV ',
        keywords: ['sobering', '', 'sobering'],
        lagDays: 0,
        firstYear: 2020,
        geographicLevels: ['COUNTY'],
        breakdowns: { race: 'YES' },
        distributions: [
          { title: 'Table', format: 'CSV', downloadUrl: 'https://example.org/scv.csv', mediaType: 'text/csv' },
        ],
      }),
    );
    expect(__typename).toBe('DataSourceSuccess');
    expect(dataSource).toMatchObject({
      slug: 'sobering-center-visits-monthly',
      acronym: 'SCV',
      keywords: ['sobering'],
      version: 1,
      lagDays: 0,
      updateFrequency: 'UNKNOWN',
      breakdowns: { race: 'YES', language: 'UNKNOWN' },
      distributions: [{ title: 'Table', mediaType: 'text/csv' }],
      viewerMayEdit: true,
    });
    expect(dataSource.completeness.missing).toContain('Known limits');
    const { dataSourceSearch } = await representative.query(
      '{ dataSourceSearch(text: "sobering") { edges { node { dataSource { slug } } } } }',
    );
    expect(dataSourceSearch.edges[0].node.dataSource.slug).toBe(dataSource.slug);
    const [entry] = await hub.database.query(
      `select actor_label, action, before, after ->> 'title' as title from audit_entry where subject_type = 'DataSource' and subject_label = $1`,
      [dataSource.title],
    );
    expect(entry).toEqual({
      actor_label: 'Tomas Beltran',
      action: 'added the data source',
      before: null,
      title: dataSource.title,
    });
  });

  test('equal titles get slugs of their own, also at the same moment', async () => {
    const results = await Promise.all([1, 2, 3].map(() => add(steward, input({ title: 'The same title' }))));
    const slugs = results.map(({ dataSource }) => dataSource.slug as string).sort();
    expect(slugs).toEqual(['the-same-title', 'the-same-title-2', 'the-same-title-3']);
  });

  test.each<[string, object, string]>([
    ['a blank title', { title: ' ' }, 'title'],
    ['an endless title', { title: 'x'.repeat(100_000) }, 'title'],
    ['no keyword', { keywords: [' '] }, 'keywords'],
    ['no topic', { themes: [] }, 'themes'],
    ['a negative lag', { lagDays: -1 }, 'lagDays'],
    ['a year before time', { firstYear: 3 }, 'firstYear'],
    ['years the wrong way round', { firstYear: 2020, lastYear: 2010 }, 'lastYear'],
    ['a page that runs code', { landingPage: 'javascript:alert(1)' }, 'landingPage'],
    ['an address without name', { contactEmail: 'nobody' }, 'contactEmail'],
    ['a file without address', { distributions: [{ title: 'x' }] }, 'distributions.0.accessUrl'],
    [
      'a file that runs code',
      { distributions: [{ accessUrl: 'https://example.org' }, { downloadUrl: 'data:text/html,x' }] },
      'distributions.1.downloadUrl',
    ],
    [
      'a wrong media type',
      { distributions: [{ accessUrl: 'https://example.org', mediaType: 'CSV' }] },
      'distributions.0.mediaType',
    ],
    ['a person of elsewhere', { stewardPersonId: 'UGVyc29uOng' }, 'stewardPersonId'],
  ])('%s is named by its path', async (_name, changes, path) => {
    const result = await add(steward, input(changes));
    expect(result.__typename).toBe('InvalidInputRefusal');
    expect(result.fields.map((field: { path: string }) => field.path)).toEqual([path]);
  });

  test('other stewards and representatives may not, staff and administrators may', async () => {
    for (const client of [otherSteward, representative]) {
      const refusal = await add(client, input());
      expect(refusal).toMatchObject({ __typename: 'NotAllowedRefusal' });
      expect(refusal.whoCan).toContain('data steward');
    }
    expect((await add(administrator, input({ stewardAgencyId: dhcs }))).__typename).toBe('DataSourceSuccess');
    expect((await add(administrator, input({ stewardAgencyId: 'nonsense' }))).fields[0].path).toBe('stewardAgencyId');
  });
});

describe('editing', () => {
  test('changes what is given, clears what is left out, and raises the version', async () => {
    const { dataSource } = await add(
      steward,
      input({ acronym: 'OLD', distributions: [{ accessUrl: 'https://example.org/a' }] }),
    );
    const edited = await edit(steward, dataSource.id, 1, input({ title: 'A new title', keywords: ['renamedword'] }));
    expect(edited.dataSource).toMatchObject({
      title: 'A new title',
      slug: dataSource.slug,
      acronym: null,
      version: 2,
      distributions: [],
    });
    const { dataSourceSearch } = await steward.query('{ dataSourceSearch(text: "renamedword") { totalCount } }');
    expect(dataSourceSearch.totalCount).toBe(1);
  });

  test('a stale version is refused with the current record', async () => {
    const { dataSource } = await add(steward, input({ title: 'To be edited twice' }));
    await edit(steward, dataSource.id, 1, input({ title: 'First' }));
    const second = await edit(steward, dataSource.id, 1, input({ title: 'Second' }));
    expect(second).toMatchObject({ __typename: 'StaleDataSourceRefusal', current: { title: 'First', version: 2 } });
  });

  test('of edits at the same moment one succeeds', async () => {
    const { dataSource } = await add(steward, input({ title: 'To be edited at once' }));
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, place) => edit(steward, dataSource.id, 1, input({ title: `Edit ${place}` }))),
    );
    const kinds = results.map(({ __typename }) => __typename as string).sort();
    expect(kinds).toEqual(['DataSourceSuccess', ...Array.from({ length: 7 }, () => 'StaleDataSourceRefusal')]);
  });

  test('a steward cannot take a record of another agency, nor give one away', async () => {
    const { dataSource } = await add(steward, input({ title: 'Mine' }));
    expect((await edit(otherSteward, dataSource.id, 1, input({ stewardAgencyId: dhcs }))).__typename).toBe(
      'NotAllowedRefusal',
    );
    expect((await edit(steward, dataSource.id, 1, input({ stewardAgencyId: dhcs }))).__typename).toBe(
      'NotAllowedRefusal',
    );
    expect((await edit(administrator, dataSource.id, 1, input({ stewardAgencyId: dhcs }))).__typename).toBe(
      'DataSourceSuccess',
    );
  });

  test('an unknown record is not found', async () => {
    const result = await edit(administrator, 'RGF0YVNvdXJjZTp4', 1, input());
    expect(result.__typename).toBe('NotFoundRefusal');
  });
});

describe('links to action items', () => {
  const link = async (client: GraphqlClient, act: string, item: string, source: string) =>
    (
      await client.query(
        `mutation ($item: ID!, $source: ID!) { result: ${act}(actionItemId: $item, dataSourceId: $source) {
          __typename ... on LinkDataSourceSuccess { actionItem { reference dataSources { id } } dataSource { usedBy { reference } } } ... on NotAllowedRefusal { whoCan } } }`,
        { item, source },
      )
    ).result;

  test('are made and taken away, twice is once, and each is recorded once', async () => {
    const { actionItems } = await administrator.query('{ actionItems(first: 1) { edges { node { id reference } } } }');
    const item = actionItems.edges[0].node;
    const { dataSource } = await add(administrator, input({ title: 'To be linked' }));
    for (let twice = 0; twice < 2; twice += 1) {
      const linked = await link(administrator, 'linkDataSource', item.id, dataSource.id);
      expect(linked.dataSource.usedBy).toEqual([{ reference: item.reference }]);
      expect(linked.actionItem.dataSources).toContainEqual({ id: dataSource.id });
    }
    for (let twice = 0; twice < 2; twice += 1) {
      const unlinked = await link(administrator, 'unlinkDataSource', item.id, dataSource.id);
      expect(unlinked.dataSource.usedBy).toEqual([]);
    }
    const trail = await hub.database.query(`select action from audit_entry where detail = 'To be linked' order by id`);
    expect(trail.map(({ action }) => action)).toEqual(['linked a data source to', 'unlinked a data source from']);
  });

  test('ids of other things are not found', async () => {
    const { actionItems } = await administrator.query('{ actionItems(first: 1) { edges { node { id } } } }');
    const { id } = actionItems.edges[0].node;
    expect((await link(administrator, 'linkDataSource', id, id)).__typename).toBe('NotFoundRefusal');
    expect((await link(administrator, 'linkDataSource', cdph, cdph)).__typename).toBe('NotFoundRefusal');
  });
});
