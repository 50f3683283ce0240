import { describe, expect, test } from '@jest/globals';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { isDatabaseAway, tookTooLong } from './database-away';

const withCode = (code: string) => Object.assign(new Error('from the driver'), { code });

describe('the database cannot serve at this moment', () => {
  test.each(['57P01', '57P02', '57P03', '08006', '53100', '53300', '25006', '40P01', 'ECONNREFUSED', 'ECONNRESET'])(
    'the code %s says so, wrapped by the mapper too',
    (code) => {
      expect(isDatabaseAway(withCode(code))).toBe(true);
      expect(isDatabaseAway(new QueryFailedError('select 1', [], withCode(code)))).toBe(true);
      expect(isDatabaseAway(new Error('outer', { cause: withCode(code) }))).toBe(true);
    },
  );

  test('so do the words of a broken connection, and of a transaction that lost it', () => {
    expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isDatabaseAway(new Error('timeout exceeded when trying to connect'))).toBe(true);
    expect(isDatabaseAway(new QueryRunnerAlreadyReleasedError())).toBe(true);
  });

  test.each(['23505', '42P01', '22P02', '57014'])('the code %s is a fault of ours, or a limit', (code) => {
    expect(isDatabaseAway(withCode(code))).toBe(false);
  });

  test('a statement that was stopped for its time is known by its code, however it is wrapped', () => {
    expect(tookTooLong(new QueryFailedError('select 1', [], withCode('57014')))).toBe(true);
    expect(tookTooLong(withCode('57P01'))).toBe(false);
    expect(tookTooLong(new Error('canceling statement due to statement timeout'))).toBe(false);
  });

  test('anything else is a surprise', () => {
    expect(isDatabaseAway(new Error('The column is not there.'))).toBe(false);
    expect(isDatabaseAway(undefined)).toBe(false);
  });
});
