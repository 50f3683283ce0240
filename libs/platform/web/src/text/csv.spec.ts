import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv';

describe('CSV', () => {
  it('quotes every cell', () => {
    expect(csvOf(['a', 'b'], [['a "b", c', 'Too\nlong.']])).toBe('"a","b"\r\n"a ""b"", c","Too\nlong."');
  });

  it.each(['=HYPERLINK("x")', '+1', '-1', '@x', '\tx', '\rx', '\nx', '＝x', "'=x"])(
    'lets no spreadsheet run %j',
    (text) => {
      expect(csvOf([], [[text]])).toBe(`\r\n"'${text.replaceAll('"', '""')}"`);
    },
  );

  it.each(['', "it's", "'quoted'", ' =1'])('leaves %j as it is', (text) => {
    expect(csvOf([], [[text]])).toBe(`\r\n"${text}"`);
  });
});
