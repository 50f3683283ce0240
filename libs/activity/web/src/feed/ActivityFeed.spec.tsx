import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { ActivityFeed } from './ActivityFeed';
import { ActivityFeedQuery } from './activity.query';

const entry = (id: string, occurredAt: string, changes: Record<string, unknown> = {}) => ({
  __typename: 'ActivityEntry',
  id,
  occurredAt,
  actorLabel: 'Ana Reyes',
  action: 'posted Blocked on',
  subjectType: 'ActionItem',
  subjectLabel: 'Agree a standing order',
  subjectPath: '/items/PS-19',
  detail: null,
  ...changes,
});
const page = (entries: ReturnType<typeof entry>[], after?: string, endCursor: string | null = null) => ({
  request: {
    query: ActivityFeedQuery,
    variables: { subjectId: null, subGroupSlug: 'public-safety', first: 2, ...(after ? { after } : {}) },
  },
  result: {
    data: {
      activity: {
        __typename: 'ActivityConnection',
        edges: entries.map((node) => ({ __typename: 'ActivityEdge', cursor: node.id, node })),
        pageInfo: {
          __typename: 'PageInfo',
          hasNextPage: endCursor !== null,
          hasPreviousPage: false,
          startCursor: entries[0]?.id ?? null,
          endCursor,
        },
      },
    },
  },
});
const open = (...mocks: ReturnType<typeof page>[]) =>
  renderWithHub(<ActivityFeed subGroupSlug="public-safety" first={2} />, { mocks, path: '/subgroups/public-safety' });

describe('the activity feed', () => {
  it('says for each entry when, who, what and to which thing', async () => {
    open(
      page([
        entry('1', '2026-11-20T17:00:00.000Z', { detail: 'The county counsel reads it.' }),
        entry('2', '2026-11-20T16:00:00.000Z', { action: 'edited' }),
      ]),
    );
    const rows = within(await screen.findByRole('list', { name: 'Activity, newest first' })).getAllByRole('listitem');
    expect(rows[0]?.textContent).toBe(
      'TodayAna Reyes posted Blocked on Agree a standing order“The county counsel reads it.”',
    );
    expect(rows[1]?.textContent).toMatch(/^Today/);
    expect(screen.getAllByText('Today')).toHaveLength(2);
    expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe('/items/PS-19');
  });

  it('shows more on demand and keeps the focus in its place after the last page', async () => {
    const { user } = open(
      page([entry('1', '2026-11-20T17:00:00.000Z'), entry('2', '2026-11-19T17:00:00.000Z')], undefined, '2'),
      page([entry('3', '2025-12-04T17:00:00.000Z', { subjectLabel: 'An older thing' })], '2'),
    );
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('An older thing')).toBeTruthy();
    expect(screen.getByText('Dec 4, 2025')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
    expect(screen.getByRole('status').textContent).toBe('Showing 3 changes');
  });

  it('says when there is nothing yet', async () => {
    open(page([]));
    expect(await screen.findByText('Nothing has happened here yet.')).toBeTruthy();
  });
});
