/** A piece of a text, and whether the other text lacks it. */
export type Piece = { text: string; isOnlyHere: boolean };

/** Above this many pairs of words a comparison would be felt; such texts are shown without marks. */
const mostPairs = 1_000_000;

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** Two texts in pieces: what both have, in its order, and what only the one or the other has. */
export const wordDifference = (one: string, other: string): [Piece[], Piece[]] => {
  const [ones, others] = [wordsOf(one), wordsOf(other)];
  if (ones.length * others.length > mostPairs) return [whole(one), whole(other)];
  const common = commonLengths(ones, others);
  const [left, right]: [Piece[], Piece[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < ones.length || j < others.length) {
    if (i < ones.length && j < others.length && ones[i] === others[j]) {
      add(left, ones[i++]!, false);
      add(right, others[j++]!, false);
    } else if (j >= others.length || (i < ones.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      add(left, ones[i++]!, true);
    } else add(right, others[j++]!, true);
  }
  return [left, right];
};

const whole = (text: string): Piece[] => [{ text, isOnlyHere: false }];

/** Of the words from each place on: how many both have in the same order. */
const commonLengths = (ones: readonly string[], others: readonly string[]): Uint16Array[] => {
  const lengths = Array.from({ length: ones.length + 1 }, () => new Uint16Array(others.length + 1));
  for (let i = ones.length - 1; i >= 0; i -= 1)
    for (let j = others.length - 1; j >= 0; j -= 1)
      lengths[i]![j] =
        ones[i] === others[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
};

const add = (pieces: Piece[], text: string, isOnlyHere: boolean): void => {
  const last = pieces.at(-1);
  if (last?.isOnlyHere === isOnlyHere) last.text += text;
  else pieces.push({ text, isOnlyHere });
};
