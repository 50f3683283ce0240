export type WordingRule = {
  /** The source of a regular expression, matched whatever the case: "\\baddicts\\b". */
  match: string;
  /** What the writer can use instead: "people with opioid use disorder". */
  preferred: string;
  /** Why, as the end of a sentence that begins with the preferred words: "names the condition, not the person." */
  reason: string;
};
export type WordingFinding = { rule: WordingRule; start: number; end: number; words: string };

/** The first of each rule's matches in reading order, without overlaps and without the words the writer keeps. */
export const findWording = (
  text: string,
  rules: readonly WordingRule[],
  kept: ReadonlySet<string>,
): WordingFinding[] => {
  const found = rules.flatMap((rule) =>
    [...text.matchAll(new RegExp(rule.match, 'giu'))]
      .filter((match) => match[0] !== '' && !kept.has(match[0].toLowerCase()))
      .map((match) => ({ rule, start: match.index, end: match.index + match[0].length, words: match[0] })),
  );
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  return found.filter((finding, place) => found.slice(0, place).every((earlier) => earlier.end <= finding.start));
};

/** Puts the preferred words in, with a capital where the writer had one. */
export const replaceWording = (text: string, { rule, start, end, words }: WordingFinding): string =>
  text.slice(0, start) + inTheCaseOf(words, rule.preferred) + text.slice(end);

export const inTheCaseOf = (model: string, words: string): string =>
  /^\p{Lu}/u.test(model) ? capitalized(words) : words;

export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
