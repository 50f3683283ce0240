import { describe, expect, test } from '@jest/globals';
import { UnheardNumbers } from './unheard-numbers';

const end = Number.MAX_SAFE_INTEGER;

describe('numbers that have not been heard of', () => {
  test('what comes in order leaves one open stretch', () => {
    const unheard = new UnheardNumbers(1);
    unheard.hear([1, 2, 3]);
    expect(unheard.bounds).toEqual([[4], [end]]);
  });

  test('a number that is skipped is waited for until it comes, and then no longer', () => {
    const unheard = new UnheardNumbers(1);
    unheard.hear([1, 4]);
    expect(unheard.bounds).toEqual([
      [2, 5],
      [3, end],
    ]);
    unheard.hear([3, 5]);
    expect(unheard.bounds).toEqual([
      [2, 6],
      [2, end],
    ]);
    unheard.hear([2]);
    expect(unheard.bounds).toEqual([[6], [end]]);
  });

  test('numbers before the first, and what was heard before, change nothing', () => {
    const unheard = new UnheardNumbers(10);
    unheard.hear([3, 10]);
    unheard.hear([10]);
    expect(unheard.bounds).toEqual([[11], [end]]);
  });

  test('nothing heard is nothing changed', () => {
    const unheard = new UnheardNumbers(7);
    unheard.hear([]);
    expect(unheard.bounds).toEqual([[7], [end]]);
  });

  test('what was rolled back is given up after a quarter of an hour; what is to come never', () => {
    let now = 0;
    const unheard = new UnheardNumbers(1, () => now);
    unheard.hear([3]);
    now = 14 * 60_000;
    unheard.hear([]);
    expect(unheard.bounds[0]).toEqual([1, 4]);
    now = 15 * 60_000 + 1;
    unheard.hear([]);
    expect(unheard.bounds[0]).toEqual([4]);
  });

  test('a thousand stretches at the most, the latest', () => {
    const unheard = new UnheardNumbers(1);
    unheard.hear(Array.from({ length: 3_000 }, (_, place) => (place + 1) * 2));
    const [firsts] = unheard.bounds;
    expect(firsts).toHaveLength(1_000);
    expect(firsts.at(-1)).toBe(6_001);
  });
});
