import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../viewer';
import {
  administrator,
  both,
  chairOf,
  inPerson,
  represents,
  seatIn,
  staff,
  stewardOf,
  workgroupChair,
} from './grounds';
import { Rule } from './rule';

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

interface Thing {
  isOpen: boolean;
  subGroupId: string;
  agencyId: string;
  personIds: string[];
}

const subGroup = (thing: Thing) => [thing.subGroupId];
const agency = (thing: Thing) => [thing.agencyId];
const everyGround = [
  staff,
  administrator,
  workgroupChair,
  chairOf('chairs it', subGroup),
  stewardOf('is its data steward', agency),
  inPerson('is named by it', (thing: Thing) => thing.personIds),
  both('sits there for the agency', seatIn('sits there', subGroup), represents('represents the agency', agency)),
];
const rule = new Rule<Thing>({
  act: 'change it',
  when: { holds: ({ isOpen }) => isOpen, otherwise: 'it is closed' },
  grounds: everyGround,
  whoCan: 'Somebody.',
});
const thing: Thing = { isOpen: true, subGroupId: 'one', agencyId: 'theirs', personIds: ['them'] };

/** With each of these one ground holds, named by its place in the rule. */
const viewers: [string, Viewer, number | null][] = [
  ['nobody in particular', viewer(), null],
  ['staff', viewer({ isStaff: true }), 0],
  ['an administrator', viewer({ isAdministrator: true }), 1],
  ['a chair of the workgroup', viewer({ isWorkgroupChair: true }), 2],
  ['a chair of the sub-group', viewer({ chairedSubGroupIds: ['two', 'one'] }), 3],
  ['a chair of another', viewer({ chairedSubGroupIds: ['two'] }), null],
  ['the steward', viewer({ dataStewardAgencyIds: ['theirs'] }), 4],
  ['the steward of another agency', viewer({ dataStewardAgencyIds: ['mine'] }), null],
  ['the person', viewer({ personId: 'them' }), 5],
  ['a seat and the agency', viewer({ subGroupIds: ['one'], representedAgencyIds: ['theirs'] }), 6],
  ['a seat alone', viewer({ subGroupIds: ['one'] }), null],
  ['the agency alone', viewer({ representedAgencyIds: ['theirs'] }), null],
];

describe('a rule', () => {
  test.each(viewers)('%s: the ground that decides is the one that it names', (_who, asking, ground) => {
    const answer = rule.explain(asking, thing);
    expect(answer.grounds.flatMap(({ holds }, index) => (holds ? [index] : []))).toEqual(
      ground === null ? [] : [ground],
    );
    expect(answer.allowed).toBe(ground !== null);
    expect(rule.allows(asking, thing)).toBe(answer.allowed);
  });

  test.each(viewers)('%s: a closed thing is closed to all, and says why', (_who, asking) => {
    const closed = { ...thing, isOpen: false };
    expect(rule.allows(asking, closed)).toBe(false);
    expect(rule.explain(asking, closed)).toMatchObject({ allowed: false, closed: 'it is closed' });
  });

  test('says what each ground asks for, both parts of a pair', () => {
    const { grounds } = rule.explain(viewer(), thing);
    expect(grounds.flatMap(({ asks }) => asks)).toEqual([
      { kind: 'staff' },
      { kind: 'administrator' },
      { kind: 'workgroup chair' },
      { kind: 'chair', subGroupIds: ['one'] },
      { kind: 'data steward', agencyIds: ['theirs'] },
      { kind: 'in person', personIds: ['them'] },
      { kind: 'seat', subGroupIds: ['one'] },
      { kind: 'represents', agencyIds: ['theirs'] },
    ]);
  });
});
