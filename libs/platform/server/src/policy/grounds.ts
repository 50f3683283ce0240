import type { Viewer } from '../viewer';
import { Rule, type Ground } from './rule';

type IdsOf<Subject> = (subject: Subject) => readonly string[];

const meet = (held: readonly string[], asked: readonly string[]): boolean => asked.some((id) => held.includes(id));

/** Everybody who is signed in. */
export const signedIn: Ground<unknown> = {
  words: 'takes part in the workgroup',
  holds: () => true,
  asks: () => [{ kind: 'signed in' }],
};

export const staff: Ground<unknown> = {
  words: 'is of the workgroup’s staff',
  holds: (viewer) => viewer.isStaff,
  asks: () => [{ kind: 'staff' }],
};

export const administrator: Ground<unknown> = {
  words: 'administers the hub',
  holds: (viewer) => viewer.isAdministrator,
  asks: () => [{ kind: 'administrator' }],
};

export const workgroupChair: Ground<unknown> = {
  words: 'chairs the workgroup',
  holds: (viewer) => viewer.isWorkgroupChair,
  asks: () => [{ kind: 'workgroup chair' }],
};

/** Chair or co-chair of one of the sub-groups. */
export const chairOf = <Subject>(words: string, subGroupIdsOf: IdsOf<Subject>): Ground<Subject> => ({
  words,
  holds: (viewer, subject) => meet(viewer.chairedSubGroupIds, subGroupIdsOf(subject)),
  asks: (subject) => [{ kind: 'chair', subGroupIds: subGroupIdsOf(subject) }],
});

/** A seat, whatever its role, in one of the sub-groups. */
export const seatIn = <Subject>(words: string, subGroupIdsOf: IdsOf<Subject>): Ground<Subject> => ({
  words,
  holds: (viewer, subject) => meet(viewer.subGroupIds, subGroupIdsOf(subject)),
  asks: (subject) => [{ kind: 'seat', subGroupIds: subGroupIdsOf(subject) }],
});

/** Represents one of the agencies: the own one, or one that a role or a seat names. */
export const represents = <Subject>(words: string, agencyIdsOf: IdsOf<Subject>): Ground<Subject> => ({
  words,
  holds: (viewer, subject) => meet(viewer.representedAgencyIds, agencyIdsOf(subject)),
  asks: (subject) => [{ kind: 'represents', agencyIds: agencyIdsOf(subject) }],
});

export const stewardOf = <Subject>(words: string, agencyIdsOf: IdsOf<Subject>): Ground<Subject> => ({
  words,
  holds: (viewer, subject) => meet(viewer.dataStewardAgencyIds, agencyIdsOf(subject)),
  asks: (subject) => [{ kind: 'data steward', agencyIds: agencyIdsOf(subject) }],
});

/** The person is one of those that the thing names. */
export const inPerson = <Subject>(words: string, personIdsOf: IdsOf<Subject>): Ground<Subject> => ({
  words,
  holds: (viewer, subject) => personIdsOf(subject).includes(viewer.personId),
  asks: (subject) => [{ kind: 'in person', personIds: personIdsOf(subject) }],
});

/** Both at once; the words are of the pair. */
export const both = <Subject>(words: string, first: Ground<Subject>, second: Ground<Subject>): Ground<Subject> => ({
  words,
  holds: (viewer: Viewer, subject) => first.holds(viewer, subject) && second.holds(viewer, subject),
  asks: (subject) => [...first.asks(subject), ...second.asks(subject)],
});

/** What everybody who is signed in sees. */
export const openRule = new Rule<null>({
  act: 'see it',
  grounds: [signedIn],
  whoCan: 'Everybody who takes part in the workgroup.',
});
