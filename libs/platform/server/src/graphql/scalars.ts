import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

export const DATE = 'Date';

/** Marks a field as a calendar date; TypeScript sees the text. */
export class CalendarDate {}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day of the calendar, YYYY-MM-DD, from 1900 to 2199. */
export function isCalendarDate(text: string): boolean {
  const parts = datePattern.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2199 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

@Scalar('Date', () => CalendarDate)
export class DateScalar implements CustomScalar<string, string> {
  description = 'A calendar date, YYYY-MM-DD.';
  parseValue(value: unknown): string {
    if (typeof value === 'string' && isCalendarDate(value)) return value;
    throw new GraphQLError('A date is written YYYY-MM-DD and must exist in the calendar, for example 2026-02-26.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  serialize(value: unknown): string {
    return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10);
  }
  parseLiteral(node: ValueNode): string {
    return this.parseValue(node.kind === Kind.STRING ? node.value : null);
  }
}

@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  description = 'An instant, ISO 8601 in UTC.';
  parseValue(value: unknown): Date {
    const date = typeof value === 'string' ? new Date(value) : null;
    if (date && !Number.isNaN(date.getTime())) return date;
    throw new GraphQLError('A time is written in ISO 8601, for example 2026-11-20T17:05:00Z.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  serialize(value: unknown): string {
    return (value instanceof Date ? value : new Date(String(value))).toISOString();
  }
  parseLiteral(node: ValueNode): Date {
    return this.parseValue(node.kind === Kind.STRING ? node.value : null);
  }
}
