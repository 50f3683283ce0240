import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { RouteBoundary } from '@sos/platform-web';
import { sampleItem } from '../testing/sampleItems';
import { SubGroupBoard, SubGroupBoardQuery } from '../parts/SubGroupBoard';
import { MoveItemMutation } from './useMoveItem';

const item = sampleItem('PS-31', { title: 'Give cards', status: 'NOT_STARTED' });

const board = (status: 'NOT_STARTED' | 'IN_PROGRESS' | 'BLOCKED', version: number) => ({
  request: { query: SubGroupBoardQuery, variables: { slug: 'public-safety' } },
  result: {
    data: {
      subGroup: {
        __typename: 'SubGroup',
        id: 'ps',
        name: 'Public Safety',
        board: (['NOT_STARTED', 'IN_PROGRESS', 'BLOCKED', 'DONE'] as const).map((lane) => ({
          __typename: 'BoardColumn',
          status: lane,
          totalCount: lane === status ? 3 : 0,
          items: lane === status ? [{ ...item, status, version }] : [],
        })),
      },
    },
  },
});
const move = (expectedVersion: number, status: string, moveActionItem: object) => ({
  request: { query: MoveItemMutation, variables: { input: { actionItemId: item.id, expectedVersion, status } } },
  result: { data: { moveActionItem } },
  delay: 30,
});
const moved = (status: string, version: number) => ({
  __typename: 'PostUpdateSuccess',
  actionItem: { __typename: 'ActionItem', id: item.id, status, version },
});
const lane = (name: string) => within(screen.getByRole('region', { name }));
const moveTo = async (user: ReturnType<typeof renderWithHub>['user'], name: string) => {
  await user.click(await screen.findByRole('button', { name: /Move to/ }));
  await user.click(await screen.findByRole('menuitem', { name, hidden: true }));
};
const open = (mocks: NonNullable<Parameters<typeof renderWithHub>[1]>['mocks']) =>
  renderWithHub(
    <RouteBoundary>
      <SubGroupBoard subGroupSlug="public-safety" />
    </RouteBoundary>,
    { mocks },
  );

describe('the board', () => {
  it('moves a card at once, takes the focus along, and moves it back', async () => {
    const { user } = open([
      board('NOT_STARTED', 4),
      move(4, 'BLOCKED', moved('BLOCKED', 5)),
      board('BLOCKED', 5),
      move(5, 'NOT_STARTED', moved('NOT_STARTED', 6)),
      board('NOT_STARTED', 6),
    ]);
    await moveTo(user, 'Blocked');
    expect(lane('Blocked').getByText('Give cards')).toBeTruthy();
    expect(lane('Not started').queryByText('Give cards')).toBeNull();
    expect(await screen.findByText('Moved to Blocked')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Give cards');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(lane('Not started').getByText('Give cards')).toBeTruthy());
  });

  it('puts a card back that somebody else has moved meanwhile, and says where it is', async () => {
    const current = { __typename: 'ActionItem', id: item.id, title: 'Give cards', status: 'IN_PROGRESS', version: 9 };
    const { user } = open([
      board('NOT_STARTED', 4),
      move(4, 'BLOCKED', { __typename: 'StaleActionItemRefusal', message: 'Changed meanwhile.', current }),
      board('IN_PROGRESS', 9),
    ]);
    await moveTo(user, 'Blocked');
    expect((await screen.findByRole('alert')).textContent).toContain('is In progress now');
    expect(lane('In progress').getByText('Give cards')).toBeTruthy();
  });
});
