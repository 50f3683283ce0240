/**
 * The shape of the demonstration content. Dates are whole days relative to the day on which the content is
 * loaded (negative: past), so that the story is current whenever a hub is started for the first time;
 * historical facts carry calendar dates (YYYY-MM-DD).
 */
export type Day = number;
export type CalendarDate = string;

export interface AgencyContent {
  /** Stable key, lower case: the abbreviation without spaces, for example `dhcs`. */
  key: string;
  name: string;
  /** What busy people call it, for lists: "Health Care Services". */
  shortName: string;
  abbreviation: string;
  kind: 'state' | 'local' | 'federal' | 'non_government';
  parent?: string;
  /** One or two sentences, ours: what it does about overdose. */
  role: string;
  website?: string;
  /** Where the fact comes from, and how far it was verified. */
  sourceReference: string;
  verification: 'page' | 'partial' | 'unverified';
}

export interface PersonContent {
  /** `given.family`, which is also the local part of the example.org address. */
  key: string;
  fullName: string;
  jobTitle: string;
  agency: string;
  /** Two or three people of each kind are offered first at the demonstration's sign-in, with this sentence. */
  demonstrationRole?: string;
  staff?: boolean;
  administrator?: boolean;
  /** Keys of the agencies whose data sources this person stewards. */
  dataStewardOf?: string[];
}

export interface SeatContent {
  /** No person: the seat is vacant. */
  person?: string;
  alternate?: string;
  agency: string;
  /** `workgroup` or a sub-group's slug. */
  body: 'workgroup' | 'harm-reduction' | 'upstream-prevention' | 'public-safety';
  role: 'chair' | 'co_chair' | 'member';
  startsOn: Day;
  endsOn?: Day;
}

export interface ObjectiveContent {
  /** `3.2`: goal number, then position. */
  key: string;
  statement: string;
  specific: string;
  measurable: string;
  achievable: string;
  relevant: string;
  timeBound: string;
  leadAgency: string;
  /** Slugs of the focus items that carry it. */
  focusItems: string[];
  startsOn: Day;
  dueOn: Day;
}

export interface HealthDeclarationContent {
  /** `goal:3` or `objective:3.2`. */
  of: string;
  health: 'on_track' | 'at_risk' | 'off_track';
  reason: string;
  by: string;
  day: Day;
}

export interface UpdateContent {
  day: Day;
  by: string;
  status: 'not_started' | 'in_progress' | 'blocked' | 'done';
  /** One sentence. */
  note: string;
  evidenceUrl?: string;
  /** Agency keys. */
  helpWantedFrom?: string[];
}

export interface ActionItemContent {
  /** Running number, unique in the workgroup; below zero: restricted to its sub-group. */
  number: number;
  title: string;
  description: string;
  objective: string;
  focusItem: string;
  /** The sub-group that opened it; must carry the focus item. Gives the reference its prefix: HR, UP or PS. */
  subGroup: 'harm-reduction' | 'upstream-prevention' | 'public-safety';
  leadAgency: string;
  supportingAgencies: string[];
  /** Person keys; the first is shown as the owner. */
  assignees: string[];
  priority: 'high' | 'medium' | 'low';
  startOn: Day;
  dueOn: Day;
  nextStep: string;
  tags: string[];
  /** Identifiers of related data sources. */
  dataSources: string[];
  /** Oldest first. The last one's status is the item's status; with none the item is not started. */
  updates: UpdateContent[];
}

export type Breakdown = 'yes' | 'partial' | 'no';

export interface DataSourceContent {
  /** Lower-case stable identifier, for example `ca-comprehensive-death-file`. Also the slug. */
  identifier: string;
  title: string;
  acronym?: string;
  /** Two to four sentences, ours. */
  description: string;
  /** What one record is, for example "one registered death". */
  recordUnit: string;
  publisherAgency: string;
  /** The steward agency, where it differs from the publisher. */
  stewardAgency?: string;
  stewardUnit: string;
  /** Person key; only for agencies of the workgroup that have an invented person. */
  stewardPerson?: string;
  keywords: string[];
  /** One to three of the closed list in `themes.ts`. */
  themes: string[];
  accessLevel: 'public' | 'restricted public' | 'non-public';
  /** How to get access, step by step in plain words. */
  accessRoute: string[];
  legalBasis?: string;
  knownLimits: string[];
  suppressionPractice?: string;
  questions: string[];
  updateFrequency:
    'continuous' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'semiannual' | 'annual' | 'biennial' | 'irregular';
  /** As people say it: "about 4 months". */
  lag: string;
  /** Typical lag in days, for sorting and filtering; absent when unknown. */
  lagDays?: number;
  geographicLevels: ('nation' | 'state' | 'region' | 'county' | 'city' | 'zip_code' | 'census_tract' | 'facility')[];
  firstYear?: number;
  /** Absent: still going on. */
  lastYear?: number;
  breakdowns: {
    race: Breakdown;
    ethnicity: Breakdown;
    immigrationStatus: Breakdown;
    language: Breakdown;
    householdIncome: Breakdown;
    age: Breakdown;
    sex: Breakdown;
  };
  landingPage?: string;
  /** Day on which the record was last checked by its steward (sample). */
  modified: Day;
  distributions: { title: string; format: string; accessUrl?: string; downloadUrl?: string }[];
  sourceReference: string;
  verification: 'page' | 'partial' | 'unverified';
}

export interface VocabularyContent {
  /** The word that the hub shows. */
  preferred: string;
  /** Words that find the same things; slang and outdated words are found by, never shown. */
  synonyms: string[];
}
