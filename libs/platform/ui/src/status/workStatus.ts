import type { IconName } from '../icons/Icon';

export type WorkStatus = 'NOT_STARTED' | 'IN_PROGRESS' | 'BLOCKED' | 'DONE';

export const workStatuses: readonly WorkStatus[] = ['NOT_STARTED', 'IN_PROGRESS', 'BLOCKED', 'DONE'];

export const workStatusLooks: Record<WorkStatus, { word: string; icon: IconName }> = {
  NOT_STARTED: { word: 'Not started', icon: 'ring' },
  IN_PROGRESS: { word: 'In progress', icon: 'halfDisc' },
  BLOCKED: { word: 'Blocked', icon: 'octagon' },
  DONE: { word: 'Done', icon: 'disc' },
};
