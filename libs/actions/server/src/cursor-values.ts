import { isCalendarDate, unstorableTextPath } from '@sos/platform-server';
import { GraphQLError } from 'graphql';

export type CursorType = 'date' | 'integer' | 'text' | 'timestamptz' | 'uuid';

const isReadable: Record<CursorType, (value: string) => boolean> = {
  date: (value) => /^-?infinity$/.test(value) || isCalendarDate(value),
  integer: (value) => /^\d{1,9}$/.test(value),
  text: (value) => unstorableTextPath(value) === null,
  timestamptz: (value) =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(value) &&
    !Number.isNaN(Date.parse(value.replace(/([+-]\d\d)$/, '$1:00'))),
  uuid: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
};

/**
 * The values of a cursor, as PostgreSQL wrote them. A cursor comes from outside: what the database could not read
 * must not reach it.
 * @throws GraphQLError (BAD_USER_INPUT) when one is not of its type.
 */
export function cursorValues(values: readonly unknown[], types: readonly CursorType[]): string[] {
  const isOfThisList =
    values.length === types.length &&
    types.every((type, index) => {
      const value = values[index];
      return typeof value === 'string' && isReadable[type](value);
    });
  if (isOfThisList) return values as string[];
  throw new GraphQLError('The cursor is not one of this list. Start again without `after`.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
