import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { type LiveChange, liveChanges } from '@sos/platform-web';
import { act, screen, waitFor, within } from '@testing-library/react';
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

const ofEverything = (first: number, ...entries: ReturnType<typeof entry>[]) => {
  const mock = page(entries);
  return { ...mock, request: { ...mock.request, variables: { subjectId: null, subGroupSlug: null, first } } };
};
const tell = (cursor: string, change: Partial<LiveChange> = {}) =>
  liveChanges.tell({
    __typename: 'Change',
    cursor,
    kind: 'CHANGED',
    subjectType: 'ActionItem',
    subjectId: 'item-9',
    relatedIds: [],
    byViewer: false,
    ...change,
  });

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
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Showing 3 changes');
  });

  it('says when there is nothing yet', async () => {
    open(page([]));
    expect(await screen.findByText('Nothing has happened here yet.')).toBeTruthy();
  });

  it('says how much is new, and shows it when asked: the list does not move by itself', async () => {
    const { user } = renderWithHub(<ActivityFeed first={2} />, {
      mocks: [
        ofEverything(2, entry('1', '2026-11-20T17:00:00.000Z')),
        ofEverything(
          3,
          entry('2', '2026-11-20T18:00:00.000Z', { subjectLabel: 'A new thing' }),
          entry('1', '2026-11-20T17:00:00.000Z'),
        ),
      ],
    });
    await screen.findByText('Agree a standing order');
    await act(async () => {
      tell('a');
      tell('a');
      tell('b');
      tell('c', { byViewer: true });
    });
    expect(screen.getByText('2 new changes').getAttribute('role')).toBe('status');
    expect(screen.queryByText('A new thing')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(await screen.findByText('A new thing')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Show' })).toBeNull());
    expect(document.activeElement?.contains(screen.getByText('A new thing'))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  it('of one thing counts what concerns it', async () => {
    renderWithHub(<ActivityFeed first={2} subjectId="item-1" />, {
      mocks: [ofEverything(2, entry('1', '2026-11-20T17:00:00.000Z'))].map((mock) => ({
        ...mock,
        request: { ...mock.request, variables: { ...mock.request.variables, subjectId: 'item-1' } },
      })),
    });
    await screen.findByText('Agree a standing order');
    await act(async () => {
      tell('d', { subjectId: 'item-2' });
      tell('e', { subjectId: 'item-1' });
    });
    expect(screen.getByText('1 new change')).toBeTruthy();
  });
});
