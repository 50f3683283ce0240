import { Chip, countOf, ResultList, Section, ShowMore, SortSelect } from '@sos/platform-ui';
import type { DataSourceSort } from '@sos/platform-contract';
import { type Ref, useEffect, useRef, useState } from 'react';
import type { CatalogSearch } from './CatalogSearchQuery';
import { type CatalogFilters, noFilters, pageSize, sortWords } from './catalogFilters';
import { activeFilters } from './facetWords';
import { FoundSource } from './FoundSource';
import { NoSources } from './NoSources';
import { askedFor } from './reading';
import { SaveSearch } from './SaveSearch';
import styles from './search.module.css';
import { SettledCount } from './SettledCount';
import type { ChangeFilters } from './useCatalogFilters';

type FoundSourcesProps = {
  search: CatalogSearch;
  filters: CatalogFilters;
  chosen: CatalogFilters;
  onChange: ChangeFilters;
  onSort: (sort: DataSourceSort) => void;
  heading: Ref<HTMLSpanElement>;
  onMore: () => Promise<unknown>;
};

const sorts = Object.entries(sortWords).map(([value, label]) => ({ value, label }));

export const FoundSources = ({ search, filters, chosen, onChange, onSort, heading, onMore }: FoundSourcesProps) => {
  const { edges, totalCount, pageInfo } = search;
  const isWaiting = filters !== chosen;
  const asked = askedFor(search);
  const chips = activeFilters(chosen, search);
  const { list, more, isBusy, failed } = useMore(edges.length, onMore);
  return (
    <Section
      rule="below"
      title={
        <span ref={heading} tabIndex={-1}>
          {countOf(totalCount, 'source')}
        </span>
      }
      count={
        <span className={styles.chips}>
          {chips.map(({ key, label, without }) => (
            <Chip key={key} label={label} onRemove={() => onChange(without, { push: true })} />
          ))}
          {chips.length > 1 && (
            <button type="button" className={styles.link} onClick={() => onChange(noFilters, { push: true })}>
              Clear all
            </button>
          )}
          {isWaiting && (
            <span className={styles.searching} aria-hidden="true">
              Searching
            </span>
          )}
        </span>
      }
      end={
        <span className={styles.tools}>
          <SaveSearch filters={chosen} />
          <SortSelect value={chosen.sort} options={sorts} onChange={(sort) => onSort(sort as DataSourceSort)} />
        </span>
      }
    >
      <SettledCount count={totalCount} isWaiting={isWaiting} />
      {totalCount === 0 ? (
        <NoSources filters={filters} search={search} onChange={onChange} />
      ) : (
        <div ref={list} aria-busy={isWaiting || undefined}>
          <ResultList label="Data sources">
            {edges.map(({ cursor, node }) => (
              <FoundSource
                key={cursor}
                source={node.dataSource}
                title={node.titleHighlight}
                excerpt={node.excerpt}
                asked={asked}
              />
            ))}
          </ResultList>
          {totalCount > pageSize && (
            <ShowMore
              key={JSON.stringify(filters)}
              what="sources"
              shown={edges.length}
              total={totalCount}
              busy={isBusy}
              onMore={pageInfo.hasNextPage ? more : null}
            />
          )}
          {failed && <p role="alert">The next sources could not be loaded. Try “Show more” again.</p>}
        </div>
      )}
    </Section>
  );
};

/** The next rows; focus goes to the first of them. */
const useMore = (shown: number, onMore: () => Promise<unknown>) => {
  const list = useRef<HTMLDivElement>(null);
  const firstNew = useRef<number | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (firstNew.current === null || shown <= firstNew.current) return;
    list.current?.querySelectorAll<HTMLElement>('ol > li h3 a')[firstNew.current]?.focus();
    firstNew.current = null;
  }, [shown]);
  const more = async () => {
    setIsBusy(true);
    setFailed(false);
    firstNew.current = shown;
    try {
      await onMore();
    } catch {
      firstNew.current = null;
      setFailed(true);
    }
    setIsBusy(false);
  };
  return { list, more: () => void more(), isBusy, failed };
};
