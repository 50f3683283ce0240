import { describe, expect, test } from '@jest/globals';
import { decodeId, encodeId, uuidOf } from './identifiers';

const uuid = '0b6c1d4e-8f7a-4c39-9a55-0f4b7d1f2a11';

describe('opaque ids', () => {
  test('go there and back', () => {
    expect(decodeId(encodeId('Goal', uuid))).toEqual({ typeName: 'Goal', uuid });
    expect(uuidOf('Goal', encodeId('Goal', uuid))).toBe(uuid);
  });
  test('of another type are none of ours', () => expect(uuidOf('Goal', encodeId('Person', uuid))).toBeNull());
  test.each([
    [''],
    ['x'],
    [uuid],
    ['💥'],
    ['a'.repeat(10_000)],
    [Buffer.from(`Goal:${uuid}:more`).toString('base64url')],
    ["' or 1=1"],
  ])('%.30s is no id', (id) => expect(decodeId(id)).toBeNull());
});
