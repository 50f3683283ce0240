import { renderWithHub } from '@sos/platform-web/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { notifications } from '@mantine/notifications';
import { RouteBoundary } from '@sos/platform-web';
import { screen, waitFor, within } from '@testing-library/react';
import { sampleSource, type SampleSource } from '../testing/sampleSources';
import { ItemDataSources, ItemDataSourcesQuery } from './ItemDataSources';
import { SourcePickerQuery } from './LinkSourceDialog';
import { LinkSourceMutation, UnlinkSourceMutation } from './useLinkSource';

const deaths = sampleSource('death-file', { title: 'Death file' });
const visits = sampleSource('visits', { title: 'Emergency visits' });
const item = (dataSources: SampleSource[]) => ({ __typename: 'ActionItem', id: 'item-1', dataSources });
const read = (dataSources: SampleSource[]) => ({
  request: { query: ItemDataSourcesQuery, variables: { reference: 'PS-19' } },
  result: { data: { actionItem: item(dataSources) } },
});
const picker = {
  request: { query: SourcePickerQuery, variables: { text: null } },
  result: {
    data: {
      dataSourceSearch: {
        __typename: 'DataSourceSearch',
        edges: [deaths, visits].map((dataSource) => ({
          __typename: 'DataSourceMatchEdge',
          cursor: dataSource.id,
          node: { __typename: 'DataSourceMatch', dataSource },
        })),
      },
    },
  },
  maxUsageCount: 5,
};
const act = (query: typeof LinkSourceMutation | typeof UnlinkSourceMutation, id: string, data: unknown) => ({
  request: { query, variables: { actionItemId: 'item-1', dataSourceId: id } },
  result: { data },
});
const open = (mocks: readonly unknown[], viewerMayEdit = true) =>
  renderWithHub(
    <RouteBoundary>
      <ItemDataSources reference="PS-19" actionItemId="item-1" viewerMayEdit={viewerMayEdit} />
    </RouteBoundary>,
    { mocks: mocks as never },
  );

afterEach(() => notifications.clean());

describe('the data sources of an action item', () => {
  it('are shown to everybody, and changed by those who may edit the item', async () => {
    open([read([deaths])], false);
    expect((await screen.findByRole('link', { name: 'Death file' })).getAttribute('href')).toBe('/data/death-file');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('are linked from the catalog, and what is linked already is not offered again', async () => {
    const { user } = open([
      read([deaths]),
      picker,
      act(LinkSourceMutation, visits.id, {
        linkDataSource: {
          __typename: 'LinkDataSourceSuccess',
          actionItem: item([deaths, visits]),
          dataSource: { __typename: 'DataSource', id: visits.id, usedBy: [] },
        },
      }),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Link a data source' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('combobox', { name: 'Data source' }));
    await user.click(await screen.findByRole('option', { hidden: true, name: 'Emergency visits' }));
    expect(screen.queryByRole('option', { hidden: true, name: 'Death file' })).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Link source' }));
    await screen.findByRole('link', { name: 'Emergency visits' });
    expect(screen.getByText('Source linked')).toBeTruthy();
  });

  it('are unlinked, with the reason when the hub refuses', async () => {
    const { user } = open([
      read([deaths]),
      act(UnlinkSourceMutation, deaths.id, {
        unlinkDataSource: {
          __typename: 'NotAllowedRefusal',
          message: 'You can’t change this item.',
          whoCan: 'Its agency can.',
        },
      }),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Unlink Death file' }));
    await waitFor(() => expect(screen.getByText('You can’t change this item. Its agency can.')).toBeTruthy());
    expect(screen.getByRole('link', { name: 'Death file' })).toBeTruthy();
  });

  it('are linked again by undo', async () => {
    const changed = (dataSources: SampleSource[]) => ({
      __typename: 'LinkDataSourceSuccess',
      actionItem: item(dataSources),
      dataSource: { __typename: 'DataSource', id: deaths.id, usedBy: [] },
    });
    const { user } = open([
      read([deaths]),
      act(UnlinkSourceMutation, deaths.id, { unlinkDataSource: changed([]) }),
      act(LinkSourceMutation, deaths.id, { linkDataSource: changed([deaths]) }),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Unlink Death file' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Death file' })).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('link', { name: 'Death file' })).toBeTruthy();
  });
});
