import { describe, expect, test } from '@jest/globals';
import { searchTerms } from './search.terms';

describe('search terms', () => {
  test.each(['PS-19', 'ps 19', 'ps19', ' PS19 '])('%j is the reference ps19', (written) => {
    expect(searchTerms(written)?.compact).toBe('ps19');
  });

  test('every word is looked for by its beginning', () => {
    expect(searchTerms('Naloxone kits')).toMatchObject({
      words: 'naloxone:* & kits:*',
      titleWords: 'naloxone:*A & kits:*A',
      beginning: 'Naloxone kits%',
    });
  });

  test('nothing to look for', () => {
    expect(searchTerms('')).toBeNull();
    expect(searchTerms(' \t\n')).toBeNull();
  });

  test.each(["'; drop table person; --", "a:*|!b & (c <-> d) \\'", ':*&|!()<>', '%_\\', '\u202Eabc', '🙂🙂', "''''"])(
    'hostile text %j leaves only words for the query',
    (written) => {
      expect(searchTerms(written)?.words.replaceAll(/[\p{L}\p{N}]+:\*( & )?/gu, '')).toBe('');
    },
  );

  test('wildcards are letters', () => {
    expect(searchTerms('100%_\\')?.anywhere).toBe('%100\\%\\_\\\\%');
  });

  test('endless text is cut', () => {
    expect(searchTerms('overdose '.repeat(20_000))?.words.split(' & ')).toHaveLength(8);
  });
});
