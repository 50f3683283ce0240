import type { SourceField } from './sourceValues';

export const fieldLabels: Record<SourceField, string> = {
  title: 'Title',
  acronym: 'Acronym',
  description: 'Description',
  recordUnit: 'What one record is',
  themes: 'Topics',
  keywords: 'Keywords',
  questions: 'Questions it answers',
  stewardAgencyId: 'Steward agency',
  stewardPersonId: 'Steward person',
  stewardUnit: 'Unit',
  contactName: 'Contact',
  contactEmail: 'Contact’s e-mail address',
  accessLevel: 'Access',
  accessRoute: 'Steps to get access',
  rights: 'Terms of use',
  legalBasis: 'Legal basis',
  license: 'License',
  suppressionPractice: 'How small counts are treated',
  knownLimits: 'Known limits',
  updateFrequency: 'Update frequency',
  lag: 'Lag',
  lagDays: 'Lag in days',
  geographicLevels: 'Places',
  spatial: 'Area',
  firstYear: 'First year',
  lastYear: 'Last year',
  temporal: 'Period',
  breakdowns: 'Breakdowns',
  landingPage: 'Web page about the source',
  distributions: 'Files and pages',
};

/** The field that a path of the server's points into, in words. */
export const labelOfPath = (path: string): string => {
  const [field = ''] = path.split('.');
  return Object.hasOwn(fieldLabels, field) ? fieldLabels[field as SourceField] : path;
};
