import type { Calendar } from '@sos/platform-server';
import type { SqlParameters } from './sql-parameters';

/** Today in the workgroup's time zone, as the placeholders of one statement. */
export interface ItemDay {
  /** SQL expression of today's date. */
  readonly today: string;
  /** SQL expression of the day of an instant. */
  dayOf(instant: string): string;
}

/** Takes a placeholder only when it is used: PostgreSQL refuses one that a statement never names. */
export function itemDay(calendar: Calendar, parameters: SqlParameters): ItemDay {
  let today: string | undefined;
  let timeZone: string | undefined;
  return {
    get today() {
      return (today ??= `${parameters.add(calendar.today())}::date`);
    },
    dayOf: (instant) =>
      `(${instant} at time zone ${(timeZone ??= `${parameters.add(calendar.timeZone)}::text`)})::date`,
  };
}

/** An item is silent when nobody said anything about it for more than this many days; also the window of reporting. */
export const windowDays = 30;

/** SQL expression: when an item was last heard of. Opening it counts as its first word. */
export const lastWord = 'coalesce(i.latest_update_at, i.created_at)';

/** SQL conditions on an item `i`, each of them true or false, never null. */
export const isOverdueSql = ({ today }: ItemDay): string =>
  `(i.status <> 'done' and i.due_on is not null and i.due_on < ${today})`;
export const isSilentSql = ({ today, dayOf }: ItemDay): string =>
  `(i.status <> 'done' and ${dayOf(lastWord)} < ${today} - ${windowDays})`;
