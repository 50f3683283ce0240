import { renderWithHub } from '@sos/platform-web/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { notifications } from '@mantine/notifications';
import { RouteBoundary } from '@sos/platform-web';
import { screen, waitFor } from '@testing-library/react';
import { cdph, sampleSource } from '../testing/sampleSources';
import { AddSourcePage } from './AddSourcePage';
import { EditSourcePage, EditSourceQuery } from './EditSourcePage';
import { emptyValues, inputOf } from './sourceValues';
import { StewardAgenciesQuery, StewardPeopleQuery } from './StewardFields';
import { KnownTopicsQuery } from './TopicsField';
import { AddDataSourceMutation } from './useAddSource';
import { EditDataSourceMutation } from './useEditSource';

const lists = [
  {
    request: { query: StewardAgenciesQuery },
    result: {
      data: {
        agencies: {
          __typename: 'AgencyConnection',
          edges: [{ __typename: 'AgencyEdge', cursor: 'a', node: cdph }],
        },
      },
    },
  },
  {
    request: { query: StewardPeopleQuery, variables: { agencyId: cdph.id } },
    result: { data: { people: { __typename: 'PersonConnection', edges: [] } } },
  },
  {
    request: { query: KnownTopicsQuery },
    result: {
      data: {
        dataSourceSearch: {
          __typename: 'DataSourceSearch',
          facets: {
            __typename: 'DataSourceFacets',
            themes: [{ __typename: 'FacetValue', value: 'Deaths', label: 'Deaths', count: 9, selected: false }],
          },
        },
      },
    },
  },
];
const steward = { mayAddDataSources: true, dataStewardAgencyIds: [cdph.id] };
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });

beforeEach(() => window.localStorage.clear());
afterEach(() => notifications.clean());

describe('adding a source', () => {
  const open = (mocks: readonly unknown[] = [], viewer = steward) =>
    renderWithHub(
      <RouteBoundary>
        <AddSourcePage />
      </RouteBoundary>,
      { path: '/data/new', route: '/data/new', viewer, mocks: [...lists, ...mocks] as never },
    );

  it('is not offered to others, who are told whom to ask', async () => {
    open([], { mayAddDataSources: false, dataStewardAgencyIds: [] });
    expect(await screen.findByText(/administrator can name you data steward/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add source' })).toBeNull();
  });

  it('says at each field what is missing, and brings focus to the first', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: 'Add source' }));
    await screen.findByText('Enter the source’s title.');
    expect(document.activeElement).toBe(box('Title'));
    expect(screen.getByRole('alert').textContent).toContain('Title');
    await user.type(box('Title'), 'D');
    expect(screen.queryByText('Enter the source’s title.')).toBeNull();
  });

  it('sends the steps in the order they were put in, without empty ones, and shows the hub’s refusal at the field', async () => {
    const values = {
      ...emptyValues(cdph.id),
      title: 'Death file',
      description: 'Deaths.',
      themes: ['Deaths'],
      keywords: ['death', 'CCDF'],
      accessRoute: ['Sign', 'Write'],
    };
    const { user } = open([
      {
        request: { query: AddDataSourceMutation, variables: { input: inputOf(values) } },
        result: {
          data: {
            addDataSource: {
              __typename: 'InvalidInputRefusal',
              message: 'One field needs another value.',
              fields: [{ __typename: 'FieldProblem', path: 'accessRoute.1', message: 'Say whom to write to.' }],
            },
          },
        },
      },
    ]);
    await user.click(box('Title'));
    await user.paste('Death file');
    await user.click(box('Description'));
    await user.paste('Deaths.');
    await user.click(screen.getByRole('combobox', { name: 'Topics' }));
    await user.click(await screen.findByRole('option', { hidden: true, name: 'Deaths' }));
    await user.type(box('Keywords'), 'death{Enter}CCDF,');
    for (const step of ['Write', 'Sign', ' ']) {
      await user.click(screen.getByRole('button', { name: 'Add step' }));
      await user.keyboard(step);
    }
    await user.click(screen.getByRole('button', { name: 'Move step 2 up' }));
    expect(screen.getByText('Step moved to place 1 of 3')).toBeTruthy();
    expect(document.activeElement).toBe(box('Step 1'));
    await user.click(screen.getByRole('button', { name: 'Add source' }));
    await screen.findByText('Say whom to write to.');
    expect(document.activeElement).toBe(box('Step 2'));
    expect(box('Step 2').value).toBe('Write');
    expect(screen.queryByRole('textbox', { name: 'Step 3' })).toBeNull();
  }, 20_000);

  it('finds what was written on an earlier visit', async () => {
    const first = open();
    await first.user.type(box('Title'), 'Half a title');
    first.unmount();
    const { user } = open();
    expect(box('Title').value).toBe('Half a title');
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    expect(box('Title').value).toBe('');
  });
});

describe('editing a source', () => {
  const source = sampleSource('death-file', { title: 'Death file' });
  const read = (dataSource: unknown) => ({
    request: { query: EditSourceQuery, variables: { slug: 'death-file' } },
    result: { data: { dataSource } },
  });
  const edit = (expectedVersion: number, input: unknown, editDataSource: unknown) => ({
    request: { query: EditDataSourceMutation, variables: { id: source.id, expectedVersion, input } },
    result: { data: { editDataSource } },
  });
  const open = (mocks: readonly unknown[]) =>
    renderWithHub(
      <RouteBoundary>
        <EditSourcePage />
      </RouteBoundary>,
      {
        path: '/data/death-file/edit',
        route: '/data/:slug/edit',
        viewer: steward,
        mocks: [...lists, ...mocks] as never,
      },
    );

  it('keeps my text when somebody else saved first, and shows theirs beside it', async () => {
    const theirs = { ...source, title: 'Their title', lag: '3 months', version: 4 };
    const mine = (changes: Record<string, unknown>) => (variables: Record<string, unknown>) =>
      expect.objectContaining(changes).asymmetricMatch(variables['input']);
    const mocks = [
      read(source),
      {
        request: { query: EditDataSourceMutation, variables: mine({ title: 'My title', lag: 'about 4 months' }) },
        result: {
          data: {
            editDataSource: {
              __typename: 'StaleDataSourceRefusal',
              message: 'Saved by somebody else.',
              current: theirs,
            },
          },
        },
      },
      {
        request: { query: EditDataSourceMutation, variables: mine({ title: 'My title', lag: '3 months' }) },
        result: {
          data: {
            editDataSource: {
              __typename: 'DataSourceSuccess',
              dataSource: { ...theirs, title: 'My title', version: 5 },
            },
          },
        },
      },
    ];
    const { user, location } = open(mocks);
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Title' });
    await user.clear(title);
    await user.type(title, 'My title');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await screen.findByText(/Somebody saved this source while you were writing/);
    expect(title.value).toBe('My title');
    expect(screen.getByRole('group', { name: 'Title: saved meanwhile' }).textContent).toContain('Their title');
    expect(box(/^Lag \(/).value).toBe('3 months');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await screen.findByText('Changes saved');
    await waitFor(() => expect(location().pathname).toBe('/data/death-file'));
  });

  it('says why a record of a feed can not be edited here', async () => {
    const feed = { ...source.feed, key: 'cdc', title: 'data.cdc.gov', isCurated: false };
    open([read({ ...source, viewerMayEdit: false, feed })]);
    expect(await screen.findByText(/comes from “data.cdc.gov”/)).toBeTruthy();
  });

  it('says so when there is no such source', async () => {
    open([read(null), edit(1, {}, null)]);
    expect(await screen.findByRole('heading', { name: 'Data source not found' })).toBeTruthy();
  });
});
