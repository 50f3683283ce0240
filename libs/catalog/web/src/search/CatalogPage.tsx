import { Button, LoadingRows, PageHeader, SearchField } from '@sos/platform-ui';
import { RouteBoundary, useHotkeys, usePage, useTyped, useViewer } from '@sos/platform-web';
import { useDeferredValue, useRef } from 'react';
import { CatalogResults } from './CatalogResults';
import { SavedSearches } from './SavedSearches';
import { useCatalogFilters } from './useCatalogFilters';

export const CatalogPage = () => {
  usePage({ title: 'Data catalog', breadcrumbs: [{ label: 'Data catalog', to: '/data' }, { label: 'Search' }] });
  const { mayAddDataSources, mayImportCatalogs } = useViewer();
  const [filters, change] = useCatalogFilters();
  const [typed, setTyped, settleNow] = useTyped(
    filters.q,
    (text) => text !== filters.q && change({ q: text, exact: false }),
    200,
  );
  const field = useRef<HTMLInputElement>(null);
  useHotkeys({ '/': () => field.current?.focus() });
  // The rows on the screen stay until the next ones are there.
  const wanted = useDeferredValue(filters);
  return (
    <>
      <PageHeader
        title="Data catalog"
        actions={
          <>
            <SavedSearches />
            {mayImportCatalogs && (
              <Button variant="subtle" to="/data/feeds">
                Feeds
              </Button>
            )}
            {mayAddDataSources && (
              <Button icon="plus" to="/data/new">
                Add source
              </Button>
            )}
          </>
        }
      />
      <SearchField
        ref={field}
        label="Search the data catalog in plain words"
        placeholder="For example: overdose deaths by county and race"
        value={typed}
        onChange={setTyped}
        onSubmit={settleNow}
      />
      <RouteBoundary what="The data sources" skeleton={<LoadingRows rows={6} label="Loading data sources" />}>
        <CatalogResults filters={wanted} chosen={filters} onChange={change} />
      </RouteBoundary>
    </>
  );
};
