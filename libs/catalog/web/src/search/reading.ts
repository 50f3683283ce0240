import type { GeographicLevel } from '@sos/platform-contract';
import { type BreakdownName, breakdownNames, breakdownWords, levels, levelWords } from '../words';
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

/** A breakdown or a kind of place, as the rows name it. */
export type Asked = { name: BreakdownName | GeographicLevel; label: string; spoken: string };

/** What the words ask for, in the order of the rows; a name that this page does not know is passed over. */
export const askedFor = ({ askedBreakdowns }: Pick<CatalogSearch, 'askedBreakdowns'>): Asked[] => [
  ...levels
    .filter((level) => askedBreakdowns.includes(level))
    .map((name) => ({ name, label: levelWords[name], spoken: levelWords[name] })),
  ...breakdownNames
    .filter((name) => askedBreakdowns.includes(name))
    .map((name) => ({ name, label: breakdownWords[name].short, spoken: breakdownWords[name].full })),
];

const withoutWords = (text: string, words: string): string | null => {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (words === '' || at < 0) return null;
  return wordsOf(`${text.slice(0, at)} ${text.slice(at + words.length)}`).join(' ');
};

/** How people write what they ask for. */
const writtenAs: Partial<Record<Asked['name'], string>> = {
  COUNTY: 'county|counties',
  CITY: 'city|cities',
  ZIP_CODE: 'zip codes?|zipcodes?|zip',
  CENSUS_TRACT: 'census tracts?|tract|neighborhoods?',
  FACILITY: 'facility|hospital',
  sex: 'sex|gender',
  age: 'age groups?|age',
  householdIncome: 'household income|income',
  immigrationStatus: 'immigration status|immigration',
};

const patternOf = (name: Asked['name'], label: string) => writtenAs[name] ?? label.toLowerCase();
const anyAsked = [
  ...levels.map((level) => patternOf(level, levelWords[level])),
  ...breakdownNames.map((name) => patternOf(name, breakdownWords[name].short)),
].join('|');
const askedList = new RegExp(`\\bby\\s+((?:(?:${anyAsked})\\b(?:\\s*,\\s*|\\s+(?:and|or)\\s+|\\s+)?)+)`, 'giu');

const inList = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Takes one breakdown out of "by county, race and age" and leaves the others. */
const withoutBreakdown = (text: string, { name, label }: Asked): string | null => {
  const unwanted = new RegExp(`^(?:${patternOf(name, label)})$`, 'iu');
  const shorter = text.replace(askedList, (whole, list: string) => {
    const words = list.match(new RegExp(`(?:${anyAsked})\\b`, 'giu')) ?? [];
    const left = words.filter((word) => !unwanted.test(word));
    if (left.length === words.length) return whole;
    return left.length === 0 ? ' ' : `by ${inList(left)} `;
  });
  return shorter === text ? null : wordsOf(shorter).join(' ');
};

export type Reading = {
  label: string;
  /** The text without these words; null: they can't be taken out. */ without: string | null;
};

/** What a person typed is never shown here, only what it was understood as: slang finds, and is not repeated. */
export const readingOf = (search: CatalogSearch, text: string): Reading[] => {
  const searched = search.correctedText ?? text;
  const terms = new Map<string, Reading>();
  for (const { written, understoodAs } of search.understoodTerms)
    terms.set(understoodAs, { label: understoodAs, without: withoutWords(searched, written) });
  const asked = askedFor(search).map((one) => ({
    label: `By ${one.spoken.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`,
    without: withoutBreakdown(searched, one),
  }));
  return [...terms.values(), ...asked];
};
