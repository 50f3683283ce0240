import { FacetGroup } from '@sos/platform-ui';
import type { CatalogFacets } from './CatalogSearchQuery';
import { type CatalogFilters, type ListFacet, toggled } from './catalogFilters';
import { facetTitles } from './facetWords';
import type { ChangeFilters } from './useCatalogFilters';
import { YearsFacet } from './YearsFacet';

type FacetsProps = { facets: CatalogFacets; filters: CatalogFilters; onChange: ChangeFilters };
type Values = CatalogFacets['agencies'];

/** Six questions that narrow the results. The server leaves out the answers that lead to nothing. */
export const Facets = ({ facets, filters, onChange }: FacetsProps) => {
  const group = (facet: ListFacet, values: Values, initiallyShown?: number) => {
    const selected: readonly string[] = filters[facet];
    return (
      (values.length > 0 || selected.length > 0) && (
        <FacetGroup
          title={facetTitles[facet]}
          initiallyShown={initiallyShown}
          options={values.map((option) => ({ ...option, selected: selected.includes(option.value) }))}
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
