import { describe, expect, it } from '@jest/globals';
import { problemsAsCsv } from './problemsAsCsv';

describe('problems as CSV', () => {
  it('quotes what a feed wrote, and lets no spreadsheet run it', () => {
    const csv = problemsAsCsv([
      { identifier: 'a "b", c', path: 'title', message: 'Too\nlong.' },
      { identifier: null, path: '=HYPERLINK("x")', message: '+1' },
    ]);
    expect(csv.split('\r\n')).toEqual([
      '"identifier","path","message"',
      '"a ""b"", c","title","Too\nlong."',
      '"","\'=HYPERLINK(""x"")","\'+1"',
    ]);
  });
});
