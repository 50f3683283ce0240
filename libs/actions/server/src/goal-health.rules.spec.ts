import { describe, expect, test } from '@jest/globals';
import { Health } from '@sos/goals-server';
import { computeHealth, computeReporting, isSilentGoal, noItems, type ItemCounts } from './goal-health.rules';

/** Open items by what is known of them; an item that is troubled may be silent too. */
function counts(
  traits: { fine?: number; overdue?: number; blocked?: number; silent?: number; silentAndOverdue?: number } & Pick<
    Partial<ItemCounts>,
    'done' | 'doneInWindow'
  >,
): ItemCounts {
  const { fine = 0, overdue = 0, blocked = 0, silent = 0, silentAndOverdue = 0, done = 0, doneInWindow = 0 } = traits;
  return {
    open: fine + overdue + blocked + silent + silentAndOverdue,
    done,
    doneInWindow,
    overdue: overdue + silentAndOverdue,
    blocked,
    troubled: overdue + silentAndOverdue + blocked,
    silent: silent + silentAndOverdue,
    fine,
  };
}

const health = (of: ItemCounts) => computeHealth(of, 30);

describe('computed health', () => {
  test.each([
    ['nothing to go by', noItems, null, 'No action items yet.'],
    ['all done', counts({ done: 5 }), Health.ON_TRACK, 'All 5 items are done.'],
    ['one done', counts({ done: 1 }), Health.ON_TRACK, 'The one item is done.'],
    ['all in time', counts({ fine: 4 }), Health.ON_TRACK, 'All 4 open items are in time.'],
    ['one in time', counts({ fine: 1 }), Health.ON_TRACK, 'The open item is in time.'],
    [
      'less than an eighth in trouble',
      counts({ fine: 8, overdue: 1 }),
      Health.ON_TRACK,
      '1 of 9 open items is overdue.',
    ],
    ['an eighth in trouble', counts({ fine: 7, overdue: 1 }), Health.AT_RISK, '1 of 8 open items is overdue.'],
    ['blocked only', counts({ fine: 5, blocked: 1 }), Health.AT_RISK, '1 of 6 open items is blocked.'],
    [
      'a third in trouble',
      counts({ fine: 4, overdue: 1, blocked: 1 }),
      Health.OFF_TRACK,
      '1 of 6 open items is overdue and 1 is blocked.',
    ],
    [
      'overdue and blocked',
      counts({ fine: 4, overdue: 3, blocked: 1 }),
      Health.OFF_TRACK,
      '3 of 8 open items are overdue and 1 is blocked.',
    ],
    [
      'silent, but most are heard of',
      counts({ fine: 2, silent: 1 }),
      Health.ON_TRACK,
      '1 of 3 open items had no update in 30 days.',
    ],
    [
      'fewer than two thirds heard of',
      counts({ fine: 5, silent: 3 }),
      Health.AT_RISK,
      '3 of 8 open items had no update in 30 days.',
    ],
    ['half silent', counts({ fine: 4, silent: 4 }), Health.AT_RISK, '4 of 8 open items had no update in 30 days.'],
    [
      'more than half silent',
      counts({ fine: 2, silent: 6 }),
      null,
      'Not enough reports: 6 of 8 open items had no update in 30 days.',
    ],
    [
      'more than half silent, some overdue',
      counts({ fine: 2, silent: 4, silentAndOverdue: 2 }),
      null,
      'Not enough reports: 6 of 8 open items had no update in 30 days; 2 are overdue.',
    ],
  ])('%s', (_case, of, expected, explanation) => {
    expect(health(of)).toEqual({ health: expected, explanation });
  });

  test('never gets better by silence', () => {
    const rank = (value: Health | null) => [Health.ON_TRACK, Health.AT_RISK, null].indexOf(value);
    for (let fine = 0; fine <= 12; fine += 1) {
      const ranks = Array.from({ length: fine + 1 }, (_, silent) =>
        rank(health(counts({ fine: fine - silent, silent })).health),
      );
      expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
    }
  });
});

describe('reporting', () => {
  test('counts open items and those done within the window', () => {
    const of = counts({ fine: 3, silent: 2, overdue: 1, done: 9, doneInWindow: 2 });
    expect(computeReporting(of)).toEqual({ reported: 6, total: 8, silent: 2 });
  });

  test('is silent when more than half of the open items are', () => {
    expect(isSilentGoal(counts({ fine: 2, silent: 2 }))).toBe(false);
    expect(isSilentGoal(counts({ fine: 2, silent: 3 }))).toBe(true);
    expect(isSilentGoal(noItems)).toBe(false);
  });
});
