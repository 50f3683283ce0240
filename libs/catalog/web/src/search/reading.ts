import { breakdownNames, breakdownWords } from '../words';
import type { CatalogSearch } from './CatalogSearchQuery';

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Which words of the mended text are new, and which of the written ones they replace. */
export const changedWords = (written: string, mended: string) => {
  const before = new Set(wordsOf(written).map(plain));
  const after = new Set(wordsOf(mended).map(plain));
  return {
    mended: wordsOf(mended).map((word) => ({ word, isNew: !before.has(plain(word)) })),
    replaced: wordsOf(written).filter((word) => !after.has(plain(word))),
  };
};

const withoutWords = (text: string, words: string): string | null => {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (words === '' || at < 0) return null;
  return wordsOf(`${text.slice(0, at)} ${text.slice(at + words.length)}`).join(' ');
};

/** The server's name of a breakdown ("householdIncome", "HOUSEHOLD_INCOME", "county") as this page names it. */
const askedNames = new Map<string, string>([
  ['county', 'County'],
  ['income', breakdownWords.householdIncome.short],
  ['immigration', breakdownWords.immigrationStatus.short],
  ['gender', breakdownWords.sex.short],
  ...breakdownNames.map((name): [string, string] => [plain(name), breakdownWords[name].short]),
]);

/** The short names of the breakdowns that the words ask for. */
export const askedFor = ({ askedBreakdowns }: Pick<CatalogSearch, 'askedBreakdowns'>): ReadonlySet<string> =>
  new Set(askedBreakdowns.flatMap((asked) => askedNames.get(plain(asked)) ?? []));

export type Reading = {
  label: string;
  /** The text without these words; null: they can't be taken out. */ without: string | null;
};

/** What a person typed is never shown here, only what it was understood as: slang finds, and is not repeated. */
export const readingOf = (search: CatalogSearch, text: string): Reading[] => {
  const terms = new Map<string, Reading>();
  for (const { written, understoodAs } of search.understoodTerms)
    terms.set(understoodAs, { label: understoodAs, without: withoutWords(search.correctedText ?? text, written) });
  const asked = [...askedFor(search)].map((name) => ({ label: `By ${name.toLowerCase()}`, without: null }));
  return [...terms.values(), ...asked];
};
