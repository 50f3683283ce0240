import type { CatalogSearchQueryVariables } from '@sos/platform-contract';
import { CatalogSearchQuery } from '../search/CatalogSearchQuery';
import { catalogParts, type CatalogFilters, variablesOf } from '../search/catalogFilters';

export const cdph = {
  __typename: 'Agency' as const,
  id: 'agency-cdph',
  key: 'cdph',
  name: 'California Department of Public Health',
  shortName: 'Public Health',
  abbreviation: 'CDPH',
};
export const curatedFeed = {
  __typename: 'CatalogFeed' as const,
  key: 'curated',
  title: 'SOS Hub catalog',
  location: null,
  isCurated: true,
};
const tomas = {
  __typename: 'Person' as const,
  id: 'person-tomas',
  fullName: 'Tomas Beltran',
  initials: 'TB',
  email: 'tomas.beltran@example.org',
};
const breakdowns = {
  __typename: 'Breakdowns' as const,
  age: 'YES' as const,
  sex: 'YES' as const,
  race: 'NO' as const,
  ethnicity: 'YES' as const,
  language: 'NO' as const,
  householdIncome: 'NO' as const,
  immigrationStatus: 'NO' as const,
};

/** Every fact that any page asks of a source. */
export const sampleSource = (slug: string, changes: Record<string, unknown> = {}) => ({
  __typename: 'DataSource' as const,
  id: `source-${slug}`,
  slug,
  identifier: slug,
  title: `Title of ${slug}`,
  acronym: null,
  description: 'One record for each death.',
  recordUnit: 'one registered death',
  publisherName: cdph.name,
  publisherAgency: cdph,
  stewardAgency: cdph,
  stewardPerson: tomas,
  stewardUnit: 'Vital Records',
  contactName: null,
  contactEmail: null,
  keywords: ['death'],
  themes: ['Deaths'],
  accessLevel: 'NON_PUBLIC',
  accessRoute: ['Write to the data unit.', 'Sign the agreement.'],
  rights: null,
  legalBasis: null,
  license: null,
  knownLimits: [],
  suppressionPractice: null,
  questions: [],
  updateFrequency: 'MONTHLY',
  lag: 'about 4 months',
  lagDays: 120,
  spatial: null,
  geographicLevels: ['STATE', 'COUNTY'],
  temporal: null,
  firstYear: 2005,
  lastYear: null,
  breakdowns,
  landingPage: null,
  issued: null,
  modified: '2026-10-15',
  distributions: [],
  feed: curatedFeed,
  problems: [],
  sourceReference: null,
  verification: null,
  withdrawnAt: null,
  version: 3,
  changedAt: '2026-11-02T10:00:00Z',
  completeness: { __typename: 'Completeness' as const, given: 18, asked: 20, missing: ['Contact', 'Known limits'] },
  usedBy: [],
  viewerMayEdit: true,
  ...changes,
});
export type SampleSource = ReturnType<typeof sampleSource>;

export const facetValue = (value: string, label: string, count: number) => ({
  __typename: 'FacetValue' as const,
  value,
  label,
  count,
  selected: false,
});

const nothingChosen = Object.fromEntries(
  Object.entries(catalogParts).map(([name, part]) => [name, part.read([])]),
) as CatalogFilters;

type SampleSearch = {
  found?: SampleSource[];
  totalCount?: number;
  /** Where the next page begins; none: this is the last one. */
  endCursor?: string | null;
} & Record<string, unknown>;

/** An answer of the search to these filters. */
export const searchAnswer = (
  filters: Partial<CatalogFilters>,
  { found = [], totalCount = found.length, endCursor = null, ...rest }: SampleSearch = {},
  variables: Partial<CatalogSearchQueryVariables> = {},
) => ({
  request: {
    query: CatalogSearchQuery,
    variables: { ...variablesOf({ ...nothingChosen, ...filters }), ...variables },
  },
  result: {
    data: {
      dataSourceSearch: {
        __typename: 'DataSourceSearch' as const,
        totalCount,
        correctedText: null,
        didYouMean: null,
        understoodTerms: [],
        askedBreakdowns: [],
        facets: {
          __typename: 'DataSourceFacets' as const,
          agencies: [facetValue('cdph', 'Public Health', 14)],
          themes: [],
          geographicLevels: [],
          accessLevels: [facetValue('NON_PUBLIC', 'Restricted', 5)],
          updateFrequencies: [],
          firstYear: 2016,
          lastYear: 2026,
        },
        pageInfo: { __typename: 'PageInfo' as const, hasNextPage: endCursor !== null, endCursor },
        edges: found.map((dataSource) => ({
          __typename: 'DataSourceMatchEdge' as const,
          cursor: dataSource.id,
          node: {
            __typename: 'DataSourceMatch' as const,
            titleHighlight: dataSource.title,
            excerpt: dataSource.description,
            dataSource,
          },
        })),
        ...rest,
      },
    },
  },
});
