import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvOf, restoredCell } from './csv';

const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1", "''@x", "'\t"];
const harmless = ['', "'", "it's", "'quoted'", ' =1', 'a "b", c', 'two\nlines', '1;2'];

test('no cell begins like a formula', () => {
  const [, ...rows] = parse(
    csvOf(
      ['text'],
      dangerous.map((text) => [text]),
    ),
  ) as string[][];
  for (const [cell] of rows) expect(cell).toMatch(/^'/);
});

test('what was exported is the same again when it is read back', () => {
  const texts = [...dangerous, ...harmless];
  const csv = csvOf(
    ['text', 'again'],
    texts.map((text) => [text, text]),
  );
  const [, ...rows] = parse(csv) as string[][];
  expect(rows.map(([text]) => restoredCell(text!))).toEqual(texts);
  expect(rows.map(([, again]) => restoredCell(again!))).toEqual(texts);
});

test('numbers stay numbers, and nothing stays nothing', () => {
  expect(csvOf(['a', 'b', 'c', 'd'], [[-1.5, true, null, undefined]])).toBe('"a","b","c","d"\r\n-1.5,true,"",""');
});
