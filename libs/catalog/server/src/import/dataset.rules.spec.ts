import { describe, expect, test } from '@jest/globals';
import { readDataset } from './dataset.rules';

const good = {
  '@type': 'dcat:Dataset',
  identifier: 'https://example.org/d/1',
  title: 'Drug overdose deaths',
  description: '<p>Counts by <b>month</b>.</p>',
  keyword: [' Overdose ', 'overdose', 'Deaths'],
  modified: '2024-09-01',
  publisher: { name: 'Example Department' },
  contactPoint: { fn: 'Ada', hasEmail: 'mailto:ada@example.org' },
  accessLevel: 'public',
  accrualPeriodicity: 'R/P1M',
  temporal: '2019-01-01/2022-12-31',
  distribution: [{ downloadURL: 'https://example.org/d/1.csv', mediaType: 'text/csv' }],
};
const record = (changes: object = {}) => readDataset({ ...good, ...changes }, 'example').record!;
const paths = (changes: object) => record(changes).problems.map(({ path }) => path);

test('a dataset in the hub’s terms', () => {
  expect(record()).toMatchObject({
    title: 'Drug overdose deaths',
    description: 'Counts by month.',
    keywords: ['overdose', 'deaths'],
    publisherName: 'Example Department',
    contactEmail: 'ada@example.org',
    accessLevel: 'public',
    updateFrequency: 'monthly',
    firstYear: 2019,
    lastYear: 2022,
    modifiedOn: '2024-09-01',
    distributions: [{ downloadUrl: 'https://example.org/d/1.csv', mediaType: 'text/csv', accessUrl: null }],
    problems: [],
  });
  expect(record().slug).toMatch(/^drug-overdose-deaths-[0-9a-f]{8}$/);
});

describe('identity', () => {
  test('the slug depends on the feed and the identifier, so equal titles differ', () => {
    expect(record({ identifier: 'other' }).slug).not.toBe(record().slug);
    expect(readDataset(good, 'another').record!.slug).not.toBe(record().slug);
  });

  test('the hash does not depend on the order of members, but on every value', () => {
    const turned = Object.fromEntries(Object.entries(good).reverse());
    expect(readDataset(turned, 'example').record!.contentHash).toBe(record().contentHash);
    expect(record({ bureauCode: ['009:00'] }).contentHash).not.toBe(record().contentHash);
  });
});

describe('rejected', () => {
  test.each([
    ['null', null, ''],
    ['a text', 'x', ''],
    ['a list', [[]], ''],
    ['one that was too large to read', undefined, ''],
    ['without identifier', { ...good, identifier: undefined }, 'identifier'],
    ['with a blank identifier', { ...good, identifier: ' \u0000' }, 'identifier'],
    ['with a list as identifier', { ...good, identifier: ['x'] }, 'identifier'],
    ['with an endless identifier', { ...good, identifier: 'x'.repeat(1_500) }, 'identifier'],
    ['without title', { ...good, title: '' }, 'title'],
    ['with an object as title', { ...good, title: { en: 'x' } }, 'title'],
  ])('%s', (_name, entry, path) => {
    expect(readDataset(entry, 'example').rejected?.problem.path).toBe(path);
  });
});

describe('imported with problems', () => {
  test.each([
    ['keyword', { keyword: [] }],
    ['keyword.1', { keyword: ['a', 7] }],
    ['publisher', { publisher: 'CDC' }],
    ['publisher.name', { publisher: {} }],
    ['contactPoint.hasEmail', { contactPoint: { fn: 'x', hasEmail: 'ada@example.org' } }],
    ['modified', { modified: 'soon' }],
    ['accessLevel', { accessLevel: 'PUBLIC' }],
    ['accrualPeriodicity', { accrualPeriodicity: 'Annual' }],
    ['distribution.0.mediaType', { distribution: [{ downloadURL: 'https://example.org/x' }] }],
    ['distribution.1', { distribution: [{}, 7] }],
    ['landingPage', { landingPage: 'javascript:alert(1)' }],
    ['title', { title: 42 }],
    ['description', { description: 'x'.repeat(150_000) }],
    ['title', { title: `Deaths\u0000 \uD83D here` }],
  ])('%s', (path, changes) => {
    expect(paths(changes)).toContain(path);
  });

  test('a missing member is named', () => {
    expect(paths({ modified: undefined, contactPoint: undefined })).toEqual(['modified', 'contactPoint']);
  });

  test('what cannot be stored or followed does not get into the record', () => {
    const broken = record({ title: 'Deaths\u0000 \uD83D', landingPage: 'javascript:alert(1)', accessLevel: 7 });
    expect(broken).toMatchObject({ title: 'Deaths', landingPage: null, accessLevel: 'non-public' });
    expect(JSON.stringify(broken)).not.toMatch(/\\u0000|\\ud83d/);
  });

  test('a broken list is listed briefly', () => {
    expect(paths({ keyword: Array.from({ length: 5_000 }, () => 7) }).length).toBeLessThanOrEqual(50);
  });

  test('depth has an end', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 5_000; level += 1) deep = [deep];
    expect(record({ extra: deep }).problems[0]?.message).toContain('too deep');
  });
});

test('codes of federal agencies are not asked of others, and redactions are allowed', () => {
  expect(paths({ contactPoint: { fn: 'x', hasEmail: '[[REDACTED-EX B6]]' }, temporal: null })).toEqual([]);
});
