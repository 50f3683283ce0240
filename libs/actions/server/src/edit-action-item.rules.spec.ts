import { describe, expect, test } from '@jest/globals';
import { Priority, WorkStatus } from './action-item.types';
import { changesBetween, describeChanges, type ItemDetails } from './edit-action-item.rules';
import { endsHelp, moveNote } from './work-status.rules';
import { dateProblems, referenceProblems, type FoundReferences, type ItemReferences } from './write-action-item.rules';

const details: ItemDetails = {
  title: 'Title',
  description: '',
  goalId: 'g',
  objectiveId: null,
  focusItemId: 'f',
  leadAgencyId: 'a',
  supportingAgencyIds: [],
  assigneeIds: ['p'],
  priority: Priority.MEDIUM,
  startOn: null,
  dueOn: '2026-12-01',
  nextStep: '',
  tags: [],
};

describe('what an edit changed', () => {
  test('is nothing when it says what is so already', () => {
    expect(changesBetween(details, { ...details, assigneeIds: ['p'] })).toBeNull();
  });

  test('is told before and after, in words', () => {
    const changes = changesBetween(details, { ...details, dueOn: null, nextStep: 'Call them.', tags: ['jail'] })!;
    expect(changes).toEqual({
      before: { dueOn: '2026-12-01', nextStep: '', tags: [] },
      after: { dueOn: null, nextStep: 'Call them.', tags: ['jail'] },
    });
    expect(describeChanges(changes)).toBe('Changed due date, next step and tags.');
    expect(describeChanges(changesBetween(details, { ...details, title: 'Better' })!)).toBe('Changed title.');
  });
});

describe('what an item names', () => {
  const wanted: ItemReferences = {
    goalId: 'g',
    objectiveId: 'o',
    focusItemId: 'f',
    subGroupId: 's',
    leadAgencyId: 'a',
    supportingAgencyIds: ['b'],
    assigneeIds: ['p'],
  };
  const found: FoundReferences = {
    goal: { id: 'g', number: 2, workgroupId: 'w', isCurrent: true },
    objective: { id: 'o', goalId: 'g' },
    focusItem: { id: 'f', subGroupIds: ['s', 't'] },
    subGroup: { id: 's', name: 'Public Safety', prefix: 'PS', workgroupId: 'w', isCurrent: true },
    agencyIds: ['a', 'b'],
    personIds: ['p'],
    seatedPersonIds: [],
  };
  const paths = (more: Partial<ItemReferences>, other: Partial<FoundReferences> = {}) =>
    referenceProblems({ ...wanted, ...more }, { ...found, ...other }).map(({ path }) => path);

  test('fits together', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ objectiveId: undefined }, { objective: null })).toEqual([]);
  });

  test.each<[string, Partial<ItemReferences>, Partial<FoundReferences>, string[]]>([
    ['unknown goal', {}, { goal: null }, ['goalId']],
    ['goal that has ended', {}, { goal: { ...found.goal!, isCurrent: false } }, ['goalId']],
    ['goal of another body', {}, { goal: { ...found.goal!, workgroupId: 'x' } }, ['goalId']],
    ['objective of another goal', {}, { objective: { id: 'o', goalId: 'x' } }, ['objectiveId']],
    ['unknown objective', { objectiveId: null }, { objective: null }, ['objectiveId']],
    ['body that has ended', {}, { subGroup: { ...found.subGroup!, isCurrent: false } }, ['subGroupId']],
    ['focus item of other sub-groups', {}, { focusItem: { id: 'f', subGroupIds: ['t'] } }, ['focusItemId']],
    [
      'unknown agencies',
      { leadAgencyId: null, supportingAgencyIds: ['b', 'x'] },
      {},
      ['leadAgencyId', 'supportingAgencyIds.1'],
    ],
    ['lead agency as its own help', { supportingAgencyIds: ['a'] }, {}, ['supportingAgencyIds.0']],
    ['people who have left', { assigneeIds: ['p', 'gone', null] }, {}, ['assigneeIds.1', 'assigneeIds.2']],
  ])('%s', (_case, more, other, expected) => {
    expect(paths(more, other)).toEqual(expected);
  });

  test('is not due before it starts', () => {
    expect(dateProblems('2026-12-02', '2026-12-01').map(({ path }) => path)).toEqual(['dueOn']);
    expect(dateProblems('2026-12-01', '2026-12-01')).toEqual([]);
    expect(dateProblems(null, '2026-12-01')).toEqual([]);
  });
});

describe('work status', () => {
  test('ends help when the item is done or no longer blocked', () => {
    expect(endsHelp(WorkStatus.IN_PROGRESS, WorkStatus.DONE)).toBe(true);
    expect(endsHelp(WorkStatus.BLOCKED, WorkStatus.IN_PROGRESS)).toBe(true);
    expect(endsHelp(WorkStatus.BLOCKED, WorkStatus.BLOCKED)).toBe(false);
    expect(endsHelp(WorkStatus.IN_PROGRESS, WorkStatus.BLOCKED)).toBe(false);
  });

  test('writes a move down', () => {
    expect(moveNote(WorkStatus.BLOCKED)).toBe('Moved to Blocked on the board.');
  });
});
