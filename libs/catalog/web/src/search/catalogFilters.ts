import type { AccessLevel, CatalogSearchQueryVariables, DataSourceSort } from '@sos/platform-contract';
import { urlChoiceOr, urlFlag, urlList, urlNumber, urlText } from '@sos/platform-web';
import { frequencies, levels } from '../words';

export const accessLevels: readonly AccessLevel[] = ['PUBLIC', 'RESTRICTED_PUBLIC', 'NON_PUBLIC'];

export const sortWords: Record<DataSourceSort, string> = {
  BEST_MATCH: 'Best match',
  TITLE: 'Title',
  RECENTLY_CHANGED: 'Recently changed',
  SHORTEST_LAG: 'Shortest lag',
};

/** What the address of the catalog holds. */
export const catalogParts = {
  q: urlText(),
  agency: urlList(),
  topic: urlList(),
  geography: urlList(levels),
  from: urlNumber(),
  to: urlNumber(),
  access: urlList(accessLevels),
  frequency: urlList(frequencies),
  feed: urlList(),
  /** Sources that have left their feed are shown too. */
  withdrawn: urlFlag(),
  /** The words as written, without mending a typo. */
  exact: urlFlag(),
  sort: urlChoiceOr(Object.keys(sortWords) as DataSourceSort[], 'BEST_MATCH'),
};

type Parts = typeof catalogParts;
export type CatalogFilters = { [Name in keyof Parts]: ReturnType<Parts[Name]['read']> };

export const noFilters = {
  agency: [],
  topic: [],
  geography: [],
  from: null,
  to: null,
  access: [],
  frequency: [],
  feed: [],
  withdrawn: false,
} satisfies Partial<CatalogFilters>;

/** The questions that can be answered with several values. */
export const listFacets = ['agency', 'topic', 'geography', 'access', 'frequency', 'feed'] as const;
export type ListFacet = (typeof listFacets)[number];

export const pageSize = 20;

const listed = <Value>(values: Value[]): Value[] | null => (values.length > 0 ? values : null);

export const variablesOf = (filters: CatalogFilters): CatalogSearchQueryVariables => ({
  text: filters.q || null,
  exactWords: filters.exact,
  sort: filters.sort,
  first: pageSize,
  filter: {
    agencyKeys: listed(filters.agency),
    themes: listed(filters.topic),
    geographicLevels: listed(filters.geography),
    fromYear: filters.from,
    toYear: filters.to,
    accessLevels: listed(filters.access),
    updateFrequencies: listed(filters.frequency),
    feedKeys: listed(filters.feed),
    includeWithdrawn: filters.withdrawn,
  },
});

/** With `value` taken out when it is in, and put in when it is not. */
export const toggled = <Value extends string>(values: readonly Value[], value: Value): Value[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value];

/** How many questions are answered: three agencies are one filter. */
export const filterCount = (filters: CatalogFilters): number =>
  listFacets.filter((facet) => filters[facet].length > 0).length +
  (filters.from !== null || filters.to !== null ? 1 : 0) +
  (filters.withdrawn ? 1 : 0);

/** As the address would hold it. */
export const queryStringOf = (filters: CatalogFilters): string =>
  Object.entries(catalogParts)
    .flatMap(([name, part]) =>
      part.write(filters[name as keyof CatalogFilters]).map((value) => `${name}=${encodeURIComponent(value)}`),
    )
    .join('&');
