import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, encodeCursor } from '@sos/platform-server';
import { GraphQLError } from 'graphql';
import { AccessLevel, GeographicLevel, UpdateFrequency } from '../data-source.enums';
import type { DataSource } from '../data-source.types';
import { Lexicon } from './lexicon';
import type { KnownWord } from './search-typos.rules';
import { errorsAllowed, nearestWords, replaceWord } from './search-typos.rules';
import { anyWord, asWritten, understand, type UnderstoodText, type Vocabulary } from './search-words.rules';
import { searchStatement, type FacetName, type SearchRequest } from './search.sql';
import type { DataSourceFacets, DataSourceSearch, FacetValue } from './search.types';
import { VocabularySource } from './vocabulary';

/** A search as the person asks it. */
export interface SearchQuestion extends Omit<
  SearchRequest,
  'groups' | 'writtenGroups' | 'askedBreakdowns' | 'after' | 'isRelaxed'
> {
  after: string | null;
  exactWords: boolean;
}

type ResultRow = DataSource & { sortKey: number; sortTitle: string; titleHighlight?: string; excerpt?: string };
interface Found {
  total: number;
  rows: ResultRow[];
  facets: Partial<Record<FacetName, unknown>>;
}

/** Searches the catalog in one statement; only words that lead nowhere cost more, to look for a typo. */
@Injectable()
export class DataSourceSearcher {
  constructor(
    private readonly database: Database,
    private readonly vocabularySource: VocabularySource,
    private readonly lexicon: Lexicon,
  ) {}

  async search(question: SearchQuestion): Promise<DataSourceSearch> {
    const vocabulary = await this.vocabularySource.read();
    const understood = understand(question.text, vocabulary);
    const found = await this.run(question, understood);
    const mended = found.total === 0 ? await this.mend(question, understood, vocabulary) : null;
    if (!mended)
      return found.total === 0 ? this.relax(question, understood, found) : answer(question, understood, found);
    if (question.exactWords) return { ...answer(question, understood, found), didYouMean: mended.text };
    return { ...answer(question, mended.understood, mended.found), correctedText: mended.text };
  }

  private async run(question: SearchQuestion & { isRelaxed?: boolean }, understood: UnderstoodText): Promise<Found> {
    const after = decodeCursor(question.after, 3);
    if (after && !isSearchCursor(after)) throw notACursor();
    const { text, values } = searchStatement({
      ...question,
      isRelaxed: question.isRelaxed ?? false,
      groups: understood.groups,
      writtenGroups: asWritten(understood.groups),
      askedBreakdowns: understood.askedBreakdowns,
      after,
    });
    const [row] = await this.database.query(text, values);
    const { total, rows, ...facets } = row as { total: number; rows: ResultRow[] };
    return { total, rows, facets };
  }

  /** Where nothing has all the words, what has some of them may help; the answer says that it did so. */
  private async relax(question: SearchQuestion, understood: UnderstoodText, nothing: Found): Promise<DataSourceSearch> {
    const groups = question.exactWords ? null : anyWord(understood.groups);
    if (!groups || (await this.isFilteredAway(question, understood))) return answer(question, understood, nothing);
    const found = await this.run({ ...question, isRelaxed: true }, { ...understood, groups });
    return { ...answer(question, understood, found), matchesSomeWords: found.total > 0 };
  }

  /** Whether the words lead somewhere, only not with these filters. Then the honest answer is that nothing is left. */
  private async isFilteredAway(question: SearchQuestion, understood: UnderstoodText): Promise<boolean> {
    if (Object.keys(question.filter).length === 0) return false;
    const parts = { ...question.parts, facets: new Set<FacetName>() };
    return (await this.run({ ...question, filter: {}, first: 0, after: null, parts }, understood)).total > 0;
  }

  /** Puts the nearest known words in place of those that no record has, if that leads to results. */
  private async mend(
    question: SearchQuestion,
    understood: UnderstoodText,
    vocabulary: Vocabulary,
  ): Promise<{ text: string; understood: UnderstoodText; found: Found } | null> {
    const mistyped = await this.unknownWords(understood.words, vocabulary);
    if (mistyped.length === 0) return null;
    let text = question.text;
    for (const word of mistyped) {
      const [nearest] = nearestWords(word, await this.wordsOfLength(word.length, vocabulary));
      if (!nearest) return null;
      text = replaceWord(text, word, nearest);
    }
    const mendedUnderstood = understand(text, vocabulary);
    const found = await this.run({ ...question, text }, mendedUnderstood);
    return found.total > 0 ? { text, understood: mendedUnderstood, found } : null;
  }

