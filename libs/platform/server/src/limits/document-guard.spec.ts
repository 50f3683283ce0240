import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Lexer, Source, TokenKind } from 'graphql';
import { DocumentGuard, mostTokens } from './document-guard';

const refusalOf = (query: string, variables?: unknown) => new DocumentGuard().refusalOf({ query, variables });
const times = (count: number, part: (place: number) => string) => Array.from({ length: count }, (_, at) => part(at));

describe('documents that are not worth validating', () => {
  test.each([
    ['depth', `${'{a'.repeat(8)}${'}'.repeat(8)}`, '7 levels'],
    ['aliases', `{${times(16, (at) => `a${at}:__typename`).join(' ')}}`, '15 aliases'],
    ['directives', `{hub{name${' @include(if:true)'.repeat(11)}}}`, '10 directives'],
    [
      'cost',
      `{${times(40, (at) => `f${at}{...F}`).join(' ')}} fragment F on A {${times(100, (at) => `g${at}`).join(' ')}}`,
      '5,000',
    ],
    ['repeats', `{${'hub{name}'.repeat(31)}}`, 'more than 30 times'],
    ['repeats in fragments', `{${'...F '.repeat(31)}} fragment F on Query { hub { name } }`, 'more than 30 times'],
    ['rows', '{a(first:200){edges{node{b(first:101){edges{node{id}}}}}}}', '20,000 rows'],
  ])('%s', (_name, query, said) => {
    expect(refusalOf(query)).toMatchObject({ status: 400, message: expect.stringContaining(said) });
  });

  test('at the limits they go on', () => {
    const atOnce = [
      `{${'a{'.repeat(6)}b${'}'.repeat(7)}`,
      `{${times(15, (at) => `a${at}:__typename`).join(' ')}}`,
      `{${'hub{name}'.repeat(30)}}`,
    ];
    for (const query of atOnce) expect(refusalOf(query)).toBeNull();
  });

  test('rows are counted anew for other variables', () => {
    const guard = new DocumentGuard();
    const query = 'query($n:Int!){a(first:$n){edges{node{b(first:$n){edges{node{id}}}}}}}';
    expect(guard.refusalOf({ query, variables: { n: 20 } })).toBeNull();
    expect(guard.refusalOf({ query, variables: { n: 200 } })).not.toBeNull();
  });

  test.each([[null], [undefined], [[]], [{}], [{ query: 7 }], [{ query: '{' }], [{ query: '', variables: 'x' }]])(
    'what is no document is left to the server: %j',
    (body) => expect(new DocumentGuard().refusalOf(body)).toBeNull(),
  );
});

describe('the operations of our own web app', () => {
  const generated = join(import.meta.dirname, '../../../contract/src/generated/persisted-documents.json');
  const operations = Object.values(JSON.parse(readFileSync(generated, 'utf8')) as Record<string, string>);
  const nameOf = (text: string) => /(?:query|mutation|subscription) (\w+)/.exec(text)?.[1] ?? text;

  test.each(operations.map((text) => [nameOf(text), text]))('%s stays under every limit', (_name, text) => {
    // Even with the largest page for each of its variables.
    const variables = Object.fromEntries([...text.matchAll(/\$(\w+): Int/g)].map(([, name]) => [name, 200]));
    expect(refusalOf(text, variables)).toBeNull();
    expect(tokensOf(text)).toBeLessThan(mostTokens / 2);
  });

  test('are many', () => expect(operations.length).toBeGreaterThan(50));
});

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}
