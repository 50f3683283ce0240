import { Priority, WorkStatus } from './action-item.types';

/** As the interface writes it. */
export const statusWords: Record<WorkStatus, string> = {
  [WorkStatus.NOT_STARTED]: 'Not started',
  [WorkStatus.IN_PROGRESS]: 'In progress',
  [WorkStatus.BLOCKED]: 'Blocked',
  [WorkStatus.DONE]: 'Done',
};

/** The line of history that a move on the board leaves. */
export const moveNote = (status: WorkStatus): string => `Moved to ${statusWords[status]} on the board.`;

/**
 * Whether an update makes older requests for help moot: the item is done, or what blocked it is gone. Requests that
 * the update itself makes stay open.
 */
export const endsHelp = (before: WorkStatus, after: WorkStatus): boolean =>
  after === WorkStatus.DONE || (before === WorkStatus.BLOCKED && after !== WorkStatus.BLOCKED);

export const priorityWords: Record<Priority, string> = {
  [Priority.HIGH]: 'High',
  [Priority.MEDIUM]: 'Medium',
  [Priority.LOW]: 'Low',
};
