import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '@sos/platform-server';
import { mayAnswerHelpRequest, mayCreate, mayEdit, mayPost } from './action-item.policy';

const viewer = (traits: Partial<Viewer> = {}): Viewer => ({
  personId: 'me',
  fullName: 'Robin Example',
  agencyId: 'mine',
  agencyShortName: 'Mine',
  isStaff: false,
  isAdministrator: false,
  isWorkgroupChair: false,
  chairedSubGroupIds: [],
  subGroupIds: [],
  dataStewardAgencyIds: [],
  representedAgencyIds: ['mine'],
  ...traits,
});

const item = {
  leadAgencyId: 'lead',
  supportingAgencyIds: ['helping'],
  assigneeIds: ['doer'],
  subGroupIds: ['one', 'two'],
  restrictedToSubGroupId: null,
};

describe('an item', () => {
  test.each([
    ['somebody else', viewer(), false, false],
    ['assigned person', viewer({ personId: 'doer' }), true, true],
    ['lead agency', viewer({ representedAgencyIds: ['lead'] }), true, true],
    ['supporting agency', viewer({ representedAgencyIds: ['mine', 'helping'] }), true, false],
    ['chair of a sub-group that carries the focus', viewer({ chairedSubGroupIds: ['two'] }), true, true],
    ['member of a sub-group that carries the focus', viewer({ subGroupIds: ['one'] }), false, false],
    ['chair of another sub-group', viewer({ chairedSubGroupIds: ['three'] }), false, false],
    ['chair of the workgroup', viewer({ isWorkgroupChair: true }), true, true],
    ['data steward', viewer({ dataStewardAgencyIds: ['lead'] }), false, false],
    ['staff', viewer({ isStaff: true }), true, true],
    ['administrator', viewer({ isAdministrator: true }), true, true],
  ])('%s: post and edit', (_role, person, post, edit) => {
    expect([mayPost(person, item), mayEdit(person, item)]).toEqual([post, edit]);
  });
});

describe('opening an item', () => {
  test.each([
    ['member, own agency', viewer({ subGroupIds: ['one'] }), 'mine', true],
    ['member, another agency', viewer({ subGroupIds: ['one'] }), 'other', false],
    ['member elsewhere, own agency', viewer({ subGroupIds: ['two'] }), 'mine', false],
    ['chair, another agency', viewer({ chairedSubGroupIds: ['one'] }), 'other', true],
    ['chair of the workgroup', viewer({ isWorkgroupChair: true }), 'other', true],
    ['staff', viewer({ isStaff: true }), 'other', true],
    ['administrator', viewer({ isAdministrator: true }), 'other', true],
  ])('%s', (_role, person, leadAgencyId, expected) => {
    expect(mayCreate(person, { subGroupId: 'one', leadAgencyId })).toBe(expected);
  });
});

test('a request for help is answered by the agency that was asked, or by staff', () => {
  expect(mayAnswerHelpRequest(viewer(), { agencyId: 'mine' })).toBe(true);
  expect(mayAnswerHelpRequest(viewer(), { agencyId: 'other' })).toBe(false);
  expect(mayAnswerHelpRequest(viewer({ isStaff: true }), { agencyId: 'other' })).toBe(true);
  expect(mayAnswerHelpRequest(viewer({ isAdministrator: true, isWorkgroupChair: true }), { agencyId: 'other' })).toBe(
    false,
  );
});
