import { expect, test } from '@jest/globals';
import { freeSlug, slugOf } from './data-source.rules';

test.each([
  ['California Comprehensive Death File', 'california-comprehensive-death-file'],
  ['  VSRR: Provisional (County-Level) Deaths — 2024! ', 'vsrr-provisional-county-level-deaths-2024'],
  ['Año de Salud’s', 'ano-de-saluds'],
  ['数据', 'source'],
  ['💊', 'source'],
])('the slug of %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('a slug is at most 80 characters and ends with a letter or digit', () => {
  const slug = slugOf('word '.repeat(100));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug).toMatch(/[a-z0-9]$/);
});

test('a taken slug gets the first free number', () => {
  expect(freeSlug('x', new Set())).toBe('x');
  expect(freeSlug('x', new Set(['x', 'x-2', 'x-4']))).toBe('x-3');
});
