import { describe, expect, test } from '@jest/globals';
import { plainText, unstorableTextPath, webAddress } from './plain-text';

describe('text that cannot be stored', () => {
  test.each([
    ['NUL', { note: 'a\u0000b' }, 'note'],
    ['a high half', { input: { tags: ['fine', '\uD83D'] } }, 'input.tags.1'],
    ['a low half', { a: '\uDE00 alone' }, 'a'],
  ])('%s is found with its path', (_name, value, path) => expect(unstorableTextPath(value)).toBe(path));

  test.each([['emoji 😀 in pairs'], ['שלום right to left'], ['‮ an override'], ['x'.repeat(100_000)], ['']])(
    '%.20s is storable',
    (text) => expect(unstorableTextPath({ text })).toBeNull(),
  );

  test('is looked for no deeper than any input', () => {
    const nested = JSON.parse('['.repeat(100_000) + '"\\u0000"' + ']'.repeat(100_000)) as unknown;
    expect(unstorableTextPath(nested)).toBeNull();
  });
});

describe('plain text', () => {
  const note = plainText('The note', { minimum: 1, maximum: 10 });
  test('is trimmed', () => expect(note.parse('  fine ')).toBe('fine'));
  test('says what is wrong', () => {
    expect(note.safeParse('  ').error?.issues[0]?.message).toBe('The note is empty. Write something.');
    expect(note.safeParse('x'.repeat(11)).error?.issues[0]?.message).toBe(
      'The note is too long: at most 10 characters.',
    );
  });
});

describe('a web address', () => {
  const link = webAddress('The evidence link');
  test.each([['https://example.org/a?b=c'], ['http://example.org']])('%s is taken', (text) =>
    expect(link.safeParse(text).success).toBe(true),
  );
  test.each([['javascript:alert(1)'], ['data:text/html,x'], ['example.org'], ['ftp://example.org'], ['//example.org']])(
    '%s is refused',
    (text) => expect(link.safeParse(text).success).toBe(false),
  );
});
