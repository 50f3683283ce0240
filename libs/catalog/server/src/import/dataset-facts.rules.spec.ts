import { describe, expect, test } from '@jest/globals';
import { dayOf, frequencyOf, levelsOf, plainTextOf, yearsOf } from './dataset-facts.rules';

test.each([
  ['R/P1Y', 'annual'],
  ['R/P3M', 'quarterly'],
  ['R/PT1S', 'continuous'],
  ['Annual (R/P1Y)', 'annual'],
  ['Weekly', 'weekly'],
  ['Biweekly', 'weekly'],
  ['biennial', 'biennial'],
  ['irregular', 'irregular'],
  ['No longer updated (dataset archived)', 'irregular'],
  ['Annually. Dataset will no longer be updated', 'irregular'],
  ['Survey will not be updated.', 'irregular'],
  ['whenever', null],
  ['NA', null],
  ['R/P5Y', null],
  [null, null],
])('%s appears %s', (periodicity, frequency) => {
  expect(frequencyOf(periodicity)).toBe(frequency);
});

test.each([
  ['2019-01-01/2022-12-31', 2019, 2022],
  ['2004-2008, 2011', 2004, 2011],
  ['August 1, 2020 to June 30, 2022', 2020, 2022],
  ['2020', 2020, 2020],
  ['8/1/2020 - 5/3/2024', 2020, 2024],
  ['20200101/20211231', 2020, 2021],
  ['Monthly', null, null],
  ['9999', null, null],
  [null, null, null],
])('%s covers %s to %s', (temporal, firstYear, lastYear) => {
  expect(yearsOf(temporal)).toEqual({ firstYear, lastYear });
});

test.each([
  ['United States', ['nation']],
  ['US', ['nation']],
  ['United States of America', ['nation']],
  ['United States, 50 States and D.C.', ['state']],
  ['United States- National, Region, State', ['nation', 'state', 'region']],
  ['all counties and cities', ['county', 'city']],
  ['Botswana', []],
  ['location characteristics, address', []],
  [null, []],
])('%s tells apart %j', (spatial, levels) => {
  expect(levelsOf(spatial)).toEqual(levels);
});

describe('days', () => {
  test.each([
    ['2024-09-22', '2024-09-22'],
    ['2024-09-22T05:00:00Z', '2024-09-22'],
    ['2024', '2024-01-01'],
    ['2024-02-30', null],
    ['R/P1D', null],
    ['0000-01-01', null],
    [null, null],
  ])('%s is %s', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });
});

test.each([
  ['<p>One</p><p>Two &amp; <b>three</b></p>', 'One\nTwo & three'],
  ['a<br/>b&nbsp;c', 'a\nb c'],
  ['<script>alert(1)</script>x', 'x'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['&#0;&#xD800;&#65;&unknown;', '&#0;&#xD800;A&unknown;'],
])('%j in plain words is %j', (html, text) => {
  expect(plainTextOf(html)).toBe(text);
});
