import { accessLooks, countOf } from '@sos/platform-ui';
import { frequencyWords, levelWords } from '../words';
import type { CatalogSearch } from './CatalogSearchQuery';
import { type CatalogFilters, listFacets, type ListFacet } from './catalogFilters';

export const facetTitles: Record<ListFacet, string> = {
  agency: 'Agency',
  topic: 'Topic',
  geography: 'Geography',
  access: 'Access',
  frequency: 'Update frequency',
  feed: 'Feed',
};

const many: Record<ListFacet, [one: string, several: string]> = {
  agency: ['agency', 'agencies'],
  topic: ['topic', 'topics'],
  geography: ['place level', 'place levels'],
  access: ['kind of access', 'kinds of access'],
  frequency: ['update frequency', 'update frequencies'],
  feed: ['feed', 'feeds'],
};

/** The name of one answer, as far as this page knows it: the words of an old address may match nothing any more. */
export const labelOf = (facet: ListFacet, value: string, { facets, edges }: CatalogSearch): string => {
  const fromServer = (values: CatalogSearch['facets']['agencies']) =>
    values.find((option) => option.value === value)?.label ?? value;
  const found: Record<ListFacet, () => string> = {
    agency: () => fromServer(facets.agencies),
    topic: () => fromServer(facets.themes),
    geography: () => levelWords[value as keyof typeof levelWords],
    access: () => accessLooks[value as keyof typeof accessLooks].word,
    frequency: () => frequencyWords[value as keyof typeof frequencyWords],
    feed: () => edges.map(({ node }) => node.dataSource.feed).find(({ key }) => key === value)?.title ?? value,
  };
  return found[facet]();
};

export type ActiveFilter = { key: string; label: string; /** What takes it off. */ without: Partial<CatalogFilters> };

const yearWords = (from: number | null, to: number | null): string =>
  from !== null && to !== null ? `Years ${from} to ${to}` : from !== null ? `Years from ${from}` : `Years to ${to}`;

/** One chip for each answer, and one for all of a question once they are many. */
export const activeFilters = (filters: CatalogFilters, search: CatalogSearch): ActiveFilter[] => {
  const chips = listFacets.flatMap((facet): ActiveFilter[] => {
    const values: readonly string[] = filters[facet];
    if (values.length > 2)
      return [{ key: facet, label: countOf(values.length, ...many[facet]), without: { [facet]: [] } }];
    return values.map((value) => ({
      key: `${facet} ${value}`,
      label: labelOf(facet, value, search),
      without: { [facet]: values.filter((one) => one !== value) },
    }));
  });
  if (filters.from !== null || filters.to !== null)
    chips.push({ key: 'years', label: yearWords(filters.from, filters.to), without: { from: null, to: null } });
  if (filters.withdrawn)
    chips.push({ key: 'withdrawn', label: 'With withdrawn sources', without: { withdrawn: false } });
  return chips;
};
