export type DateReading = { day: string } | { problem: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const advice = 'Enter a date such as Dec 4, 2026.';

const numbersOf = (text: string): [year: number, month: number, day: number] | null => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const american = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  if (american) return [fullYear(american[3]), Number(american[1]), Number(american[2])];
  const monthFirst = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text);
  if (monthFirst) return [Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2])];
  const dayFirst = /^(\d{1,2})\s+([a-z]+)\.?,?\s+(\d{4})$/.exec(text);
  if (dayFirst) return [Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1])];
  return null;
};
const fullYear = (text = '') => (text.length === 2 ? 2000 + Number(text) : Number(text));
const monthNumber = (name = '') =>
  name.length >= 3 && names.some((full) => full.toLowerCase().startsWith(name))
    ? months.indexOf(name.slice(0, 3)) + 1
    : 0;

/** Reads what a person typed as a date: "Dec 4, 2026", "12/4/2026", "2026-12-04". Says what to do when it can't. */
export const readDate = (text: string): DateReading => {
  const numbers = numbersOf(text.trim().toLowerCase().replace(/\s+/g, ' '));
  if (!numbers) return { problem: advice };
  const [year, month, day] = numbers;
  if (month < 1 || month > 12 || year < 1900 || year > 2200) return { problem: advice };
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > length) {
    const name = names[month - 1] ?? '';
    return { problem: `${name} has ${length} days. Enter a date such as ${name.slice(0, 3)} ${length - 2}, ${year}.` };
  }
  return { day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
};
