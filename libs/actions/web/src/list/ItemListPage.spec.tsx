import { renderWithHub } from '@sos/platform-web/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { sampleItem } from '../testing/sampleItems';
import { ItemListPage } from './ItemListPage';
import { filterInput, noFilters } from './itemFilters';
import { ItemListQuery } from './useItemList';
import { FilterOptionsQuery } from './useFilterOptions';
import { SavedViewsQuery, SaveViewMutation } from './useSavedViews';

const items = (
  filter: object,
  references: string[],
  given: { sort?: string; after?: string; total?: number } = {},
) => ({
  request: {
    query: ItemListQuery,
    variables: {
      filter,
      sort: given.sort ?? 'DUE_ON_ASCENDING',
      first: 25,
      ...(given.after ? { after: given.after } : {}),
    },
  },
  result: {
    data: {
      actionItems: {
        __typename: 'ActionItemConnection',
        totalCount: given.total ?? references.length,
        pageInfo: {
          __typename: 'PageInfo',
          hasNextPage: given.total !== undefined && !given.after,
          endCursor: 'cursor-1',
        },
        edges: references.map((reference) => ({
          __typename: 'ActionItemEdge',
          cursor: reference,
          node: sampleItem(reference),
        })),
      },
    },
  },
});
const open = filterInput(noFilters);
const options = {
  request: { query: FilterOptionsQuery },
  result: {
    data: {
      goals: [],
      focusItems: [],
      workgroup: {
        __typename: 'Workgroup',
        id: 'w',
        subGroups: [{ __typename: 'SubGroup', id: 'ps', slug: 'public-safety', name: 'Public Safety' }],
      },
      agencies: { __typename: 'AgencyConnection', edges: [] },
      people: { __typename: 'PersonConnection', edges: [] },
    },
  },
};
const views = (names: string[]) => ({
  request: { query: SavedViewsQuery },
  result: {
    data: {
      savedViews: names.map((name) => ({ __typename: 'SavedView', id: name, name, queryString: 'status=BLOCKED' })),
    },
  },
});
const rows = async () =>
  (await screen.findAllByRole('rowheader')).map((row) => within(row).getByRole('link').textContent);

beforeEach(() => window.localStorage.clear());

describe('the list of action items', () => {
  it('reads its filters from the address, shows them as chips, and takes them off', async () => {
    const { user, location } = renderWithHub(<ItemListPage />, {
      path: '/items?status=BLOCKED&subgroup=public-safety&sort=TITLE_ASCENDING',
      mocks: [
        options,
        views([]),
        items({ statuses: ['BLOCKED'], subGroupSlugs: ['public-safety'] }, ['PS-19'], { sort: 'TITLE_ASCENDING' }),
        items({ statuses: ['BLOCKED'] }, ['PS-19', 'HR-7'], { sort: 'TITLE_ASCENDING' }),
      ],
    });
    expect(await rows()).toEqual(['Title of PS-19']);
    expect(screen.getByRole('columnheader', { name: 'Item' }).getAttribute('aria-sort')).toBe('ascending');
    await user.click(await screen.findByRole('button', { name: 'Remove Public Safety' }));
    await waitFor(async () => expect(await rows()).toHaveLength(2));
    expect(location().search).toBe('?status=BLOCKED&sort=TITLE_ASCENDING');
    await waitFor(() => expect(screen.getByText('2 action items').getAttribute('role')).toBe('status'));
  });

  it('keeps what is done out of the way until it is asked for', async () => {
    const { user, location } = renderWithHub(<ItemListPage />, {
      path: '/items',
      mocks: [options, views([]), items(open, ['PS-19']), items({}, ['PS-19', 'PS-12'])],
    });
    expect(await rows()).toHaveLength(1);
    expect(screen.getByText('1 open item.')).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'Done ones too' }));
    await waitFor(async () => expect(await rows()).toHaveLength(2));
    expect(location().search).toBe('?done=1');
  });

  it('sorts by a column, one way and the other', async () => {
    const { user, location } = renderWithHub(<ItemListPage />, {
      path: '/items',
      mocks: [options, views([]), items(open, ['PS-19']), items(open, ['HR-7'], { sort: 'DUE_ON_DESCENDING' })],
    });
    await rows();
    await user.click(screen.getByRole('button', { name: 'Due' }));
    await waitFor(async () => expect(await rows()).toEqual(['Title of HR-7']));
    expect(location().search).toBe('?sort=DUE_ON_DESCENDING');
  });

  it('says why there is nothing, and offers a way out', async () => {
    const { user, location } = renderWithHub(<ItemListPage />, {
      path: '/items?text=zzz',
      mocks: [options, views([]), items({ ...open, text: 'zzz' }, []), items(open, ['PS-19'])],
    });
    await user.click(await screen.findByRole('button', { name: 'Clear all filters' }));
    expect(await rows()).toEqual(['Title of PS-19']);
    expect(location().search).toBe('');
    expect(screen.getByLabelText('Find')).toHaveProperty('value', '');
  });

  it('saves a view under a name, and says what is wrong with one', async () => {
    const input = { page: 'ITEMS', name: 'Stuck', queryString: 'status=BLOCKED' };
    const saved = { __typename: 'SavedView', id: 'v', name: 'Stuck', queryString: 'status=BLOCKED' };
    const { user } = renderWithHub(<ItemListPage />, {
      path: '/items?status=BLOCKED',
      mocks: [
        options,
        views([]),
        items({ statuses: ['BLOCKED'] }, ['PS-19']),
        {
          request: { query: SaveViewMutation, variables: { input } },
          result: { data: { saveView: { __typename: 'SaveViewSuccess', savedView: saved } } },
        },
        views(['Stuck']),
      ],
    });
    await rows();
    await user.click(screen.getByRole('button', { name: 'Saved views' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Save this view', hidden: true }));
    await user.click(await screen.findByRole('button', { name: 'Save view' }));
    expect(await screen.findByText('Give the view a name.')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Stuck{Enter}');
    expect(await screen.findByText('View saved')).toBeTruthy();
  });
});
