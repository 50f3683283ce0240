import { expect, test } from '@jest/globals';
import { RateWindow } from './rate-window';

test('each key has its own count, and begins anew with the next window', () => {
  let now = 1_000_000;
  const window = new RateWindow(2, 60, () => now);
  expect([window.take('a'), window.take('a'), window.take('b')]).toEqual([0, 0, 0]);
  now += 45_500;
  expect([window.take('a'), window.take('b')]).toEqual([15, 0]);
  now += 14_499;
  expect(window.take('a')).toBe(1);
  now += 1;
  expect(window.take('a')).toBe(0);
});

test('a clock that is set back locks nobody out', () => {
  let now = 1_000_000;
  const window = new RateWindow(1, 60, () => now);
  window.take('a');
  now -= 3_600_000;
  expect(window.take('a')).toBe(0);
});
