import { SortSelect } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import type { CatalogFacets } from './CatalogSearchQuery';
import type { CatalogFilters } from './catalogFilters';
import styles from './search.module.css';
import type { ChangeFilters } from './useCatalogFilters';

type YearsFacetProps = { facets: CatalogFacets; filters: CatalogFilters; onChange: ChangeFilters };

const yearsBetween = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(last - first + 1, 0) }, (_, place) => last - place);

/** Newest first; a chosen year stands in the list even when nothing covers it. */
const optionsOf = (years: number[], chosen: number | null, any: string) => {
  const shown = chosen === null || years.includes(chosen) ? years : [chosen, ...years];
  return [{ value: '', label: any }, ...shown.map((year) => ({ value: String(year), label: String(year) }))];
};

export const YearsFacet = ({ facets, filters: { from, to }, onChange }: YearsFacetProps) => {
  const thisYear = Number(useHub().today.slice(0, 4));
  const first = facets.firstYear ?? from ?? to ?? thisYear;
  const last = facets.lastYear ?? thisYear;
  const choose = (name: 'from' | 'to') => (value: string) =>
    onChange({ [name]: value === '' ? null : Number(value) }, { push: true });
  return (
    <fieldset className={styles.years}>
      <legend>Years covered</legend>
      <div className={styles.yearChoices}>
        <SortSelect
          label="From year"
          value={String(from ?? '')}
          onChange={choose('from')}
          options={optionsOf(yearsBetween(first, to ?? last), from, 'First')}
        />
        <span>to</span>
        <SortSelect
          label="To year"
          value={String(to ?? '')}
          onChange={choose('to')}
          options={optionsOf(yearsBetween(from ?? first, last), to, 'Last')}
        />
      </div>
    </fieldset>
  );
};
