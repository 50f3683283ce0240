import { describe, expect, test } from '@jest/globals';
import { addDays, Calendar, daysBetween } from './calendar';
import { isCalendarDate } from './graphql/scalars';

describe('the calendar', () => {
  test('today is the workgroup’s, not the server’s', () => {
    const lateEvening = new Date('2026-11-21T05:30:00Z');
    expect(new Calendar('America/Los_Angeles', () => lateEvening).today()).toBe('2026-11-20');
    expect(new Calendar('UTC', () => lateEvening).today()).toBe('2026-11-21');
  });
  test('days are counted across daylight saving and leap days', () => {
    expect(addDays('2026-10-31', 2)).toBe('2026-11-02');
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-11-20', '2026-11-12')).toBe(-8);
  });
  test.each([
    ['2026-02-31'],
    ['2026-13-01'],
    ['26-01-01'],
    ['2026-1-1'],
    ['1899-12-31'],
    ['2026-01-01T00:00:00Z'],
    [''],
  ])('%s is no date', (text) => expect(isCalendarDate(text)).toBe(false));
  test('a leap day is a date', () => expect(isCalendarDate('2028-02-29')).toBe(true));
});
