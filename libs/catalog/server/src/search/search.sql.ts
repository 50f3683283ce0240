import { dataSourceColumns, dataSourceJoins } from '../data-source.sql';
import { curatedFeedKey } from '../catalog-feed.types';
import { DataSourceSort } from '../data-source.enums';
import type { WordGroup } from './search-words.rules';
import type { DataSourceFilter } from './search.types';

/** What a search is made of, once its words are understood. */
export interface SearchRequest {
  /** As the person wrote it, for the boost of an exact title or acronym. */
  text: string;
  groups: readonly WordGroup[];
  writtenGroups: readonly WordGroup[];
  askedBreakdowns: readonly string[];
  filter: DataSourceFilter;
  sort: DataSourceSort;
  first: number;
  /** Sort key, title and id of the row to go on from. */
  after: readonly [number, string, string] | null;
  /** Any word is enough: then what counts is how many of them a record has. */
  isRelaxed: boolean;
  parts: SearchParts;
}

/** Parts of the answer that the operation asks for; what nobody asked for is not computed. */
export interface SearchParts {
  facets: ReadonlySet<FacetName>;
  titleHighlight: boolean;
  excerpt: boolean;
  /** Properties of the data source of each row. */
  properties: readonly string[];
}

export const facetNames = [
  'agencies',
  'themes',
  'geographicLevels',
  'years',
  'accessLevels',
  'updateFrequencies',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Up to here each match is ranked by how close its words stand; beyond, by its title alone, which lies in the row. */
const closelyRanked = 1_000;

/** Values of a facet that are listed; selected ones always are. */
const listedValues = 60;

const rankWeights = `'{0.1, 0.3, 0.5, 1.0}'`;

interface Facet {
  /** Condition on `data_source d` that the filter makes; null when the filter does not narrow this facet. */
  condition: string | null;
  /** Column of the candidates that the facet counts. */
  column: string;
  isList: boolean;
  selected: readonly string[];
}

/** Collects the values of a statement: each gets a numbered place. */
class Values {
  readonly list: unknown[] = [];
  add(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

/**
 * The whole search as one statement that yields one row: `total`, a column for each facet, and `rows`.
 *
 * `candidate` holds what meets the words and fails at most one filter; `failed` is 0 for what meets all, else the
 * number of the filter that it fails. So one pass gives the rows, the exact count, and facets whose counts heed
 * every filter but their own. It reads only short columns; rank and highlight look at long ones for few rows.
 */
export function searchStatement(request: SearchRequest): { text: string; values: unknown[] } {
  const values = new Values();
  const hasWords = request.groups.length > 0;
  const words = hasWords
    ? `words as materialized (select catalog_query(${values.add(JSON.stringify(request.groups), 'jsonb')}) as all_of,
        catalog_query(${values.add(JSON.stringify(request.writtenGroups), 'jsonb')}) as written), `
    : '';
  const facets = facetsOf(request.filter, values);
  const { parts } = request;
  const asked = facetNames.filter((name) => parts.facets.has(name));
  const loose = asked.filter((name) => facets[name].condition !== null);
  const sortKey = sortKeyOf(request, values, hasWords);

  const candidate = `candidate as materialized (
    select d.id, d.title, ${onlyIfMet(sortKey.ofCandidate, loose, facets)} as rough,
      ${[...asked.map((name) => facets[name].column), failedFilter(loose, facets)].join(', ')} as failed
    from data_source d where ${candidateCondition(request, values, loose, facets)})`;
  const total = `total as materialized (select count(*) as count from candidate where failed = 0)`;
  const ranked = `ranked as (
    select id, title, ${sortKey.ofRanked} as sort_key from candidate where failed = 0)`;
  const page = `page as materialized (
    select id, title, sort_key from ranked ${afterCondition(request, values)}
    order by sort_key, title, id limit ${values.add(request.first + 1, 'integer')})`;

  const selections = [
    `(select count from total) as total`,
    ...asked.map((name) => `${facetSelection(name, facets[name], loose.indexOf(name) + 1, values)} as "${name}"`),
    `${rowsSelection(parts, hasWords)} as rows`,
  ];
  return {
    text: `with ${words}${candidate}, ${total}, ${ranked}, ${page} select ${selections.join(', ')}`,
    values: values.list,
  };
}

function facetsOf(filter: DataSourceFilter, values: Values): Record<FacetName, Facet> {
  const oneOf = (column: string, selected: readonly string[] | null | undefined): Facet => ({
    column: `d.${column}`,
    isList: false,
    selected: selected ?? [],
    condition: selected?.length ? `d.${column} = any(${values.add(selected, 'text[]')})` : null,
  });
  const anyOf = (column: string, selected: readonly string[] | null | undefined): Facet => ({
    column: `d.${column}`,
    isList: true,
    selected: selected ?? [],
    condition: selected?.length ? `d.${column} && ${values.add(selected, 'text[]')}` : null,
  });
  return {
    agencies: oneOf('facet_agency', filter.agencyKeys),
    themes: anyOf('themes', filter.themes),
    geographicLevels: anyOf('geographic_levels', filter.geographicLevels),
    years: {
      column: 'd.first_year, d.last_year',
      isList: false,
      selected: [],
      condition: yearsCondition(filter, values),
    },
    accessLevels: oneOf('access_level', filter.accessLevels),
    updateFrequencies: {
      column: `coalesce(d.update_frequency, 'unknown') as update_frequency`,
      isList: false,
      selected: filter.updateFrequencies ?? [],
      condition: filter.updateFrequencies?.length
        ? `coalesce(d.update_frequency, 'unknown') = any(${values.add(filter.updateFrequencies, 'text[]')})`
        : null,
    },
  };
}

/** The years covered overlap the years asked for; a source without any year cannot say so. */
function yearsCondition({ fromYear, toYear }: DataSourceFilter, values: Values): string | null {
  const isGiven = (year: number | null | undefined) => year !== null && year !== undefined;
  if (!isGiven(fromYear) && !isGiven(toYear)) return null;
  const from = isGiven(fromYear)
    ? `(d.last_year >= ${values.add(fromYear, 'integer')} or (d.last_year is null and d.first_year is not null))`
    : 'true';
  const to = isGiven(toYear)
    ? `(d.first_year <= ${values.add(toYear, 'integer')} or (d.first_year is null and d.last_year is not null))`
    : 'true';
  return `coalesce(${from} and ${to}, false)`;
}

function candidateCondition(
  { filter, groups, parts }: SearchRequest,
  values: Values,
  loose: readonly FacetName[],
  facets: Record<FacetName, Facet>,
): string {
  const strict = facetNames.filter((name) => facets[name].condition !== null && !parts.facets.has(name));
  const fails = loose.map((name) => `(not coalesce(${facets[name].condition}, false))::integer`);
  return [
    ...(groups.length > 0 ? ['d.search_vector @@ (select all_of from words)'] : []),
    ...(filter.includeWithdrawn ? [] : ['d.withdrawn_at is null']),
    ...(filter.feedKeys?.length ? [`d.feed_key = any(${values.add(filter.feedKeys, 'text[]')})`] : []),
    ...strict.map((name) => facets[name].condition),
    ...(fails.length > 1 ? [`${fails.join(' + ')} <= 1`] : []),
    'true',
  ].join(' and ');
}

/** Ranking is for what meets every filter; the others are only counted. */
function onlyIfMet(expression: string, loose: readonly FacetName[], facets: Record<FacetName, Facet>): string {
  if (loose.length === 0) return `(${expression})::float8`;
  return `case when ${loose.map((name) => facets[name].condition).join(' and ')} then (${expression})::float8 end`;
}

/** The number of the filter that a candidate fails. */
function failedFilter(loose: readonly FacetName[], facets: Record<FacetName, Facet>): string {
  if (loose.length === 0) return '0';
  const cases = loose.map((name, place) => `when not coalesce(${facets[name].condition}, false) then ${place + 1}`);
  return `case ${cases.join(' ')} else 0 end`;
}

/** Ascending; a rank is negative. What is equal stands by title, then by id, so that pages never overlap. */
function sortKeyOf(
  request: SearchRequest,
  values: Values,
  hasWords: boolean,
): { ofCandidate: string; ofRanked: string } {
  switch (request.sort) {
    case DataSourceSort.TITLE:
      return { ofCandidate: '0', ofRanked: 'rough' };
    case DataSourceSort.RECENTLY_CHANGED:
      return { ofCandidate: '-extract(epoch from d.changed_at)', ofRanked: 'rough' };
    case DataSourceSort.SHORTEST_LAG:
      return { ofCandidate: `coalesce(d.lag_days, 1000000)`, ofRanked: 'rough' };
    default:
  }
  const boosts = [
    `case when d.feed_key = '${curatedFeedKey}' then 0.3 else 0 end`,
    ...request.askedBreakdowns.map((name) => `case when ${breakdownCondition(name, values)} then 0.5 else 0 end`),
  ];
  if (!hasWords) return { ofCandidate: `-(${boosts.join(' + ')})`, ofRanked: 'rough' };
  const text = values.add(request.text.trim().toLowerCase().slice(0, 300), 'text');
  const rough = [
    ...boosts,
    `case when lower(d.title) = ${text} or lower(d.acronym) = ${text} then 4 else 0 end`,
    `case when d.title_vector @@ (select written from words) then 1 else 0 end`,
    `ts_rank(d.title_vector, (select all_of from words))`,
  ];
  const closeness = (query: string) =>
    `${request.isRelaxed ? 'ts_rank' : 'ts_rank_cd'}(${rankWeights}, (select s.search_vector from data_source s where s.id = candidate.id), (select ${query} from words), 32)`;
  return {
    ofCandidate: `-(${rough.join(' + ')})`,
    ofRanked: `case when (select count from total) > ${closelyRanked} then rough
      else rough - ${closeness('all_of')} - 0.5 * ${closeness('written')} end`,
  };
}

/** Names are those of {@link breakdownWords}: a geographic level in capitals, else a breakdown. */
const breakdownCondition = (name: string, values: Values): string =>
  name === name.toUpperCase()
    ? `d.geographic_levels @> ${values.add([name.toLowerCase()], 'text[]')}`
    : `d.breakdowns ->> ${values.add(name, 'text')} in ('yes', 'partial')`;

function afterCondition({ after }: SearchRequest, values: Values): string {
  if (!after) return '';
  const [sortKey, title, id] = after;
  return `where (sort_key, title, id) > (${values.add(sortKey, 'float8')}, ${values.add(title, 'text')}, ${values.add(id, 'uuid')})`;
}

function facetSelection(name: FacetName, facet: Facet, number: number, values: Values): string {
  const heeded = number > 0 ? `failed in (0, ${number})` : 'failed = 0';
  if (name === 'years') {
    return `(select json_build_object('firstYear', min(first_year), 'lastYear', max(case when first_year is null
      then last_year else coalesce(last_year, greatest(first_year, extract(year from now())::integer)) end))
      from candidate where ${heeded})`;
  }
  const column = facet.column.split(' as ').at(-1)!.replace('d.', '');
  const counted = `select ${column} as value, count(*) as count from candidate
    where ${heeded} and ${column} is not null group by 1`;
  // Many records share the same list, so lists are counted before they are taken apart.
  const counts = facet.isList
    ? `select item, sum(lists.count) from (${counted}) lists cross join lateral unnest(lists.value) item group by 1`
    : counted;
  const selected = values.add(facet.selected, 'text[]');
  const label = name === 'agencies' ? 'coalesce(agency.short_name, value)' : 'value';
  const labels = name === 'agencies' ? 'left join agency on agency.key = value' : '';
  return `(select coalesce(json_agg(json_build_object('value', value, 'label', ${label}, 'count', count)
      order by count desc, ${label}), '[]') from (
    select value, sum(count)::integer as count from (
      ${counts} union all select unnest(${selected}), 0) counted (value, count)
    group by value order by value = any(${selected}) desc, 2 desc, 1 limit ${listedValues}) listed ${labels})`;
}

const marks = `StartSel="\uE000", StopSel="\uE001"`;
const unmarked = (expression: string) => `translate(${expression}, '\uE000\uE001', '')`;

function rowsSelection(parts: SearchParts, hasWords: boolean): string {
  const headline = (expression: string, options: string) =>
    hasWords
      ? `ts_headline('english', ${unmarked(expression)}, (select all_of from words), '${options}, ${marks}')`
      : unmarked(expression);
  const columns = [
    'page.sort_key as "sortKey"',
    'page.title as "sortTitle"',
    ...(parts.titleHighlight ? [`${headline('d.title', 'HighlightAll=true')} as "titleHighlight"`] : []),
    ...(parts.excerpt
      ? [`${headline('left(d.description, 4000)', 'MaxWords=40, MinWords=20, ShortWord=2')} as excerpt`]
      : []),
    dataSourceColumns(parts.properties),
  ];
  return `(select coalesce(json_agg(row_to_json(shown)), '[]') from (
    select ${columns.join(', ')} from page join data_source d on d.id = page.id ${dataSourceJoins(parts.properties)}
    order by page.sort_key, page.title, page.id) shown)`;
}
