import type { Completeness, DataSource } from './data-source.types';

type Asked = readonly [label: string, isGiven: (source: DataSource) => boolean];

const text = (value: string | null | undefined) => Boolean(value?.trim());
const breakdown = (key: keyof DataSource['breakdowns']) => (source: DataSource) =>
  source.breakdowns[key] !== undefined && source.breakdowns[key] !== 'unknown';

/** The facts that the workgroup asks of every source, in the order of the source page. */
const askedFacts: readonly Asked[] = [
  ['Description', (source) => text(source.description)],
  ['What one record is', (source) => text(source.recordUnit)],
  ['Steward agency', (source) => Boolean(source.stewardAgency)],
  ['Steward person or unit', (source) => Boolean(source.stewardPerson) || text(source.stewardUnit)],
  ['Contact', (source) => text(source.contactEmail) || Boolean(source.stewardPerson)],
  ['How to get access', (source) => source.accessRoute.length > 0 || hasOpenWay(source)],
  ['Legal basis or license', (source) => text(source.legalBasis) || text(source.license)],
  ['Update frequency', (source) => source.updateFrequency !== 'unknown'],
  ['Lag', (source) => text(source.lag) || source.lagDays !== null],
  ['Years covered', (source) => source.firstYear !== null || text(source.temporal)],
  ['Geographic level', (source) => source.geographicLevels.length > 0],
  ['By race', breakdown('race')],
  ['By ethnicity', breakdown('ethnicity')],
  ['By immigration status', breakdown('immigrationStatus')],
  ['By language', breakdown('language')],
  ['By household income', breakdown('householdIncome')],
  ['By age', breakdown('age')],
  ['By sex', breakdown('sex')],
  ['Known limits', (source) => source.knownLimits.length > 0],
  ['Questions it answers', (source) => source.questions.length > 0],
];

const hasOpenWay = (source: DataSource) => source.accessLevel === 'public' && source.distributions.length > 0;

/** Properties of a row that {@link completenessOf} reads. */
export const completenessNeeds: readonly string[] = [
  'description',
  'recordUnit',
  'stewardAgency',
  'stewardPerson',
  'stewardUnit',
  'contactEmail',
  'accessLevel',
  'accessRoute',
  'legalBasis',
  'license',
  'updateFrequency',
  'lag',
  'lagDays',
  'firstYear',
  'temporal',
  'geographicLevels',
  'breakdowns',
  'knownLimits',
  'questions',
  'distributions',
];

/** How many of the asked facts a source gives, and which are missing. */
export function completenessOf(source: DataSource): Completeness {
  const missing = askedFacts.filter(([, isGiven]) => !isGiven(source)).map(([label]) => label);
  return { given: askedFacts.length - missing.length, asked: askedFacts.length, missing };
}

/** A title as a place in an address: lower-case letters, digits and hyphens, at most 80 characters. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  return slug || 'source';
}

/** The first slug that is free: `x`, then `x-2`, `x-3` … */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
