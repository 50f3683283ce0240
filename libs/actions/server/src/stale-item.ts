import type { ActionItem } from './action-item.types';
import type { StaleActionItemRefusal } from './action-item-update.types';

/** The item has moved on: the person sees it as it is, and keeps what was written. */
export const staleItem = (current: ActionItem): StaleActionItemRefusal => ({
  __typename: 'StaleActionItemRefusal',
  message: `${current.reference} was changed since you opened it. Look at what is new, then send again.`,
  current,
});
