import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '@sos/platform-server';
import { mayDeclareGoalHealth, mayDeclareObjectiveHealth } from './health.policy';

const viewer = (traits: Partial<Viewer> = {}): Viewer => ({
  personId: 'person',
  fullName: 'Robin Example',
  agencyId: 'agency',
  agencyShortName: 'Agency',
  isStaff: false,
  isAdministrator: false,
  isWorkgroupChair: false,
  chairedSubGroupIds: [],
  subGroupIds: [],
  dataStewardAgencyIds: [],
  representedAgencyIds: ['agency'],
  ...traits,
});

const objective = { isCurrent: true, subGroupIds: ['one', 'two'] };

describe('declaring health', () => {
  test.each([
    ['chair of the workgroup', viewer({ isWorkgroupChair: true }), true, true],
    ['chair of a sub-group that carries it', viewer({ chairedSubGroupIds: ['two'] }), false, true],
    ['chair of another sub-group', viewer({ chairedSubGroupIds: ['three'] }), false, false],
    ['member of a sub-group that carries it', viewer({ subGroupIds: ['one'] }), false, false],
    ['staff', viewer({ isStaff: true }), false, false],
    ['administrator', viewer({ isAdministrator: true }), false, false],
  ])('%s: goal and objective', (_role, person, ofGoal, ofObjective) => {
    expect(mayDeclareGoalHealth(person, { isCurrent: true })).toBe(ofGoal);
    expect(mayDeclareObjectiveHealth(person, objective)).toBe(ofObjective);
  });

  test('ends with the goal', () => {
    const chair = viewer({ isWorkgroupChair: true });
    expect(mayDeclareGoalHealth(chair, { isCurrent: false })).toBe(false);
    expect(mayDeclareObjectiveHealth(chair, { ...objective, isCurrent: false })).toBe(false);
  });
});
