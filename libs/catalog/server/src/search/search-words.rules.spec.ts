import { describe, expect, test } from '@jest/globals';
import { anyWord, understand, Vocabulary } from './search-words.rules';

const vocabulary = new Vocabulary([
  { preferred: 'overdose', synonyms: ['drug overdose', 'drug poisoning', 'OD', 'X40-X44'] },
  { preferred: 'naloxone', synonyms: ['Narcan', 'opioid antagonist'] },
  { preferred: 'methamphetamine', synonyms: ['meth', 'crystal', 'ice'] },
  { preferred: 'opioids', synonyms: ['opioid', 'narcotics'] },
  { preferred: 'Latino, Latina, Latine', synonyms: ['Hispanic'] },
]);
const read = (text: string) => understand(text, vocabulary);
const written = (text: string) => read(text).groups.map((group) => group.written);

describe('plain words', () => {
  test('each word has to be met, the last one may be a beginning', () => {
    expect(read('death certif').groups).toEqual([
      { written: 'death', phrases: [] },
      { written: 'certif', beginning: 'certif', phrases: [] },
    ]);
  });

  test('a blank after the last word completes it', () => {
    expect(read('certif ').groups).toEqual([{ written: 'certif', phrases: [] }]);
  });

  test('operators, quotes and marks are no words', () => {
    expect(written(`"death" & !(county | "zip") <-> :* \\ ' %`)).toEqual(['death', 'county', 'zip']);
  });

  test('nothing to search for asks for everything', () => {
    for (const text of ['', '   ', 'the of and', '🦀 💊', '\u202e\u0000', '""', 'a'])
      expect(read(text).groups).toEqual([]);
  });

  test('words that every catalog would have are left out beside telling ones', () => {
    expect(written('prescribing data ')).toEqual(['prescribing']);
    expect(written('data ')).toEqual(['data']);
  });

  test('right-to-left and other scripts are words', () => {
    expect(written('وفيات الجرعة ')).toEqual(['وفيات', 'الجرعة']);
  });

  test('a text of 100 KB is cut to what a person would write', () => {
    expect(read('word '.repeat(20_000)).groups.length).toBeLessThanOrEqual(24);
    expect(read('x'.repeat(100_000)).groups[0]?.written).toHaveLength(60);
  });
});

describe('the vocabulary', () => {
  test('a synonym is searched together with the preferred word, which is shown', () => {
    const { groups, understoodTerms } = read('Narcan');
    expect(groups).toEqual([{ written: 'Narcan', phrases: ['naloxone', 'opioid antagonist'] }]);
    expect(understoodTerms).toEqual([{ written: 'Narcan', understoodAs: 'naloxone' }]);
  });

  test('the longest term wins, in any case, singular or plural', () => {
    expect(read('Drug Poisonings statewide').understoodTerms).toEqual([
      { written: 'Drug Poisonings', understoodAs: 'overdose' },
    ]);
  });

  test('the preferred word brings its synonyms, but not short everyday words', () => {
    expect(read('methamphetamine').groups[0]?.phrases).toEqual(['crystal']);
    expect(read('ice').groups[0]?.phrases).toContain('methamphetamine');
  });

  test('a singular of the preferred word is not explained to the person', () => {
    expect(read('opioid').understoodTerms).toEqual([]);
  });

  test('a preferred label of several words is searched word by word', () => {
    expect(read('Hispanic').groups[0]?.phrases).toEqual(['Latino', 'Latina', 'Latine']);
  });

  test('codes are terms too', () => {
    expect(read('x40-x44').understoodTerms).toEqual([{ written: 'x40-x44', understoodAs: 'overdose' }]);
  });
});

describe('breakdowns', () => {
  test.each([
    ['overdose by county', ['COUNTY'], ['overdose']],
    ['deaths by race and age', ['race', 'age'], ['deaths']],
    ['deaths by zip code or household income ', ['ZIP_CODE', 'householdIncome'], ['deaths']],
    ['by race/ethnicity', ['race', 'ethnicity'], []],
    ['county jail', [], ['county', 'jail']],
    ['deaths by drug', [], ['deaths', 'drug']],
  ])('%s', (text, asked, words) => {
    expect(read(text).askedBreakdowns).toEqual(asked);
    expect(written(text)).toEqual(words);
  });

  test('names of built-in properties are no breakdowns', () => {
    expect(read('by constructor').askedBreakdowns).toEqual([]);
  });
});

test('any word: one group of alternatives, where there are several words', () => {
  expect(anyWord(read('jail visits ').groups)).toEqual([{ written: 'jail', phrases: ['visits'] }]);
  expect(anyWord(read('jail ').groups)).toBeNull();
});
