import { describe, expect, test } from '@jest/globals';
import { administratorsRemain, termProblem, termState, type Term } from './role.rules';

const today = '2026-11-20';
const term = (startsOn: string, endsOn: string | null = null): Term => ({ startsOn, endsOn });

test.each([
  ['begins today', term(today), 'running'],
  ['ends today', term('2026-01-01', today), 'running'],
  ['ended yesterday', term('2026-01-01', '2026-11-19'), 'ended'],
  ['begins tomorrow', term('2026-11-21'), 'to_begin'],
  ['taken back before it began', term('2026-12-01', '2026-11-19'), 'ended'],
])('a term that %s', (_when, given, state) => {
  expect(termState(given, today)).toBe(state);
});

test.each([
  ['no last day', term(today), null],
  ['a last day of today', term('2026-01-01', today), null],
  ['a last day before the first', term('2026-12-01', '2026-11-30'), 'before the first'],
  ['a last day in the past', term('2026-01-01', '2026-11-19'), 'has passed'],
])('%s', (_what, given, problem) => {
  const found = termProblem(given, today);
  if (problem === null) expect(found).toBeNull();
  else expect(found).toContain(problem);
});

describe('administrators', () => {
  test.each<[string, Term[], boolean]>([
    ['one without a last day', [term('2024-01-01')], true],
    ['none', [], false],
    ['one whose term ends some day', [term('2024-01-01', '2030-01-01')], false],
    ['one who ended and one who goes on', [term('2024-01-01', '2026-01-01'), term('2025-01-01')], true],
    ['one who begins tomorrow only', [term('2026-11-21')], false],
    ['one until tomorrow, one from the day after', [term('2024-01-01', '2026-11-21'), term('2026-11-22')], true],
    ['a day between them', [term('2024-01-01', '2026-11-21'), term('2026-11-23')], false],
    [
      'a later one within an earlier one',
      [term('2024-01-01', '2027-12-31'), term('2026-12-01', '2027-01-31'), term('2027-06-01')],
      true,
    ],
    ['one whose last day is today, one from tomorrow', [term('2026-11-21'), term('2024-01-01', today)], true],
  ])('%s', (_who, terms, remain) => {
    expect(administratorsRemain(terms, today)).toBe(remain);
  });
});
