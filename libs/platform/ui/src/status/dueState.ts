import { daysBetween, formatDate, formatShortDate, relativeDays } from '../words/dates';

export type DueUrgency = 'overdue' | 'near' | 'far';

/** Days are counted up to here; later it is a date. */
const countedDays = 30;

export const dueWords = (
  dueOn: string | null,
  today: string,
  done: boolean,
): { words: string; urgency: DueUrgency } => {
  if (!dueOn) return { words: 'No due date', urgency: 'far' };
  const date = dueOn.slice(0, 4) === today.slice(0, 4) ? formatShortDate(dueOn) : formatDate(dueOn);
  const distance = daysBetween(today, dueOn);
  if (done) return { words: date, urgency: 'far' };
  if (distance < 0) return { words: 'Overdue', urgency: 'overdue' };
  if (distance === 0) return { words: 'Due today', urgency: 'near' };
  return distance <= countedDays
    ? { words: relativeDays(dueOn, today), urgency: 'near' }
    : { words: date, urgency: 'far' };
};
