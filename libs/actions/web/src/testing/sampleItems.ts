import type { WorkStatus } from '@sos/platform-ui';

const agencies = {
  dhcs: {
    __typename: 'Agency' as const,
    id: 'agency-dhcs',
    key: 'dhcs',
    name: 'Department of Health Care Services',
    shortName: 'Health Care Services',
    abbreviation: 'DHCS',
  },
  bscc: {
    __typename: 'Agency' as const,
    id: 'agency-bscc',
    key: 'bscc',
    name: 'Board of State and Community Corrections',
    shortName: 'State and Community Corrections',
    abbreviation: 'BSCC',
  },
};
export const sampleAgencies = agencies;

const ana = { __typename: 'Person' as const, id: 'person-ana', fullName: 'Ana Reyes' };
export const denise = { __typename: 'Person' as const, id: 'person-denise', fullName: 'Denise Okafor' };

export type SampleItem = ReturnType<typeof sampleItem>;

/** An item with all fields that any of our queries asks for; what a spec ignores is filled in. */
export const sampleItem = (
  reference: string,
  given: Partial<{
    title: string;
    status: WorkStatus;
    dueOn: string | null;
    version: number;
    viewerMayPost: boolean;
  }> = {},
) => ({
  __typename: 'ActionItem' as const,
  id: `item-${reference}`,
  reference,
  title: `Title of ${reference}`,
  description: '',
  status: 'IN_PROGRESS' as WorkStatus,
  priority: 'MEDIUM' as const,
  startOn: null,
  dueOn: '2026-11-12' as string | null,
  completedAt: null,
  nextStep: '',
  tags: [],
  version: 4,
  silentDays: 48,
  isOverdue: true,
  viewerMayPost: true,
  viewerMayEdit: true,
  viewerMayOpenToWorkgroup: false,
  isRestricted: false,
  goal: { __typename: 'Goal' as const, id: 'goal-3', number: 3 },
  subGroups: [
    { __typename: 'SubGroup' as const, id: 'group-hr', name: 'Harm Reduction' },
    { __typename: 'SubGroup' as const, id: 'group-ps', name: 'Public Safety' },
  ],
  leadAgency: agencies.dhcs,
  assignees: [ana],
  latestUpdate: {
    __typename: 'LatestUpdate' as const,
    postedAt: '2026-10-03T17:00:00Z',
    note: 'One of three jails ready.',
    author: ana,
  },
  openHelpRequests: [],
  ...given,
});
