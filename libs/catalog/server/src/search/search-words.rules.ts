import type { UnderstoodTerm } from './search.types';

/** Words of the field that mean the same; `preferred` is the one to show. */
export interface Concept {
  preferred: string;
  synonyms: readonly string[];
}

/** A part of the query that must be met: by the written words together, by a phrase, or by a word's beginning. */
export interface WordGroup {
  written: string;
  /** The last word, while it is being typed: lower-case letters and digits only. */
  beginning?: string;
  phrases: string[];
}

/** What a person's text asks for. */
export interface UnderstoodText {
  /** Empty: everything is asked for. */
  groups: WordGroup[];
  understoodTerms: UnderstoodTerm[];
  askedBreakdowns: string[];
  /** Words that must be met, as written, for mending typos. */
  words: string[];
}

/** Longer texts are not what a person searches for; the rest is not looked at. */
const considered = { characters: 400, words: 24, charactersOfWord: 60 };

const wordPattern = /[\p{L}\p{N}]+(?:[.'’&/-][\p{L}\p{N}]+)*/gu;

/** English words without a meaning of their own: those that PostgreSQL drops. */
const stopWords = new Set(
  `i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it
  its itself they them their theirs themselves what which who whom this that these those am is are was were be been
  being have has had having do does did doing a an the and but if or because as until while of at by for with about
  against between into through during before after above below to from up down in out on off over under again further
  then once here there when where why how all any both each few more most other some such no nor not only own same so
  than too very s t can will just don should now`.split(/\s+/),
);

/** Words that people add when they ask a catalog, and that a record need not contain. */
const fillers = new Set([
  'data',
  'dataset',
  'datasets',
  'information',
  'statistics',
  'numbers',
  'many',
  'find',
  'show',
]);

/** What people write after "by", and which breakdown or geographic level it asks for. */
const breakdownWords: Record<string, readonly string[]> = {
  race: ['race'],
  'race/ethnicity': ['race', 'ethnicity'],
  ethnicity: ['ethnicity'],
  'immigration status': ['immigrationStatus'],
  immigration: ['immigrationStatus'],
  language: ['language'],
  'household income': ['householdIncome'],
  income: ['householdIncome'],
  age: ['age'],
  'age group': ['age'],
  sex: ['sex'],
  gender: ['sex'],
  county: ['COUNTY'],
  counties: ['COUNTY'],
  zip: ['ZIP_CODE'],
  'zip code': ['ZIP_CODE'],
  zipcode: ['ZIP_CODE'],
  'census tract': ['CENSUS_TRACT'],
  tract: ['CENSUS_TRACT'],
  neighborhood: ['CENSUS_TRACT'],
  city: ['CITY'],
  cities: ['CITY'],
  state: ['STATE'],
  region: ['REGION'],
  facility: ['FACILITY'],
  hospital: ['FACILITY'],
};

/** Finds out what is asked: terms of the vocabulary, breakdowns, and the plain words that remain. */
export function understand(text: string, vocabulary: Vocabulary): UnderstoodText {
  const shortened = text.slice(0, considered.characters);
  const written = (shortened.match(wordPattern) ?? [])
    .slice(0, considered.words)
    .map((word) => word.slice(0, considered.charactersOfWord));
  const lastIsComplete = !/[\p{L}\p{N}]$/u.test(shortened);
  const { rest, asked } = takeBreakdowns(written);
  const groups: WordGroup[] = [];
  const understoodTerms: UnderstoodTerm[] = [];
  const words: string[] = [];
  for (let place = 0; place < rest.length;) {
    const term = vocabulary.longestAt(rest, place);
    if (term) {
      groups.push({ written: term.written, phrases: term.phrases });
      if (term.understoodAs) understoodTerms.push({ written: term.written, understoodAs: term.understoodAs });
      place += term.length;
      continue;
    }
    const word = rest[place]!;
    place += 1;
    if (stopWords.has(word.toLowerCase())) continue;
    const isLast = place === rest.length && word === written.at(-1);
    if (isLast && !lastIsComplete) {
      // One letter says nothing yet.
      if (word.length > 1) groups.push({ written: word, ...beginningOf(word), phrases: [] });
    } else groups.push({ written: word, phrases: [] });
    words.push(word);
  }
  return { groups: withoutFillers(groups), understoodTerms, askedBreakdowns: asked, words };
}

/** For ranking: the groups as they were written, without what the vocabulary adds. */
export const asWritten = (groups: readonly WordGroup[]): WordGroup[] =>
  groups.map((group) => ({ ...group, phrases: [] }));

/** One group that any single word meets, for when nothing has them all; null when there is only one word. */
export function anyWord(groups: readonly WordGroup[]): WordGroup[] | null {
  const words = groups
    .flatMap(({ written }) => written.split(' '))
    .filter((word) => !stopWords.has(word.toLowerCase()));
  const [first, ...others] = words;
  if (!first || others.length === 0) return null;
  return [{ written: first, phrases: [...others, ...groups.flatMap(({ phrases }) => phrases)] }];
}

const beginningOf = (word: string) => (/^[\p{L}\p{N}]+$/u.test(word) ? { beginning: word.toLowerCase() } : {});

function withoutFillers(groups: WordGroup[]): WordGroup[] {
  const telling = groups.filter((group) => !fillers.has(group.written.toLowerCase()));
  return telling.length > 0 ? telling : groups;
}

/** Takes "by county", "by race and age" out of the words: they ask for a breakdown rather than for a topic. */
function takeBreakdowns(words: readonly string[]): { rest: string[]; asked: string[] } {
  const rest: string[] = [];
  const asked = new Set<string>();
  for (let place = 0; place < words.length;) {
    const end = words[place]!.toLowerCase() === 'by' ? takeList(words, place + 1, asked) : place;
    if (end > place + 1) place = end;
    else rest.push(words[place++]!);
  }
  return { rest, asked: [...asked] };
}

/** Reads `race`, `race and age`, `zip code or city` from a place on; returns where it ends. */
function takeList(words: readonly string[], start: number, asked: Set<string>): number {
  let place = start;
  for (;;) {
    const joins = place > start && ['and', 'or'].includes(words[place]?.toLowerCase() ?? '') ? 1 : 0;
    const found = [2, 1].find((length) => breakdownAt(words, place + joins, length));
    if (!found) return place;
    for (const name of breakdownAt(words, place + joins, found) ?? []) asked.add(name);
    place += joins + found;
  }
}

const breakdownAt = (words: readonly string[], place: number, length: number): readonly string[] | undefined => {
  const key = words
    .slice(place, place + length)
    .join(' ')
    .toLowerCase();
  return place + length <= words.length && Object.hasOwn(breakdownWords, key) ? breakdownWords[key] : undefined;
};

interface FoundTerm {
  written: string;
  /** In words. */
  length: number;
  phrases: string[];
  /** The preferred word, where it differs from the written one. */
  understoodAs: string | null;
}

/** The vocabulary, arranged to be found by any of its words. */
export class Vocabulary {
  private readonly byTerm = new Map<string, { preferredOf: Concept[]; synonymOf: Concept[] }>();
  private longest = 1;

  constructor(concepts: readonly Concept[]) {
    for (const concept of concepts) {
      this.entry(concept.preferred).preferredOf.push(concept);
      for (const synonym of concept.synonyms) this.entry(synonym).synonymOf.push(concept);
    }
  }

  /** The longest term of the vocabulary that begins at this word. */
  longestAt(words: readonly string[], place: number): FoundTerm | null {
    for (let length = Math.min(this.longest, words.length - place); length > 0; length -= 1) {
      const written = words.slice(place, place + length).join(' ');
      const entry = this.byTerm.get(normalTerm(written));
      if (entry) return { length, ...expand(written, entry) };
    }
    return null;
  }

  /** Whether a word stands anywhere in the vocabulary, so that it is no typo. */
  hasWord(word: string): boolean {
    return this.words.has(word.toLowerCase());
  }

  readonly words = new Set<string>();

  private entry(term: string) {
    const words = term.match(wordPattern) ?? [];
    for (const word of words) this.words.add(word.toLowerCase());
    this.longest = Math.max(this.longest, words.length);
    const key = normalTerm(term);
    const known = this.byTerm.get(key) ?? { preferredOf: [], synonymOf: [] };
    this.byTerm.set(key, known);
    return known;
  }
}

/** Singular and plural, and any case, are the same term. */
const normalTerm = (term: string): string =>
  (term.match(wordPattern) ?? []).map((word) => word.toLowerCase().replace(/([^s])s$/, '$1')).join(' ');

function expand(written: string, entry: { preferredOf: Concept[]; synonymOf: Concept[] }): Omit<FoundTerm, 'length'> {
  const isPreferred = entry.preferredOf.length > 0;
  const concepts = isPreferred ? entry.preferredOf : entry.synonymOf;
  const terms = concepts.flatMap(({ preferred, synonyms }) => [
    ...(isPreferred ? [] : preferred.split(/[;,] /)),
    ...synonyms.filter(findsOnlyWhatIsMeant),
  ]);
  return {
    written,
    phrases: [...new Set(terms)].filter((term) => normalTerm(term) !== normalTerm(written)),
    understoodAs: isPreferred ? null : (concepts[0]?.preferred ?? null),
  };
}

/**
 * A person who writes "ice" or "LEAD" may mean the field's sense of it, so it leads to the preferred word. The other
 * way round it would bring in the everyday sense, so short words are not searched unless they were written.
 */
const findsOnlyWhatIsMeant = (synonym: string): boolean =>
  /[ \d]/.test(synonym) || synonym.length >= 6 || /^[A-Z]{4,}$/.test(synonym);
