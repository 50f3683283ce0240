import type { BreakdownState, GeographicLevel, UpdateFrequency } from '@sos/platform-contract';
import { formatDate } from '@sos/platform-ui';

export const frequencyWords: Record<UpdateFrequency, string> = {
  CONTINUOUS: 'Continuous',
  DAILY: 'Daily',
  WEEKLY: 'Weekly',
  MONTHLY: 'Monthly',
  QUARTERLY: 'Quarterly',
  SEMIANNUAL: 'Twice a year',
  ANNUAL: 'Yearly',
  BIENNIAL: 'Every 2 years',
  IRREGULAR: 'Irregular',
  UNKNOWN: 'Not known',
};
export const frequencies = Object.keys(frequencyWords) as UpdateFrequency[];

export const levelWords: Record<GeographicLevel, string> = {
  NATION: 'Nation',
  STATE: 'State',
  REGION: 'Region',
  COUNTY: 'County',
  CITY: 'City',
  ZIP_CODE: 'ZIP code',
  CENSUS_TRACT: 'Census tract',
  FACILITY: 'Facility',
};
export const levels = Object.keys(levelWords) as GeographicLevel[];

export const coverageWords: Record<BreakdownState, string> = {
  YES: 'Yes',
  PARTIAL: 'In part',
  NO: 'No',
  UNKNOWN: 'Not known',
};
export const coverages = Object.keys(coverageWords) as BreakdownState[];

/** The seven breakdowns, in the order in which every page shows them. */
export const breakdownWords = {
  age: { short: 'Age', full: 'Age' },
  sex: { short: 'Sex', full: 'Sex' },
  race: { short: 'Race', full: 'Race' },
  ethnicity: { short: 'Ethnicity', full: 'Ethnicity' },
  language: { short: 'Language', full: 'Language' },
  householdIncome: { short: 'Income', full: 'Household income' },
  immigrationStatus: { short: 'Immigration', full: 'Immigration status' },
} as const;
export type BreakdownName = keyof typeof breakdownWords;
export const breakdownNames = Object.keys(breakdownWords) as BreakdownName[];

/** A feed writes its dates as it likes ("2024-09", "R/P1W"): what is no day or moment stays as written. */
export const dateWords = (written: string | null | undefined): string | null => {
  if (!written) return null;
  return /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(written) ? formatDate(written) || written : written;
};

export const yearsWords = (first: number | null | undefined, last: number | null | undefined): string | null => {
  if (first && last) return first === last ? String(first) : `${first} to ${last}`;
  if (first) return `Since ${first}`;
  return last ? `To ${last}` : null;
};

type Named = { name: string; abbreviation: string };

export const agencyWords = ({ name, abbreviation }: Named): string =>
  abbreviation && abbreviation !== name ? `${name} (${abbreviation})` : name;

export const sourcePath = (slug: string): string => `/data/${encodeURIComponent(slug)}`;
