import { renderWithHub } from '@sos/platform-web/testing';
import { notifications } from '@mantine/notifications';
import { afterEach, describe, expect, it } from '@jest/globals';
import { RouteBoundary } from '@sos/platform-web';
import { screen, waitFor, within } from '@testing-library/react';
import { RemovedPage } from './RemovedPage';
import { RemovedQuery, RestoreMutation } from './removal.operations';

const removed = (id: string, label: string, subjectType = 'ActionItem') => ({
  __typename: 'RemovedThing',
  id,
  subjectType,
  label,
  path: `/items/${id}`,
  removedByLabel: 'Denise Okafor',
  removedAt: '2026-11-20T17:00:00.000Z',
  restorableUntil: '2026-12-20T17:00:00.000Z',
});
const page = (...nodes: ReturnType<typeof removed>[]) => ({
  request: { query: RemovedQuery, variables: { first: 50 } },
  result: {
    data: {
      removed: {
        __typename: 'RemovedThingConnection',
        totalCount: nodes.length,
        edges: nodes.map((node) => ({ __typename: 'RemovedThingEdge', cursor: node.id, node })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    },
  },
});
const restoring = (removedId: string, restore: object) => ({
  request: { query: RestoreMutation, variables: { input: { removedId } } },
  result: { data: { restore } },
});
const open = (...mocks: NonNullable<NonNullable<Parameters<typeof renderWithHub>[1]>['mocks']>[number][]) =>
  renderWithHub(
    <RouteBoundary>
      <RemovedPage />
    </RouteBoundary>,
    { mocks },
  );

// Toasts outlive the page that showed them.
afterEach(() => notifications.clean());

describe('recently removed', () => {
  it('says what, by whom, when and until when; restores by keyboard and keeps the focus in the list', async () => {
    const { user } = open(
      page(removed('1', 'Agree a standing order'), removed('2', 'Deaths by county', 'DataSource')),
      restoring('1', {
        __typename: 'RestoreSuccess',
        subjectType: 'ActionItem',
        subjectId: 'item',
        label: 'Agree a standing order',
        path: '/items/PS-19',
      }),
      page(removed('2', 'Deaths by county', 'DataSource')),
    );
    const table = await screen.findByRole('table', { name: 'Removed in the last 30 days, latest first' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows[0]?.textContent).toContain('Agree a standing order');
    expect(rows[0]?.textContent).toContain('Action item');
    expect(rows[0]?.textContent).toContain('Nov 20, 2026 by Denise Okafor');
    expect(rows[1]?.textContent).toContain('Data source');
    screen.getByRole('button', { name: 'Restore Agree a standing order' }).focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Restored Agree a standing order')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('Agree a standing order')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Removed things' }));
  });

  it('says so when somebody was quicker, and shows what is left', async () => {
    const { user } = open(
      page(removed('1', 'Agree a standing order')),
      restoring('1', { __typename: 'NotFoundRefusal', message: 'There is no such removed thing.' }),
      page(),
    );
    await user.click(await screen.findByRole('button', { name: 'Restore Agree a standing order' }));
    expect(await screen.findByText('There is no such removed thing.')).toBeTruthy();
    expect(await screen.findByText('Nothing was removed in the last 30 days.')).toBeTruthy();
  });
});
