import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../viewer';
import {
  administrator,
  both,
  chairOf,
  inPerson,
  represents,
  seatIn,
  signedIn,
  staff,
  stewardOf,
  workgroupChair,
} from './grounds';
import { keysOfAnswer, keysOfViewer } from './holding-keys';
import { Rule, type Ground } from './rule';

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
const ids = () => ['one', 'two'];
const grounds: Ground<unknown>[] = [
  signedIn,
  staff,
  administrator,
  workgroupChair,
  chairOf('chairs it', ids),
  seatIn('sits there', ids),
  represents('represents it', ids),
  stewardOf('is its steward', ids),
  inPerson('is named', ids),
];
const viewers = [
  viewer(),
  viewer({ isStaff: true }),
  viewer({ isAdministrator: true }),
  viewer({ isWorkgroupChair: true }),
  viewer({ chairedSubGroupIds: ['two'] }),
  viewer({ subGroupIds: ['one', 'three'] }),
  viewer({ representedAgencyIds: ['two'] }),
  viewer({ dataStewardAgencyIds: ['one'] }),
  viewer({ personId: 'one' }),
];

describe('the keys of a rule and of a viewer', () => {
  test.each(grounds.map((ground) => [ground.words, ground] as const))(
    'meet exactly when it holds: %s',
    (_words, ground) => {
      const rule = new Rule<unknown>({ act: 'do it', grounds: [ground], whoCan: 'Somebody.' });
      for (const asking of viewers) {
        // Whoever removes a thing writes the keys, for all who may ask later.
        const keys = keysOfAnswer(rule.explain(viewer(), null));
        expect(keysOfViewer(asking).some((key) => keys.includes(key))).toBe(rule.allows(asking, null));
      }
    },
  );

  test('a ground that asks for two things at once has no key', () => {
    const rule = new Rule<unknown>({ act: 'do it', grounds: [both('both', staff, administrator)], whoCan: 'Nobody.' });
    expect(() => keysOfAnswer(rule.explain(viewer(), null))).toThrow('several things at once');
  });
});
