import { describe, expect, it } from '@jest/globals';
import { changesBetween, emptyItem, inputOf, problemsOf } from './itemValues';

describe('the values of an item form', () => {
  it('sends only what the person changed, and null for what they emptied', () => {
    const before = { ...emptyItem, title: 'Place naloxone', objectiveId: 'objective-1', dueOn: '2026-12-04' };
    const after = { ...before, objectiveId: '', tags: 'kits, , kits, shelters ' };
    expect(changesBetween(before, after)).toEqual({ objectiveId: null, tags: ['kits', 'shelters'] });
  });

  it('leaves the sub-group out: an item stays where it was opened', () => {
    expect(inputOf({ ...emptyItem, subGroupId: 'group' })).not.toHaveProperty('subGroupId');
  });

  it('asks for what an item cannot do without, and for dates in their order', () => {
    expect(Object.keys(problemsOf(emptyItem))).toEqual([
      'title',
      'subGroupId',
      'focusItemId',
      'goalId',
      'leadAgencyId',
    ]);
    expect(problemsOf({ ...emptyItem, startOn: '2026-12-04', dueOn: '2026-12-03' }).dueOn).toBe(
      'Choose a due date on or after the start.',
    );
  });
});
