import { expect, test } from '@jest/globals';
import { nearestWords, replaceWord, typingDistance } from './search-typos.rules';

test.each([
  ['fentynal', 'fentanyl', 2],
  ['overdsoe', 'overdose', 1],
  ['deth', 'death', 1],
  ['same', 'same', 0],
  ['abcdef', 'uvwxyz', 3],
  ['a', 'abcdefgh', 3],
])('from %s to %s', (one, other, distance) => {
  expect(typingDistance(one, other, 2)).toBe(distance);
  expect(typingDistance(other, one, 2)).toBe(distance);
});

const known = ['death', 'depth', 'teeth', 'heath', 'naloxone', 'fentanyl'].map((word, place) => ({
  word,
  sourceCount: word === 'death' ? 90 : place,
}));

test('fewest errors first, then the same first letter, then the more frequent word', () => {
  expect(nearestWords('deth', known)).toEqual(['death', 'depth']);
  expect(nearestWords('naloxnoe', known)).toEqual(['naloxone']);
});

test('short words may have one error, the shortest none', () => {
  expect(nearestWords('dxxth', known)).toEqual([]);
  expect(nearestWords('de', known)).toEqual([]);
});

test('a whole word is replaced, its capital kept, and nothing inside other words', () => {
  expect(replaceWord('Deth by deth, undeth', 'deth', 'death')).toBe('Deth by death, undeth');
  expect(replaceWord('Deth rates', 'Deth', 'death')).toBe('Death rates');
  expect(replaceWord('a $& b', 'b', '$&')).toBe('a $& $&');
});
