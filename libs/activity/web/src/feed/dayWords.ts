import { dayOf, formatDate, formatShortDate } from '@sos/platform-ui';

/** "Today", "Yesterday", "Nov 5", and with its year once that is another one. */
export const dayWords = (moment: string, today: string): string => {
  const day = dayOf(moment);
  if (day === today) return 'Today';
  return day.slice(0, 4) === today.slice(0, 4) ? formatShortDate(day) : formatDate(day);
};

/** Marks the first of each day: its date is drawn, the others' only spoken. */
export const withDays = <Entry extends { occurredAt: string }>(entries: readonly Entry[]) =>
  entries.map((entry, place) => {
    const before = entries[place - 1];
    return { entry, opensDay: !before || dayOf(before.occurredAt) !== dayOf(entry.occurredAt) };
  });
