import type { SubGroupContent } from './workgroup-history';

export interface FocusItemContent {
  slug: string;
  statement: string;
  /** For chips, charts and narrow columns. */
  shortName: string;
  /** The sub-groups that carry it; more than one means a shared focus. */
  listings: SubGroupContent['slug'][];
}

export const focusItems: FocusItemContent[] = [
  {
    slug: 'fewer-deaths-through-harm-reduction',
    statement: 'Fewer overdose deaths through harm reduction',
    shortName: 'Harm reduction',
    listings: ['harm-reduction'],
  },
  {
    slug: 'fewer-barriers-to-treatment',
    statement: 'Fewer barriers to treatment, and people who stay in it',
    shortName: 'Treatment access',
    listings: ['harm-reduction', 'public-safety'],
  },
  {
    slug: 'one-communication-plan',
    statement: 'One communication plan, between agencies and to the public',
    shortName: 'Communication plan',
    listings: ['harm-reduction', 'upstream-prevention', 'public-safety'],
  },
  {
    slug: 'less-stigma',
    statement: 'Less stigma towards people who use drugs, harm reduction and treatment',
    shortName: 'Less stigma',
    listings: ['harm-reduction', 'public-safety'],
  },
  {
    slug: 'emerging-contaminants',
    statement: 'A process for emerging contaminants such as xylazine',
    shortName: 'Emerging contaminants',
    listings: ['harm-reduction', 'public-safety'],
  },
  {
    slug: 'work-further-upstream',
    statement: 'Work further upstream, before harm begins',
    shortName: 'Further upstream',
    listings: ['upstream-prevention'],
  },
  {
    slug: 'shared-data-sources',
    statement: 'Data sources across agencies, collected and organized',
    shortName: 'Shared data',
    listings: ['upstream-prevention', 'public-safety'],
  },
  {
    slug: 'aligned-funding',
    statement: 'Funding streams aligned where they can be',
    shortName: 'Aligned funding',
    listings: ['upstream-prevention'],
  },
  {
    slug: 'homeland-security-threats',
    statement: 'Homeland-security threats from illicit drugs',
    shortName: 'Supply threats',
    listings: ['public-safety'],
  },
  {
    slug: 'war-on-drugs-effects',
    statement: 'Harm done by War on Drugs strategies, found and undone',
    shortName: 'Fair practice',
    listings: ['public-safety'],
  },
];
