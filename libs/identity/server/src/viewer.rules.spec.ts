import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '@sos/platform-server';
import {
  affiliationOf,
  mayAddDataSources,
  mayCreateActionItems,
  mayImportCatalogs,
  needsPasskey,
} from './viewer.rules';

const viewer = (roles: Partial<Viewer> = {}): Viewer => ({
  personId: 'p',
  fullName: 'Robin Example',
  agencyId: 'a',
  agencyShortName: 'Public Health',
  isStaff: false,
  isAdministrator: false,
  isWorkgroupChair: false,
  chairedSubGroupIds: [],
  subGroupIds: [],
  dataStewardAgencyIds: [],
  representedAgencyIds: ['a'],
  ...roles,
});

describe('what a viewer may begin', () => {
  test.each([
    ['a person without a role', {}, false, false, false],
    ['a representative', { subGroupIds: ['s'] }, true, false, false],
    ['a chair of the workgroup', { isWorkgroupChair: true }, true, false, false],
    ['a data steward', { dataStewardAgencyIds: ['a'] }, false, true, false],
    ['staff', { isStaff: true }, true, true, true],
    ['an administrator', { isAdministrator: true }, true, true, true],
  ])('%s', (_who, roles, items, sources, imports) => {
    expect(mayCreateActionItems(viewer(roles))).toBe(items);
    expect(mayAddDataSources(viewer(roles))).toBe(sources);
    expect(mayImportCatalogs(viewer(roles))).toBe(imports);
  });
});

test.each([
  [{ isWorkgroupChair: true, subGroupIds: ['s'] }, 'Chair, Public Health'],
  [{ isAdministrator: true, isStaff: true }, 'Administrator, Public Health'],
  [{ isStaff: true }, 'Staff, Public Health'],
  [{ chairedSubGroupIds: ['s'], subGroupIds: ['s'] }, 'Sub-group chair, Public Health'],
  [{ dataStewardAgencyIds: ['a'], subGroupIds: ['s'] }, 'Data steward, Public Health'],
  [{ subGroupIds: ['s'] }, 'Representative, Public Health'],
  [{}, 'Public Health'],
])('the affiliation of %j is %s', (roles, words) => {
  expect(affiliationOf(viewer(roles))).toBe(words);
});

test.each([
  [{}, false],
  [{ subGroupIds: ['s'], dataStewardAgencyIds: ['a'] }, false],
  [{ chairedSubGroupIds: ['s'] }, true],
  [{ isWorkgroupChair: true }, true],
  [{ isStaff: true }, true],
  [{ isAdministrator: true }, true],
])('with %j a passkey is needed once there is one: %s', (roles, needed) => {
  expect(needsPasskey(viewer(roles))).toBe(needed);
});
