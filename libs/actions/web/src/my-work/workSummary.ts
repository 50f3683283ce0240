import { countOf, formatShortDate } from '@sos/platform-ui';

type Work = { overdue: number; dueSoon: number; waiting: number; today: string };

const dueSoonDays = 14;

/** Parts of the sentence under the title; the first one, when something is overdue, is the one that matters. */
export const summarizeWork = ({ overdue, dueSoon, waiting, today }: Work): { urgent: string; rest: string } => {
  const lastDay = new Date(Date.parse(`${today}T00:00:00Z`) + dueSoonDays * 86_400_000).toISOString().slice(0, 10);
  const by = `due by ${formatShortDate(lastDay)}`;
  const waitingWords = `${countOf(waiting, 'person', 'people')} waiting on you`;
  const urgent = overdue > 0 ? `${overdue} overdue` : '';
  const parts = [urgent, dueSoon > 0 ? `${dueSoon} ${by}` : '', waiting > 0 ? waitingWords : ''].filter(Boolean);
  if (parts.length === 0) return { urgent: '', rest: `Nothing is overdue or ${by}.` };
  const [first = '', ...more] = parts;
  const last = more.pop();
  // "2 overdue, 4 due by Dec 4, and 3 people": three parts take the comma before the last, two do not.
  const joined = last === undefined ? first : `${[first, ...more].join(', ')}${more.length > 0 ? ',' : ''} and ${last}`;
  return { urgent, rest: `${joined.slice(urgent.length)}.` };
};
