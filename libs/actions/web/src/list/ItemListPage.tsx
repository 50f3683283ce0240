import { Button, CheckboxField, countOf, PageHeader, TabLinks } from '@sos/platform-ui';
import { usePage, useUrlState, useViewer } from '@sos/platform-web';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { chipsOf, FilterChips } from './FilterChips';
import { FilterFields } from './FilterFields';
import { type ChangeFilters, type ItemFilters, listParts } from './itemFilters';
import styles from './ItemListPage.module.css';
import { ItemResults } from './ItemResults';
import { ItemSearchField } from './ItemSearchField';
import { SavedViews } from './SavedViews';
import { useFilterOptions } from './useFilterOptions';
import { useItemList } from './useItemList';

/** All action items: the address holds every filter, the order and nothing else. */
export const ItemListPage = () => {
  const viewer = useViewer();
  const { search } = useLocation();
  const [{ sort, ...filters }, setUrl] = useUrlState(listParts);
  const list = useItemList(filters, sort);
  const options = useFilterOptions();
  const [showsFilters, setShowsFilters] = useState(false);
  usePage({ title: 'Action items' });
  const change: ChangeFilters = (changes: Partial<ItemFilters>) => setUrl(changes, { push: true });
  const chosen = chipsOf(filters, options).filter(({ key }) => key !== 'text').length;
  const tags = [...new Set(list.items?.edges.flatMap(({ node }) => node.tags) ?? [])].sort();
  return (
    <>
      <PageHeader
        title="Action items"
        lede={list.items ? ledeOf(list.items.totalCount, filters, chosen > 0 || filters.text !== '') : ' '}
        actions={
          <>
            <SavedViews queryString={search.slice(1)} />
            {viewer.mayCreateActionItems && (
              <Button variant="primary" icon="plus" to="/items/new">
                Add item
              </Button>
            )}
          </>
        }
      />
      <TabLinks
        label="Show as"
        tabs={[
          { label: 'List', to: `/items${search}`, current: true },
          { label: 'Board', to: `/items/board${boardSearch(filters)}` },
        ]}
      />
      <div className={styles.bar}>
        <ItemSearchField value={filters.text} onChange={(text) => setUrl({ text })} />
        <Button icon="filter" aria-expanded={showsFilters} onClick={() => setShowsFilters(!showsFilters)}>
          {chosen > 0 ? `Filters (${chosen})` : 'Filters'}
        </Button>
        {filters.status.length === 0 && (
          <CheckboxField label="Done ones too" checked={filters.done} onChange={(done) => change({ done })} />
        )}
      </div>
      {showsFilters && <FilterFields filters={filters} change={change} options={options} tags={tags} />}
      <FilterChips filters={filters} change={change} options={options} />
      <ItemResults list={list} sort={sort} onSort={(next) => setUrl({ sort: next }, { push: true })} change={change} />
    </>
  );
};

/** The board knows sub-groups and goals only. */
const boardSearch = ({ subgroup, goal }: ItemFilters): string => {
  const parameters = new URLSearchParams([
    ...subgroup.slice(0, 1).map((slug) => ['subgroup', slug]),
    ...goal.slice(0, 1).map((number) => ['goal', number]),
  ]);
  return parameters.size > 0 ? `?${parameters.toString()}` : '';
};

const ledeOf = (count: number, { status, done }: ItemFilters, isNarrowed: boolean): string => {
  const what = status.length > 0 || done ? 'item' : 'open item';
  return `${countOf(count, what)}${isNarrowed ? (count === 1 ? ' matches' : ' match') : ''}.`;
};
