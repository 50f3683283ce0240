import { FacetGroup } from '@sos/platform-ui';
import type { CatalogFacets, CatalogSearch } from './CatalogSearchQuery';
import { type CatalogFilters, type ListFacet, toggled } from './catalogFilters';
import { facetTitles, labelOf } from './facetWords';
import type { ChangeFilters } from './useCatalogFilters';
import { YearsFacet } from './YearsFacet';

type FacetsProps = { search: CatalogSearch; filters: CatalogFilters; onChange: ChangeFilters };
type Values = CatalogFacets['agencies'];

/** Six questions that narrow the results. The server leaves out the answers that lead to nothing. */
export const Facets = ({ search, filters, onChange }: FacetsProps) => {
  const { facets } = search;
  const group = (facet: ListFacet, values: Values, initiallyShown?: number) => {
    const selected: readonly string[] = filters[facet];
    // A chosen answer that leads to nothing any more stays, so that it can be taken off here too.
    const lost = selected.filter((value) => !values.some((option) => option.value === value));
    const options = [...values, ...lost.map((value) => ({ value, count: 0 }))];
    return (
      options.length > 0 && (
        <FacetGroup
          title={facetTitles[facet]}
          initiallyShown={initiallyShown}
          options={options.map(({ value, count }) => ({
            value,
            count,
            label: labelOf(facet, value, search),
            selected: selected.includes(value),
          }))}
          onToggle={(value) => onChange({ [facet]: toggled(selected, value) }, { push: true })}
        />
      )
    );
  };
  return (
    <>
      {group('agency', facets.agencies)}
      {group('topic', facets.themes)}
      {group('geography', facets.geographicLevels)}
      <YearsFacet facets={facets} filters={filters} onChange={onChange} />
      {group('access', facets.accessLevels)}
      {group('frequency', facets.updateFrequencies, 5)}
    </>
  );
};
