import { useSuspenseQuery } from '@apollo/client/react';
import { Columns, FacetPanel } from '@sos/platform-ui';
import { CatalogSearchQuery } from './CatalogSearchQuery';
import { type CatalogFilters, filterCount, variablesOf } from './catalogFilters';
import { Facets } from './Facets';
import { FoundSources } from './FoundSources';
import styles from './search.module.css';
import { SearchReading } from './SearchReading';
import type { ChangeFilters } from './useCatalogFilters';

const facetCount = 6;

export type CatalogResultsProps = {
  /** What is shown. */
  filters: CatalogFilters;
  /** What was chosen since; its rows are on their way. */
  chosen: CatalogFilters;
  onChange: ChangeFilters;
};

export const CatalogResults = ({ filters, chosen, onChange }: CatalogResultsProps) => {
  const { data, fetchMore } = useSuspenseQuery(CatalogSearchQuery, { variables: variablesOf(filters) });
  const search = data.dataSourceSearch;
  return (
    <>
      <SearchReading search={search} filters={filters} onChange={onChange} />
      <div className={styles.columns}>
        <Columns
          side="left"
          aside={
            <div role="group" aria-label="Narrow the results">
              <FacetPanel total={facetCount} inUse={filterCount(chosen)}>
                <Facets search={search} filters={chosen} onChange={onChange} />
              </FacetPanel>
            </div>
          }
          main={
            <FoundSources
              search={search}
              filters={filters}
              chosen={chosen}
              onChange={onChange}
              onMore={() => fetchMore({ variables: { after: search.pageInfo.endCursor } })}
            />
          }
        />
      </div>
    </>
  );
};
