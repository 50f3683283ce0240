import { expect, test } from '@jest/globals';
import { safeReturnPath } from './return-path';

test.each([
  ['/items/PS-19?tab=sources', '/items/PS-19?tab=sources'],
  ['/items#at', '/items'],
  ['/', null],
  ['', null],
  [null, null],
  ['https://elsewhere.example/', null],
  ['//elsewhere.example', null],
  ['/\\elsewhere.example', null],
  ['/\t/elsewhere.example', null],
  ['javascript:alert(1)', null],
  [`/${'x'.repeat(1_000)}`, null],
])('%j leads to %j', (asked, path) => expect(safeReturnPath(asked)).toBe(path));
