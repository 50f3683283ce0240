import { expect, test } from '@jest/globals';
import { asOfField, changedNames, isRemovedThen, rewind, type TrailChange } from './as-of.rules';

const change = (before: TrailChange['before'], after: TrailChange['after'] = null): TrailChange => ({
  occurredAt: new Date(),
  actorLabel: 'Ana Reyes',
  action: 'edited',
  detail: null,
  before,
  after,
});

test('the earliest change after the date has the last word', () => {
  const now = { title: 'Third', tags: ['b'], priority: 'low' };
  expect(rewind(now, [change({ title: 'Second' }), change({ title: 'First', tags: [] })])).toEqual({
    title: 'First',
    tags: [],
    priority: 'low',
  });
});

test('what a change says beside the fields changes nothing, and an empty value is a value', () => {
  const now = { startOn: '2026-01-01' as string | null };
  expect(rewind(now, [change({ version: 3, startOn: null }), change(null, { startOn: '2026-01-01' })])).toEqual({
    startOn: null,
  });
});

test('nothing to take back leaves everything as it is', () => {
  expect(rewind({ title: 'Now' }, [])).toEqual({ title: 'Now' });
});

test('a field counts as changed when its values differ, as a whole', () => {
  expect(changedNames(change({ title: 'a', tags: ['x'] }, { title: 'b', tags: ['x'] }))).toEqual(['title']);
  expect(changedNames(change(null, { title: 'b' }))).toEqual(['title']);
});

test.each([
  [null, '', false],
  [[], undefined, false],
  ['a', 'b', true],
  [['a', 'b'], ['b', 'a'], true],
  [2019, 2019, false],
] as const)('%p beside %p', (then, now, isChanged) => {
  expect(asOfField('name', 'Name', then, now).isChanged).toBe(isChanged);
});

test.each([
  [[], false],
  [['restored'], true],
  [['restored', 'edited', 'removed'], false],
  [['removed', 'restored'], true],
])('after %p, latest first, it was removed: %p', (actions, isRemoved) => {
  expect(isRemovedThen(actions.map((action) => ({ ...change(null), action })))).toBe(isRemoved);
});
