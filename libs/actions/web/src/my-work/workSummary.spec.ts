import { describe, expect, it } from '@jest/globals';
import { summarizeWork } from './workSummary';

const today = '2026-11-20';
const sentence = (overdue: number, dueSoon: number, waiting: number) => {
  const { urgent, rest } = summarizeWork({ overdue, dueSoon, waiting, today });
  return urgent + rest;
};

describe('the sentence of My work', () => {
  it.each([
    [2, 4, 3, '2 overdue, 4 due by Dec 4, and 3 people waiting on you.'],
    [2, 4, 0, '2 overdue and 4 due by Dec 4.'],
    [0, 4, 1, '4 due by Dec 4 and 1 person waiting on you.'],
    [1, 0, 0, '1 overdue.'],
    [0, 0, 0, 'Nothing is overdue or due by Dec 4.'],
  ])('%i, %i, %i', (overdue, dueSoon, waiting, words) => {
    expect(sentence(overdue, dueSoon, waiting)).toBe(words);
  });
});
