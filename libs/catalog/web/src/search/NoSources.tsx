import { useQuery } from '@apollo/client/react';
import { Button, countOf, EmptyState } from '@sos/platform-ui';
import { graphql } from '@sos/platform-contract';
import type { CatalogSearch } from './CatalogSearchQuery';
import { type CatalogFilters, noFilters, variablesOf } from './catalogFilters';
import { activeFilters } from './facetWords';
import styles from './search.module.css';
import type { ChangeFilters } from './useCatalogFilters';

export const SourceCountQuery = graphql(`
  query SourceCount($text: String, $filter: DataSourceFilter, $exactWords: Boolean) {
    dataSourceSearch(text: $text, filter: $filter, exactWords: $exactWords, first: 1) {
      totalCount
    }
  }
`);

type NoSourcesProps = { filters: CatalogFilters; search: CatalogSearch; onChange: ChangeFilters };

/** Nothing found: what each filter keeps out, and the way to drop it. */
export const NoSources = ({ filters, search, onChange }: NoSourcesProps) => {
  const drops = activeFilters(filters, search);
  if (drops.length === 0)
    return (
      <div className={styles.none}>
        <EmptyState
          icon="search"
          title={filters.q ? `No source matches “${filters.q}”.` : 'The catalog has no sources yet.'}
          body={filters.q ? 'Try fewer words, or other words for the same thing.' : 'Data staff add and import them.'}
          action={
            filters.q && (
              <Button size="s" onClick={() => onChange({ q: '', exact: false }, { push: true })}>
                Clear the search
              </Button>
            )
          }
        />
      </div>
    );
  const ways: Way[] = [
    ...drops.map(({ key, label, without }) => ({ key, words: `Drop “${label}”`, without })),
    ...(drops.length > 1 ? [{ key: 'all', words: 'Drop all filters', without: noFilters }] : []),
    ...(filters.q ? [{ key: 'words', words: `Drop the words “${filters.q}”`, without: { q: '', exact: false } }] : []),
  ];
  return (
    <div className={styles.none}>
      <EmptyState
        icon="filter"
        title={filters.q ? `No source matches “${filters.q}” with these filters.` : 'No source matches these filters.'}
        body={
          <ul className={styles.drops}>
            {ways.map((way) => (
              <Drop key={way.key} way={way} filters={filters} onChange={onChange} />
            ))}
          </ul>
        }
      />
    </div>
  );
};

type Way = { key: string; words: string; without: Partial<CatalogFilters> };
type DropProps = { way: Way; filters: CatalogFilters; onChange: ChangeFilters };

const Drop = ({ way: { words, without }, filters, onChange }: DropProps) => {
  const { text, filter, exactWords } = variablesOf({ ...filters, ...without });
  const { data } = useQuery(SourceCountQuery, { variables: { text, filter, exactWords } });
  const count = data?.dataSourceSearch.totalCount;
  return (
    <li>
      <Button variant="subtle" size="s" onClick={() => onChange(without, { push: true })}>
        {words}
      </Button>
      {count !== undefined && <span>{count === 0 ? 'still nothing' : countOf(count, 'source')}</span>}
    </li>
  );
};
