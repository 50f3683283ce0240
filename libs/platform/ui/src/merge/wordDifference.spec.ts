import { describe, expect, it } from '@jest/globals';
import { type Piece, wordDifference } from './wordDifference';

const marked = (pieces: Piece[]) => pieces.map(({ text, isOnlyHere }) => (isOnlyHere ? `[${text}]` : text)).join('');
const shown = (one: string, other: string) => wordDifference(one, other).map(marked);

describe('the difference of two texts', () => {
  it.each([
    ['Call Fresno today', 'Call Kern today', 'Call [Fresno] today', 'Call [Kern] today'],
    ['Call Fresno', 'Call Fresno and Kern', 'Call Fresno', 'Call Fresno[ and Kern]'],
    ['', 'Something new', '', '[Something new]'],
    ['the same', 'the same', 'the same', 'the same'],
    ['two  spaces', 'two spaces', 'two[  ]spaces', 'two[ ]spaces'],
    ['naïve “quoted” 薬', 'naïve “quoted” 藥', 'naïve “quoted” [薬]', 'naïve “quoted” [藥]'],
  ])('%j and %j', (one, other, left, right) => {
    expect(shown(one, other)).toEqual([left, right]);
  });

  it('loses no letter of either, whatever they are', () => {
    const words = ['a', 'b', 'c', ' ', '\n', 'ab', ''];
    let seed = 7;
    const next = () => (seed = (seed * 16_807) % 2_147_483_647);
    const text = () => Array.from({ length: next() % 12 }, () => words[next() % words.length]).join('');
    for (let round = 0; round < 300; round += 1) {
      const [one, other] = [text(), text()];
      const [left, right] = wordDifference(one, other);
      expect([left.map((piece) => piece.text).join(''), right.map((piece) => piece.text).join('')]).toEqual([
        one,
        other,
      ]);
      const kept = (pieces: Piece[]) =>
        pieces
          .filter((piece) => !piece.isOnlyHere)
          .map((piece) => piece.text)
          .join('');
      expect(kept(left)).toBe(kept(right));
    }
  });

  it('shows very long texts without marks rather than make the page wait', () => {
    const long = 'word '.repeat(3_000);
    expect(wordDifference(long, `${long}more`)[1]).toEqual([{ text: `${long}more`, isOnlyHere: false }]);
  });
});
