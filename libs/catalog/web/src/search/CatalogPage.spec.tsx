import { renderWithHub } from '@sos/platform-web/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { notifications } from '@mantine/notifications';
import { act, screen, waitFor, within } from '@testing-library/react';
import { sampleSource, searchAnswer } from '../testing/sampleSources';
import { CatalogPage } from './CatalogPage';
import { variablesOf } from './catalogFilters';
import { SourceCountQuery } from './NoSources';
import { SavedSearchesQuery, SaveSearchMutation } from './useSavedSearches';

const deaths = sampleSource('death-file', { title: 'Death file' });
const visits = sampleSource('visits', { title: 'Emergency visits', accessLevel: 'PUBLIC' });
const saved = (savedViews: unknown[] = []) => ({
  request: { query: SavedSearchesQuery },
  result: { data: { savedViews } },
});

type Options = NonNullable<Parameters<typeof renderWithHub>[1]>;
const open = ({ mocks = [], path = '/data', ...rest }: Options = {}) =>
  renderWithHub(<CatalogPage />, { ...rest, path, route: '/data', mocks: [saved(), ...mocks] });
const field = () => screen.getByRole<HTMLInputElement>('searchbox');
/** A press after which the page waits for other rows. */
const press = (user: { click: (element: Element) => Promise<void> }, element: Element) =>
  act(() => user.click(element));
const titles = () => screen.queryAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);

beforeEach(() => window.localStorage.clear());
afterEach(() => notifications.clean());

