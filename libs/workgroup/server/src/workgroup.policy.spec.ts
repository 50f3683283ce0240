import { expect, test } from '@jest/globals';
import { mayChair } from './workgroup.policy';

const running = { id: 'harm-reduction', endedOn: null };
const ended = { id: 'harm-reduction', endedOn: '2021-02-28' };

test.each([
  ['the chair of the workgroup', { isWorkgroupChair: true, chairedSubGroupIds: [] }, running, true],
  ['the chair of the sub-group', { isWorkgroupChair: false, chairedSubGroupIds: ['harm-reduction'] }, running, true],
  ['the chair of another', { isWorkgroupChair: false, chairedSubGroupIds: ['public-safety'] }, running, false],
  ['a member', { isWorkgroupChair: false, chairedSubGroupIds: [] }, running, false],
  ['the chair of the workgroup, an ended body', { isWorkgroupChair: true, chairedSubGroupIds: [] }, ended, false],
])('%s', (_who, viewer, subGroup, expected) => {
  expect(mayChair(viewer, subGroup)).toBe(expected);
});
