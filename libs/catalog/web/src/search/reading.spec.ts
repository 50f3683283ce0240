import { describe, expect, it } from '@jest/globals';
import type { CatalogSearch } from './CatalogSearchQuery';
import { askedFor, changedWords, readingOf } from './reading';

const search = (changes: Partial<CatalogSearch>) =>
  ({ understoodTerms: [], askedBreakdowns: [], correctedText: null, ...changes }) as unknown as CatalogSearch;

describe('how a search was read', () => {
  it('tells the mended words from the others', () => {
    expect(changedWords('nonfatal overdoes by county', 'nonfatal overdose by county')).toEqual({
      mended: [
        { word: 'nonfatal', isNew: false },
        { word: 'overdose', isNew: true },
        { word: 'by', isNew: false },
        { word: 'county', isNew: false },
      ],
      replaced: ['overdoes'],
    });
  });

  it('names places first, then breakdowns, in the order of the rows', () => {
    const asked = askedFor({ askedBreakdowns: ['race', 'age', 'ZIP_CODE', 'COUNTY', 'shoe size'] });
    expect(asked.map(({ label }) => label)).toEqual(['County', 'ZIP code', 'Age', 'Race']);
  });

  it('never repeats slang, and can take a term out of the text', () => {
    const read = readingOf(
      search({ understoodTerms: [{ __typename: 'UnderstoodTerm', written: 'smack', understoodAs: 'heroin' }] }),
      'deaths with Smack in 2024',
    );
    expect(read).toEqual([{ label: 'heroin', without: 'deaths with in 2024' }]);
  });

  it.each([
    ['deaths by county', 'COUNTY', 'deaths'],
    ['deaths by county and race', 'COUNTY', 'deaths by race'],
    ['deaths by county and race', 'race', 'deaths by county'],
    ['deaths by county, race and age', 'race', 'deaths by county and age'],
    ['visits by zip code', 'ZIP_CODE', 'visits'],
    ['visits by household income in 2024', 'householdIncome', 'visits in 2024'],
  ])('takes one breakdown out of "%s"', (text, name, rest) => {
    expect(readingOf(search({ askedBreakdowns: [name] }), text)[0]?.without).toBe(rest);
  });

  it('leaves a breakdown that it can not find in the text', () => {
    expect(readingOf(search({ askedBreakdowns: ['race'] }), 'who dies')[0]?.without).toBeNull();
  });
});
