import type { BoardItemFragment as BoardItem } from '@sos/platform-contract';
import { type WorkStatus, workStatuses } from '@sos/platform-ui';

export type Column = { status: WorkStatus; totalCount: number; items: readonly BoardItem[] };

/**
 * The lanes by what each item says now. The server's lanes are a moment old: an item that was just moved stands in
 * its new one at once, on top, and the counts go with it.
 */
export const byPresentStatus = (columns: readonly Column[]): Column[] => {
  const moved = columns.flatMap((column) => column.items.filter((item) => item.status !== column.status));
  return workStatuses.map((status) => {
    const column = columns.find((candidate) => candidate.status === status);
    const own = column?.items ?? [];
    const staying = own.filter((item) => item.status === status);
    const arrived = moved.filter((item) => item.status === status && !own.some(({ id }) => id === item.id));
    return {
      status,
      totalCount: (column?.totalCount ?? 0) - (own.length - staying.length) + arrived.length,
      items: [...arrived, ...staying],
    };
  });
};
