import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { measureDocument, nestedPages, rowsOf } from './document-limits';

const measure = (text: string) => measureDocument(parse(text));
const rows = (text: string, variables = {}) => rowsOf(nestedPages(parse(text)) ?? [], variables);

describe('what a document asks for', () => {
  test('a plain one', () => {
    expect(measure('{ hub { name version } }')).toEqual({ depth: 2, aliases: 0, directives: 0, cost: 5, repeats: 1 });
  });

  test('fragments count as if they stood where they are spread', () => {
    const spread = measure(
      `{ a: goal { ...G ... on Goal { ...G } } } fragment G on Goal { b: title lead @include(if: true) { name } }`,
    );
    const written = measure(
      `{ a: goal { b: title lead @include(if: true) { name } ... on Goal { b: title lead @include(if: true) { name } } } }`,
    );
    expect(spread).toEqual(written);
    expect(spread).toMatchObject({ depth: 3, aliases: 3, directives: 2, repeats: 2 });
  });

  test('directives count wherever they stand', () => {
    expect(
      measure('query @a { hub @b { ...F @c ... on Hub @d { name } } } fragment F on Hub { name @e }').directives,
    ).toBe(5);
  });

  test('of several operations the largest counts', () => {
    expect(measure('query A { hub { name } } query B { a: hub { n: name } }').aliases).toBe(2);
  });

  test('type names and descriptions of the schema lie at no depth', () => {
    expect(measure('{ __schema { types { fields { type { ofType { name } } } } } __typename }').depth).toBe(1);
  });

  test('a fragment that doubles itself forty times is measured at once', () => {
    const doubling = Array.from({ length: 40 }, (_, i) => `fragment F${i} on Hub { ...F${i + 1} ...F${i + 1} }`);
    const text = `{ hub { ...F0 } } ${doubling.join(' ')} fragment F40 on Hub { name }`;
    expect(measure(text)).toMatchObject({ cost: 2 + 1.5 * 2 ** 40, repeats: 2 ** 40 });
  });

  test('circles and missing fragments end', () => {
    expect(measure('{ hub { ...A } } fragment A on Hub { ...B name } fragment B on Hub { ...A ...C }').depth).toBe(2);
  });
});

describe('rows', () => {
  test('lists beside each other are nobody’s business', () => {
    expect(nestedPages(parse('{ a(first: 200) { edges { node { id } } } b(first: 200) { id } }'))).toBeNull();
  });

  test('lists inside of lists multiply', () => {
    expect(rows('{ a(first: 20) { edges { node { b(first: 10) { edges { node { id } } } } } } }')).toBe(220);
  });

  test('sizes come from variables, and are what a page is at the most', () => {
    const text = 'query ($n: Int, $m: Int) { a(first: $n) { ...F } } fragment F on A { b(first: $m) { id } }';
    expect(rows(text, { n: 10, m: 5 })).toBe(60);
    expect(rows(text, { n: 1_000_000, m: -3 })).toBe(400);
    expect(rows(text, { n: 'x' })).toBe(50 + 50 * 50);
  });

  test('a list without a size has the usual one', () => {
    expect(rows('{ a { edges { node { b(first: 2) { id } } } } }')).toBe(150);
  });
});
