import { describe, expect, it } from '@jest/globals';
import { fineGoal, offTrackGoal, sampleDeclaration, sampleGoal, silentGoal } from '../testing/sampleGoals';
import { goalsSummary } from './goalsSummary';

const words = (...goals: Parameters<typeof goalsSummary>[0]) => {
  const { first, rest, reported } = goalsSummary(goals, '2026-11-20');
  return `${first}${rest}. ${reported.share} ${reported.rest}.`;
};

describe('the goals in two sentences', () => {
  it('names what is off track, then what nobody has spoken of', () => {
    expect(words(offTrackGoal, silentGoal, fineGoal)).toBe(
      'Goal 3 is off track, and goal 1 has had no declared health since Aug 27. 31 of 52 items reported in the last 30 days.',
    );
  });

  it('begins with the silence when nothing is off track, and then says what is at risk', () => {
    const atRisk = sampleGoal(2, 'Second', { declared: sampleDeclaration('d'), computed: 'ON_TRACK' });
    expect(words(sampleGoal(1, 'First'), atRisk)).toBe(
      'Goal 1 has no declared health, and goal 2 is at risk. 12 of 12 items reported in the last 30 days.',
    );
  });

  it('counts several at once, in order', () => {
    const third = { ...offTrackGoal, number: 2 };
    expect(words(offTrackGoal, third)).toMatch(/^Goals 2 and 3 are off track\. 22 of 48/);
    expect(words(sampleGoal(2, 'Second'), sampleGoal(1, 'First'))).toMatch(/^Goals 1 and 2 have no declared health\./);
  });

  it('says so when all is well', () => {
    expect(words(fineGoal)).toMatch(/^The goal is on track\./);
    expect(words(fineGoal, { ...fineGoal, number: 4 })).toMatch(/^All goals are on track\./);
  });
});
