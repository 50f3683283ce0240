import { expect, test } from '@jest/globals';
import { challengeIn, readAssertion, userHandleOf } from './passkey.rules';

const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('the challenge is read from what the browser says, and nothing else is taken for one', () => {
  const challenge = 'a'.repeat(43);
  expect(challengeIn(written({ challenge }))).toBe(challenge);
  for (const wrong of [{}, { challenge: 5 }, { challenge: 'short' }, null])
    expect(challengeIn(written(wrong))).toBeNull();
  expect(challengeIn('no json')).toBeNull();
});

test('an answer of another shape is none', () => {
  const answer = {
    id: 'abc',
    rawId: 'abc',
    type: 'public-key',
    response: { clientDataJSON: 'abc', authenticatorData: 'abc', signature: 'abc' },
  };
  expect(readAssertion(answer)).not.toBeNull();
  for (const wrong of [
    null,
    'text',
    { ...answer, type: 'password' },
    { ...answer, id: 'not base64url!' },
    { ...answer, response: { ...answer.response, signature: 5 } },
    { ...answer, response: { ...answer.response, signature: 'a'.repeat(8_001) } },
  ]) {
    expect(readAssertion(wrong)).toBeNull();
  }
});

test('the handle is the number of the person, in 16 bytes', () => {
  expect(userHandleOf('00112233-4455-6677-8899-aabbccddeeff').toString('hex')).toBe('00112233445566778899aabbccddeeff');
});
