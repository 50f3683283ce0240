/** The workgroup's clock. Moments are shown in it wherever the reader sits; days have no time zone at all. */
const pacific = 'America/Los_Angeles';
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const dayLength = 86_400_000;

const options = {
  long: { year: 'numeric', month: 'short', day: 'numeric' },
  short: { month: 'short', day: 'numeric' },
  weekday: { weekday: 'long', year: 'numeric', month: 'short', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatter = (shape: keyof typeof options, timeZone: string) =>
  new Intl.DateTimeFormat('en-US', { ...options[shape], timeZone });

const formatters = new Map<string, Intl.DateTimeFormat>();
const format = (value: string, shape: keyof typeof options): string => {
  const isDay = dayPattern.test(value);
  // A day is read and written in the same zone, so it can't slide to its neighbour.
  const zone = isDay ? 'UTC' : pacific;
  const key = `${shape} ${zone}`;
  const found = formatters.get(key) ?? formatter(shape, zone);
  formatters.set(key, found);
  const moment = new Date(isDay ? `${value}T00:00:00Z` : value);
  return Number.isNaN(moment.getTime()) ? '' : found.format(moment).replaceAll('\u202f', ' ');
};

/** "Dec 4, 2026" */
export const formatDate = (value: string): string => format(value, 'long');
/** "Dec 4" */
export const formatShortDate = (value: string): string => format(value, 'short');
/** "Friday, Dec 4, 2026" */
export const formatWeekday = (value: string): string => format(value, 'weekday');
/** "9:05 AM", Pacific */
export const formatTime = (moment: string): string => format(moment, 'time');
/** "Dec 4, 2026, 9:05 AM", Pacific */
export const formatDateTime = (moment: string): string => `${formatDate(moment)}, ${formatTime(moment)}`;

/** The day it is in California, as YYYY-MM-DD. */
export const todayInPacific = (now: Date = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: pacific, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  );

/** The day a value falls on: itself for a day, California's day for a moment. */
export const dayOf = (value: string): string => (dayPattern.test(value) ? value : todayInPacific(new Date(value)));

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${dayOf(to)}T00:00:00Z`) - Date.parse(`${dayOf(from)}T00:00:00Z`)) / dayLength);

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** "Today", "Tomorrow", "In 4 days", "Yesterday", "8 days ago" */
export const relativeDays = (value: string, today: string): string => {
  const distance = daysBetween(today, value);
  if (distance === 0) return 'Today';
  if (distance === 1) return 'Tomorrow';
  if (distance === -1) return 'Yesterday';
  return distance > 0 ? `In ${countOf(distance, 'day')}` : `${countOf(-distance, 'day')} ago`;
};
