import { describe, expect, test } from '@jest/globals';
import { byAttention, lapsesOn, type GoalStanding } from './health.rules';
import { Health } from './health.types';

const { ON_TRACK, AT_RISK, OFF_TRACK } = Health;

describe('a declaration', () => {
  test('speaks for 60 days after its day', () => {
    expect(lapsesOn('2026-11-20')).toBe('2027-01-19');
  });
});

describe('the order of goals', () => {
  const goal = (number: number, traits: Partial<GoalStanding> = {}): GoalStanding => ({
    number,
    declared: { health: ON_TRACK, hasLapsed: false },
    computed: ON_TRACK,
    isSilent: false,
    ...traits,
  });

  test('begins with what wants attention', () => {
    const goals = [
      goal(1),
      goal(2, { computed: AT_RISK }),
      goal(3, { declared: null }),
      goal(4, { declared: { health: OFF_TRACK, hasLapsed: true } }),
      goal(5, { computed: null, isSilent: true }),
      goal(6, { computed: OFF_TRACK }),
      goal(7, { declared: { health: OFF_TRACK, hasLapsed: false } }),
    ];
    expect(goals.sort(byAttention).map(({ number }) => number)).toEqual([6, 7, 5, 3, 4, 2, 1]);
  });

  test('counts a goal once, by the worst that is said of it', () => {
    const both = goal(9, { computed: OFF_TRACK, declared: null });
    expect([goal(1, { isSilent: true, computed: null }), both].sort(byAttention)[0]).toBe(both);
  });

  test('takes a lapsed word for none', () => {
    const lapsed = goal(1, { declared: { health: AT_RISK, hasLapsed: true } });
    const atRisk = goal(2, { declared: { health: AT_RISK, hasLapsed: false } });
    expect([atRisk, lapsed].sort(byAttention)[0]).toBe(lapsed);
  });
});
