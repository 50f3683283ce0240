const subGroup = (slug: string, name: string) => ({
  __typename: 'SubGroup' as const,
  id: `sub-group-${slug}`,
  slug,
  name,
});
export const harmReduction = subGroup('harm-reduction', 'Harm Reduction');
export const upstream = subGroup('upstream-prevention', 'Upstream Prevention');
export const publicSafety = subGroup('public-safety', 'Public Safety');
export const allSubGroups = [harmReduction, upstream, publicSafety];

const person = (fullName: string) => ({
  __typename: 'Person' as const,
  id: fullName,
  fullName,
  initials: fullName.replace(/[^A-Z]/g, ''),
});
const agency = (key: string, shortName: string) => ({ __typename: 'Agency' as const, id: key, key, shortName });

export const sampleSeat = (id: string, fullName: string | null, changes: Record<string, unknown> = {}) => ({
  __typename: 'Seat' as const,
  viewerMayFill: false,
  id,
  role: 'MEMBER' as const,
  startsOn: '2025-03-08',
  endsOn: '2027-06-30',
  version: 1,
  agency: agency('cdcr', 'Corrections and Rehabilitation'),
  person: fullName === null ? null : person(fullName),
  alternate: null,
  ...changes,
});

export const sampleFocus = (
  slug: string,
  statement: string,
  subGroups: (typeof harmReduction)[],
  changes: Record<string, unknown> = {},
) => ({
  __typename: 'FocusItem' as const,
  id: `focus-${slug}`,
  slug,
  statement,
  isShared: subGroups.length > 1,
  subGroups,
  actionItemCount: 6,
  openHelpRequestCount: 0,
  lastUpdateOn: '2026-11-18',
  ...changes,
});

export const sampleSubGroup = {
  ...publicSafety,
  kind: 'SUB_GROUP' as const,
  prefix: 'PS',
  purpose: 'Treatment, alerts and fair practice.',
  startedOn: '2021-03-01',
  endedOn: null as string | null,
  actionItemCount: 20,
  filledSeatCount: 1,
  viewerMayFillSeats: false,
  invitations: { __typename: 'InvitationConnection' as const, edges: [] },
  workgroup: { __typename: 'Workgroup' as const, id: 'workgroup', subGroups: allSubGroups },
  focusItems: [
    sampleFocus('fewer-barriers', 'Fewer barriers to treatment', [harmReduction, publicSafety], {
      openHelpRequestCount: 1,
    }),
    sampleFocus('threats', 'Homeland-security threats', [publicSafety], { lastUpdateOn: '2026-10-15' }),
  ],
  seats: [
    sampleSeat('seat-1', 'Denise Okafor', { role: 'CHAIR' }),
    sampleSeat('seat-2', null, {
      startsOn: '2026-09-01',
      agency: agency('bscc', 'State and Community Corrections'),
    }),
  ],
  formerSeats: [sampleSeat('seat-0', 'Rosa Delgado', { startsOn: '2023-01-02', endsOn: '2025-03-07' })],
};
