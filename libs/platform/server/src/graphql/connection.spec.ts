import { describe, expect, test } from '@jest/globals';
import { decodeCursor, encodeCursor, pageSize, toConnection } from './connection';

describe('a page of a list', () => {
  const rows = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
  test('the row too many only tells that there is more', () => {
    const page = toConnection(rows, 2, null, (row) => [row.name], 3);
    expect(page.edges.map(({ node }) => node.name)).toEqual(['a', 'b']);
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(decodeCursor(page.pageInfo.endCursor, 1)).toEqual(['b']);
  });
  test('an empty page has no cursors', () => {
    expect(toConnection([], 10, 'after', () => [], 0).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
  });
  test.each([
    ['x'],
    [encodeCursor(['a', 'b'])],
    [encodeCursor([{ a: 1 }])],
    [Buffer.from('null').toString('base64url')],
  ])('the cursor %s is refused', (cursor) => expect(() => decodeCursor(cursor, 1)).toThrow('not one of this list'));
  test('the size has bounds', () => {
    expect(pageSize(null, 50)).toBe(50);
    expect(() => pageSize(-1, 50)).toThrow('from 0 to 200');
    expect(() => pageSize(1_000, 50)).toThrow('from 0 to 200');
  });
});