describe('the data catalog', () => {
  it('searches as one types, keeps the rows until the next are there, and writes the address', async () => {
    const { user, location } = open({
      mocks: [
        searchAnswer({}, { found: [deaths, visits] }),
        { ...searchAnswer({ q: 'visits' }, { found: [visits] }), delay: 500 },
      ],
    });
    await screen.findByRole('heading', { name: '2 sources' });
    await user.keyboard('/');
    expect(document.activeElement).toBe(field());
    await user.keyboard('visits');
    await screen.findByText('Searching');
    expect(titles()).toEqual(['Death file', 'Emergency visits']);
    await screen.findByRole('heading', { name: '1 source' });
    expect(titles()).toEqual(['Emergency visits']);
    expect(location().search).toBe('?q=visits');
    await waitFor(() => expect(screen.getByText('1 source found')).toBeTruthy(), { timeout: 2000 });
  });

  it('ticks a filter at once, names it in a chip, and takes it off again', async () => {
    const { user, location } = open({
      mocks: [
        searchAnswer({}, { found: [deaths, visits] }),
        { ...searchAnswer({ access: ['NON_PUBLIC'] }, { found: [deaths] }), delay: 100 },
      ],
    });
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /Restricted/ });
    await press(user, box);
    expect(box.checked).toBe(true);
    await screen.findByRole('heading', { name: '1 source' });
    expect(location().search).toBe('?access=NON_PUBLIC');
    await press(user, screen.getByRole('button', { name: 'Remove Restricted' }));
    await screen.findByRole('heading', { name: '2 sources' });
    expect(location().search).toBe('');
    // The chip is gone, and focus with it: it moves to the count that has changed.
    expect(document.activeElement?.textContent).toBe('2 sources');
  });

  it('reads filters, years and order from the address', async () => {
    open({
      path: '/data?q=deaths&agency=cdph&from=2018&to=2024&sort=TITLE&nonsense=1&access=WRONG',
      mocks: [
        searchAnswer({ q: 'deaths', agency: ['cdph'], from: 2018, to: 2024, sort: 'TITLE' }, { found: [deaths] }),
      ],
    });
    await screen.findByRole('heading', { name: '1 source' });
    expect(field().value).toBe('deaths');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Public Health/ }).checked).toBe(true);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'From year' }).value).toBe('2018');
    expect(screen.getByRole('button', { name: 'Remove Years 2018 to 2024' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Clear all' })).toBeTruthy();
  });

  it('says what it mended, and searches for the words as written when asked to', async () => {
    const { user, location } = open({
      path: '/data?q=overdoes+deaths',
      mocks: [
        searchAnswer({ q: 'overdoes deaths' }, { found: [deaths], correctedText: 'overdose deaths' }),
        searchAnswer({ q: 'overdoes deaths', exact: true }, { didYouMean: 'overdose deaths' }),
        searchAnswer({ q: 'overdose deaths' }, { found: [deaths] }),
      ],
    });
    await press(user, await screen.findByRole('button', { name: 'Search for “overdoes” instead' }));
    await screen.findByText('No source matches “overdoes deaths”.');
    expect(location().search).toBe('?q=overdoes+deaths&exact=1');
    await press(user, screen.getByRole('button', { name: 'overdose deaths' }));
    await screen.findByRole('heading', { name: '1 source' });
    expect(location().search).toBe('?q=overdose+deaths');
    expect(field().value).toBe('overdose deaths');
  });

  it('shows the way to ask with a restricted source, and what was asked for and is missing', async () => {
    open({
      path: '/data?q=deaths+by+race',
      mocks: [searchAnswer({ q: 'deaths by race' }, { found: [deaths, visits], askedBreakdowns: ['race'] })],
    });
    await screen.findByRole('heading', { name: '2 sources' });
    const [restricted, free] = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('heading'));
    const steps = within(restricted!).getByRole('link', { name: 'See all steps for Death file' });
    expect(steps.getAttribute('href')).toBe('/data/death-file#how-to-get-it');
    expect(within(restricted!).getByText(/Write to the data unit/)).toBeTruthy();
    expect(within(restricted!).getByText(/not available, asked for/)).toBeTruthy();
    expect(within(free!).queryByText(/How to ask/)).toBeNull();
  });

  it('says which filter to drop when nothing is left', async () => {
    const { q, ...none } = { q: 'xylazine', access: ['NON_PUBLIC' as const] };
    const { text, filter, exactWords } = variablesOf({
      ...{ agency: [], topic: [], geography: [], from: null, to: null, frequency: [], feed: [], access: [] },
      ...{ q, withdrawn: false, exact: false, sort: 'BEST_MATCH' },
    });
    const { user, location } = open({
      path: '/data?q=xylazine&access=NON_PUBLIC',
      mocks: [
        searchAnswer({ q, ...none }),
        searchAnswer({ q }, { found: [visits] }),
        {
          request: { query: SourceCountQuery, variables: { text, filter, exactWords } },
          result: { data: { dataSourceSearch: { __typename: 'DataSourceSearch', totalCount: 3 } } },
        },
      ],
    });
    await screen.findByText('No source matches “xylazine” with these filters.');
    await screen.findByText('3 sources');
    await press(user, screen.getByRole('button', { name: 'Drop “Restricted”' }));
    await screen.findByRole('heading', { name: '1 source' });
    expect(location().search).toBe('?q=xylazine');
  });

  it('adds the next rows and brings focus to the first of them', async () => {
    const first = Array.from({ length: 20 }, (_, place) => sampleSource(`a-${place}`));
    const next = [sampleSource('b-1', { title: 'The next one' })];
    const { user } = open({
      mocks: [
        searchAnswer({}, { found: first, totalCount: 21, endCursor: 'a-19' }),
        searchAnswer({}, { found: next, totalCount: 21 }, { after: 'a-19' }),
      ],
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('The next one'));
    expect(screen.getByText('Showing 21 of 21 sources')).toBeTruthy();
  });

  it('keeps a search under a name, and says at the field what is wrong with it', async () => {
    const input = { page: 'DATA', name: 'Restricted ones', queryString: 'access=NON_PUBLIC' };
    const view = { __typename: 'SavedView', id: 'view-1', name: input.name, queryString: input.queryString };
    const { user } = open({
      path: '/data?access=NON_PUBLIC',
      mocks: [
        searchAnswer({ access: ['NON_PUBLIC'] }, { found: [deaths] }),
        {
          request: { query: SaveSearchMutation, variables: { input } },
          result: { data: { saveView: { __typename: 'SaveViewSuccess', savedView: view } } },
        },
        saved([view]),
      ],
    });
    await user.click(await screen.findByRole('button', { name: 'Save search' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Save search' }));
    await within(dialog).findByText('Give the search a name.');
    await user.type(within(dialog).getByLabelText('Name'), 'Restricted ones{Enter}');
    await screen.findByText('Search saved');
    await user.click(await screen.findByRole('button', { name: /Saved searches/ }));
    expect((await screen.findByRole('menuitem', { hidden: true, name: 'Restricted ones' })).getAttribute('href')).toBe(
      '/data?access=NON_PUBLIC',
    );
  });

  it('keeps the search field when the answer fails', async () => {
    const { user } = open({
      mocks: [
        { ...searchAnswer({}), result: { errors: [{ message: 'x', extensions: { reference: 'R-1' } }] } },
        searchAnswer({}, { found: [deaths] }),
      ],
    });
    expect((await screen.findByRole('alert')).textContent).toContain('The data sources could not be loaded.');
    expect(field()).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: '1 source' });
  });
});
