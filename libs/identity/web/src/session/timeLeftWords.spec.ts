import { describe, expect, it } from '@jest/globals';
import { spokenTime, timeLeftWords } from './timeLeftWords';

describe('the time that is left', () => {
  it.each([
    [120, '2 minutes'],
    [65, '1 minute 5 seconds'],
    [60, '1 minute'],
    [1, '1 second'],
    [0, '0 seconds'],
  ])('%s seconds are %s', (seconds, words) => expect(timeLeftWords(seconds)).toBe(words));

  it.each([
    [130, ''],
    [119, '2 minutes left'],
    [60, '1 minute left'],
    [31, '1 minute left'],
    [30, '30 seconds left'],
    [4, '10 seconds left'],
  ])('at %s seconds it says "%s"', (seconds, words) => expect(spokenTime(seconds)).toBe(words));
});
