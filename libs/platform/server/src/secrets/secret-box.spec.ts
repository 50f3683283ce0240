import { expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { SecretBox } from './secret-box';

const [first, second] = [randomBytes(32), randomBytes(32)];
const place = 'identity_provider.client_secret:1';

test('what was sealed opens again, and looks different each time', () => {
  const box = new SecretBox([first]);
  const [one, other] = [box.seal('swordfish ✓', place), box.seal('swordfish ✓', place)];
  expect(box.open(one, place)).toBe('swordfish ✓');
  expect(one.equals(other)).toBe(false);
  expect(one.includes('swordfish')).toBe(false);
});

test('a new key in front seals; the old one still opens', () => {
  const old = new SecretBox([first]).seal('kept', place);
  const both = new SecretBox([second, first]);
  expect(both.open(old, place)).toBe('kept');
  expect(new SecretBox([second]).open(both.seal('new', place), place)).toBe('new');
  expect(new SecretBox([second]).open(old, place)).toBeNull();
});

test('altered, cut, or moved to another row, it does not open', () => {
  const box = new SecretBox([first]);
  const sealed = box.seal('secret', place);
  expect(box.open(sealed, 'identity_provider.client_secret:2')).toBeNull();
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed);
    altered[at]! ^= 1;
    expect(box.open(altered, place)).toBeNull();
    expect(box.open(sealed.subarray(0, at), place)).toBeNull();
  }
});

test('without a key nothing is sealed', () => {
  const none = new SecretBox([]);
  expect(none.canSeal).toBe(false);
  expect(() => none.seal('secret', place)).toThrow('SECRETS_KEY');
});
