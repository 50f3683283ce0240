import { describe, expect, test } from '@jest/globals';
import { addressesOf } from './database-hosts';

describe('the servers that an address names', () => {
  test('one server is taken as it is', () => {
    for (const url of ['postgres://hub:a%40b@db.example.org:5432/hub?sslmode=verify-full', 'postgres:///hub?host=/run'])
      expect(addressesOf(url)).toEqual([url]);
  });

  test('of several, each gets the account, the database and the options', () => {
    expect(addressesOf('postgresql://hub:secret@one:5432,two,[::1]:6432/hub?sslmode=require')).toEqual([
      'postgresql://hub:secret@one:5432/hub?sslmode=require',
      'postgresql://hub:secret@two/hub?sslmode=require',
      'postgresql://hub:secret@[::1]:6432/hub?sslmode=require',
    ]);
  });

  test('which of them takes writes is for the hub to find out', () => {
    for (const options of ['?target_session_attrs=read-write', '?target_session_attrs=primary&sslmode=require'])
      expect(addressesOf(`postgres://one,two/hub${options}`)[1]).toBe(
        `postgres://two/hub${options.includes('sslmode') ? '?sslmode=require' : ''}`,
      );
  });
});
