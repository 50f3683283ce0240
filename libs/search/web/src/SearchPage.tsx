import { PageHeader, SearchField } from '@sos/platform-ui';
import { RouteBoundary, urlText, usePage, useTyped, useUrlState } from '@sos/platform-web';
import { useDeferredValue } from 'react';
import { SearchResults } from './SearchResults';
import styles from './SearchPage.module.css';

const urlParts = { q: urlText() };

export const SearchPage = () => {
  usePage({ title: 'Search' });
  const [{ q }, setFilters] = useUrlState(urlParts);
  const [typed, setTyped, settleNow] = useTyped(q, (next) => setFilters({ q: next }));
  const wanted = useDeferredValue(q.trim());
  return (
    <>
      <PageHeader title="Search" width="narrow" />
      <div className={styles.search}>
        <SearchField
          label="Search everything"
          placeholder="Items, goals, data sources, people"
          value={typed}
          onChange={setTyped}
          onSubmit={settleNow}
        />
      </div>
      <RouteBoundary what="The results">
        <SearchResults text={wanted} />
      </RouteBoundary>
    </>
  );
};
