import { describe, expect, it } from '@jest/globals';
import type { BoardItemFragment as BoardItem } from '@sos/platform-contract';
import type { WorkStatus } from '@sos/platform-ui';
import { byPresentStatus } from './columns';

const item = (id: string, status: WorkStatus) => ({ id, status }) as BoardItem;

describe('the lanes of the board', () => {
  it('show an item where it is now, and count it there', () => {
    const lanes = byPresentStatus([
      { status: 'NOT_STARTED', totalCount: 5, items: [item('a', 'BLOCKED'), item('b', 'NOT_STARTED')] },
      { status: 'BLOCKED', totalCount: 1, items: [item('c', 'BLOCKED')] },
    ]);
    expect(lanes.map(({ status, totalCount, items }) => [status, totalCount, items.map(({ id }) => id)])).toEqual([
      ['NOT_STARTED', 4, ['b']],
      ['IN_PROGRESS', 0, []],
      ['BLOCKED', 2, ['a', 'c']],
      ['DONE', 0, []],
    ]);
  });
});
