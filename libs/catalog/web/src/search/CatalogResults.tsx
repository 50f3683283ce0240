import { useSuspenseQuery } from '@apollo/client/react';
import { Columns, FacetPanel } from '@sos/platform-ui';
import { useRef } from 'react';
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
  const heading = useRef<HTMLSpanElement>(null);
  /** For choices that go away once they are made: a chip, a proposal. Focus moves to the count that they change. */
  const changeAndLeave: ChangeFilters = (changes, options) => {
    onChange(changes, options);
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <SearchReading search={search} filters={filters} onChange={changeAndLeave} />
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
              onSort={(sort) => onChange({ sort }, { push: true })}
              onChange={changeAndLeave}
              heading={heading}
              onMore={() => fetchMore({ variables: { after: search.pageInfo.endCursor } })}
            />
          }
        />
      </div>
    </>
  );
};
