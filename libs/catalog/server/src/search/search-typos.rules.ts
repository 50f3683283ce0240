/** A word of the catalog, with about how many records have it. */
export interface KnownWord {
  word: string;
  sourceCount: number;
}

/** Typing errors that a word of this length may have: none in two letters, one in a short word, else two. */
export const errorsAllowed = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : 2);

/**
 * Least number of letters to insert, drop, replace or swap with a neighbour (optimal string alignment), or
 * `limit + 1` as soon as it is more than the limit.
 */
export function typingDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1;
      let distance = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + differs);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) distance = Math.min(distance, beforeLast[column - 2]! + 1);
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[other.length]!;
}

/**
 * The words nearest to a mistyped one, best first: fewest errors, then the same first letter (people rarely mistype
 * it), then the word that more records have.
 */
export function nearestWords(mistyped: string, known: Iterable<KnownWord>, atMost = 3): string[] {
  const wanted = mistyped.toLowerCase();
  const limit = errorsAllowed(wanted.length);
  const found: (KnownWord & { distance: number })[] = [];
  for (const candidate of known) {
    const distance = typingDistance(wanted, candidate.word, limit);
    if (distance > 0 && distance <= limit) found.push({ ...candidate, distance });
  }
  const startsAlike = ({ word }: KnownWord) => (word[0] === wanted[0] ? 0 : 1);
  found.sort(
    (one, other) =>
      one.distance - other.distance ||
      startsAlike(one) - startsAlike(other) ||
      other.sourceCount - one.sourceCount ||
      one.word.localeCompare(other.word),
  );
  return found.slice(0, atMost).map(({ word }) => word);
}

/** The text with a word put in place of another, wherever it stands as a whole word; a capital stays one. */
export function replaceWord(text: string, mistyped: string, mended: string): string {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${mistyped.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const startsWithCapital = /^\p{Lu}/u.test(mistyped);
  const replacement = startsWithCapital ? mended.charAt(0).toUpperCase() + mended.slice(1) : mended;
  return text.replace(pattern, () => replacement);
}
