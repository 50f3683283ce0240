import { administrator, Rule, type Ground } from '@sos/platform-server';
import type { HubRole } from './role.types';

/** Roles for one agency; the others hold across the hub. */
export const isForAgency = (role: HubRole): boolean => role === 'data_steward' || role === 'representative';

const staffForAgencies: Ground<{ role: HubRole }> = {
  words: 'is of the workgroup’s staff, who give and end roles for agencies',
  holds: (viewer, { role }) => viewer.isStaff && isForAgency(role),
  asks: () => [{ kind: 'staff' }],
};

/** Giving, ending or changing the term of a role. Staff do not make themselves administrators. */
export const grantingRule = new Rule<{ role: HubRole }>({
  act: 'give and end this role',
  grounds: [administrator, staffForAgencies],
  whoCan: 'Administrators; staff for roles for an agency.',
});

/** Recording that a person left the hub, and undoing it. */
export const leavingRule = new Rule<null>({
  act: 'record that a person left, and bring them back',
  grounds: [administrator],
  whoCan: 'Administrators.',
});
