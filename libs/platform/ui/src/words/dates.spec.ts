import { describe, expect, it } from '@jest/globals';
import { daysBetween, formatDate, formatDateTime, formatShortDate, relativeDays, todayInPacific } from './dates';
import { readDate } from './readDate';

describe('dates', () => {
  it('writes a day as it is, whatever the time zone', () => {
    expect(formatDate('2026-12-04')).toBe('Dec 4, 2026');
    expect(formatShortDate('2026-01-01')).toBe('Jan 1');
  });

  it('shows a moment in California', () => {
    expect(formatDate('2026-12-05T03:00:00Z')).toBe('Dec 4, 2026');
    expect(formatDateTime('2026-11-20T17:05:00Z')).toBe('Nov 20, 2026, 9:05 AM');
    expect(todayInPacific(new Date('2026-07-01T06:59:00Z'))).toBe('2026-06-30');
  });

  it('counts whole days, over the change of the clocks too', () => {
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
    expect(relativeDays('2026-11-24', '2026-11-20')).toBe('In 4 days');
    expect(relativeDays('2026-11-19', '2026-11-20')).toBe('Yesterday');
  });
});

describe('reading what a person typed', () => {
  it.each(['Dec 4, 2026', 'december 4 2026', '12/4/2026', '12/4/26', '2026-12-04', '4 Dec 2026'])(
    'reads %s',
    (text) => {
      expect(readDate(text)).toEqual({ day: '2026-12-04' });
    },
  );

  it('says how long the month is', () => {
    expect(readDate('Feb 31, 2027')).toEqual({
      problem: 'February has 28 days. Enter a date such as Feb 26, 2027.',
    });
  });

  it('says what to write', () => {
    expect(readDate('next week')).toEqual({ problem: 'Enter a date such as Dec 4, 2026.' });
  });
});
