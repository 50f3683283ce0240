import { describe, expect, test } from '@jest/globals';
import { maximumAttempts, secondsUntilNextAttempt } from './outbox.rules';

describe('the wait after a failed attempt', () => {
  test.each([
    [1, 15],
    [2, 45],
    [3, 135],
    [6, 3_645],
    [7, 7_200],
    [11, 7_200],
  ])('after %s attempts it is about %s seconds', (attempts, seconds) => {
    expect(secondsUntilNextAttempt(attempts, 0.5)).toBe(seconds);
  });

  test('entries that failed together are not tried together', () => {
    expect([secondsUntilNextAttempt(3, 0), secondsUntilNextAttempt(3, 1)]).toEqual([101, 169]);
  });

  test('a receiver may be away for half a day before anybody has to act', () => {
    const waits = Array.from({ length: maximumAttempts - 1 }, (_, place) => secondsUntilNextAttempt(place + 1, 0.5));
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600;
    expect(hours).toBeGreaterThan(11);
    expect(hours).toBeLessThan(13);
  });
});