  private async unknownWords(words: readonly string[], vocabulary: Vocabulary): Promise<string[]> {
    const asked = words.filter((word) => /^\p{L}{3,40}$/u.test(word) && !vocabulary.hasWord(word));
    if (asked.length === 0) return [];
    await this.lexicon.ready();
    const rows = await this.database.query<{ word: string }>(
      'select word from unnest($1::text[]) asked (word) where not exists (select from catalog_word known where known.word = lower(asked.word))',
      [asked],
    );
    return rows.map(({ word }) => word);
  }

  private async wordsOfLength(length: number, vocabulary: Vocabulary): Promise<KnownWord[]> {
    const errors = errorsAllowed(length);
    const rows = await this.database.query<KnownWord & Record<string, unknown>>(
      'select word, source_count as "sourceCount" from catalog_word where length(word) between $1 and $2',
      [length - errors, length + errors],
    );
    const ofTheField = [...vocabulary.words].filter((word) => /^\p{L}{3,}$/u.test(word));
    // A word of the field is the likelier one, however few records have it.
    return [...rows, ...ofTheField.map((word) => ({ word, sourceCount: 1_000_000 }))];
  }
}

const notACursor = () =>
  new GraphQLError('The cursor is not one of this list. Start again without `after`.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });

type SearchCursor = [number, string, string];
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isSearchCursor = (keys: unknown[]): keys is SearchCursor =>
  typeof keys[0] === 'number' && typeof keys[1] === 'string' && uuid.test(String(keys[2]));

function answer(question: SearchQuestion, understood: UnderstoodText, found: Found): DataSourceSearch {
  const rows = found.rows.slice(0, question.first);
  const edges = rows.map((row) => ({
    cursor: encodeCursor([row.sortKey, row.sortTitle, row.id]),
    node: {
      dataSource: row,
      titleHighlight: row.titleHighlight ?? row.sortTitle,
      excerpt: understood.groups.length > 0 ? (row.excerpt ?? '') : beginningOf(row.excerpt ?? ''),
    },
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: found.rows.length > question.first,
      hasPreviousPage: question.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: found.total,
    facets: facetsOf(question, found.facets),
    correctedText: null,
    didYouMean: null,
    understoodTerms: understood.understoodTerms,
    askedBreakdowns: understood.askedBreakdowns,
    matchesSomeWords: false,
  };
}

const excerptLength = 240;

/** The first words of a description, cut between words. */
function beginningOf(description: string): string {
  if (description.length <= excerptLength) return description;
  return `${description.slice(0, excerptLength).replace(/\s+\S*$/, '')} …`;
}

type Counted = Omit<FacetValue, 'selected'>;

function facetsOf({ filter }: SearchQuestion, found: Found['facets']): DataSourceFacets {
  const counted = (name: FacetName) => (found[name] ?? []) as Counted[];
  const marked = (values: Counted[], selected: readonly string[] | null | undefined): FacetValue[] =>
    values.map((value) => ({ ...value, selected: selected?.includes(value.value) ?? false }));
  const inOrder = (name: FacetName, words: Record<string, string>, selected: readonly string[] | null | undefined) =>
    marked(counted(name), selected)
      .sort((one, other) => placeOf(words, one.value) - placeOf(words, other.value))
      .map((value) => ({ ...value, value: nameOf(words, value.value), label: labelOf(value.value) }));
  const years = (found.years ?? { firstYear: null, lastYear: null }) as {
    firstYear: number | null;
    lastYear: number | null;
  };
  return {
    agencies: marked(counted('agencies'), filter.agencyKeys),
    themes: marked(counted('themes'), filter.themes),
    geographicLevels: inOrder('geographicLevels', GeographicLevel, filter.geographicLevels),
    accessLevels: inOrder('accessLevels', AccessLevel, filter.accessLevels),
    updateFrequencies: inOrder('updateFrequencies', UpdateFrequency, filter.updateFrequencies),
    ...years,
  };
}

const placeOf = (words: Record<string, string>, value: string) => Object.values(words).indexOf(value);

/** The name that GraphQL gives a word of the database: `zip_code` is `ZIP_CODE`. */
const nameOf = (words: Record<string, string>, value: string) =>
  Object.keys(words).find((name) => words[name] === value) ?? value;

const labels: Record<string, string> = {
  zip_code: 'ZIP code',
  census_tract: 'Census tract',
  semiannual: 'Twice a year',
  biennial: 'Every two years',
  unknown: 'Not known',
  'restricted public': 'Restricted',
  'non-public': 'Not public',
};
const labelOf = (value: string) => labels[value] ?? value.charAt(0).toUpperCase() + value.slice(1);
