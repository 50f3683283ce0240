import type {
  AccessLevel,
  BreakdownState,
  DataSourceInput,
  EditedSourceFragment,
  GeographicLevel,
  UpdateFrequency,
} from '@sos/platform-contract';
import { type BreakdownName, breakdownNames } from '../words';

export type DistributionValues = {
  title: string;
  format: string;
  accessUrl: string;
  downloadUrl: string;
  description: string;
  mediaType: string;
};

/** What the form holds: every field as a person types it. */
export type SourceValues = {
  title: string;
  acronym: string;
  description: string;
  recordUnit: string;
  themes: string[];
  keywords: string[];
  questions: string[];
  stewardAgencyId: string;
  stewardPersonId: string;
  stewardUnit: string;
  contactName: string;
  contactEmail: string;
  accessLevel: AccessLevel;
  accessRoute: string[];
  rights: string;
  legalBasis: string;
  license: string;
  suppressionPractice: string;
  knownLimits: string[];
  updateFrequency: UpdateFrequency;
  lag: string;
  lagDays: string;
  geographicLevels: GeographicLevel[];
  spatial: string;
  firstYear: string;
  lastYear: string;
  temporal: string;
  breakdowns: Record<BreakdownName, BreakdownState>;
  landingPage: string;
  distributions: DistributionValues[];
};
export type SourceField = keyof SourceValues;

const forEachBreakdown = (state: (name: BreakdownName) => BreakdownState) =>
  Object.fromEntries(breakdownNames.map((name) => [name, state(name)])) as SourceValues['breakdowns'];

export const emptyDistribution: DistributionValues = {
  title: '',
  format: '',
  accessUrl: '',
  downloadUrl: '',
  description: '',
  mediaType: '',
};

export const emptyValues = (stewardAgencyId = ''): SourceValues => ({
  title: '',
  acronym: '',
  description: '',
  recordUnit: '',
  themes: [],
  keywords: [],
  questions: [],
  stewardAgencyId,
  stewardPersonId: '',
  stewardUnit: '',
  contactName: '',
  contactEmail: '',
  accessLevel: 'PUBLIC',
  accessRoute: [],
  rights: '',
  legalBasis: '',
  license: '',
  suppressionPractice: '',
  knownLimits: [],
  updateFrequency: 'UNKNOWN',
  lag: '',
  lagDays: '',
  geographicLevels: [],
  spatial: '',
  firstYear: '',
  lastYear: '',
  temporal: '',
  breakdowns: forEachBreakdown(() => 'UNKNOWN'),
  landingPage: '',
  distributions: [],
});

const numberText = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

export const valuesOf = (source: EditedSourceFragment): SourceValues => ({
  title: source.title,
  acronym: source.acronym ?? '',
  description: source.description,
  recordUnit: source.recordUnit ?? '',
  themes: source.themes,
  keywords: source.keywords,
  questions: source.questions,
  stewardAgencyId: (source.stewardAgency ?? source.publisherAgency)?.id ?? '',
  stewardPersonId: source.stewardPerson?.id ?? '',
  stewardUnit: source.stewardUnit ?? '',
  contactName: source.contactName ?? '',
  contactEmail: source.contactEmail ?? '',
  accessLevel: source.accessLevel,
  accessRoute: source.accessRoute,
  rights: source.rights ?? '',
  legalBasis: source.legalBasis ?? '',
  license: source.license ?? '',
  suppressionPractice: source.suppressionPractice ?? '',
  knownLimits: source.knownLimits,
  updateFrequency: source.updateFrequency,
  lag: source.lag ?? '',
  lagDays: numberText(source.lagDays),
  geographicLevels: source.geographicLevels,
  spatial: source.spatial ?? '',
  firstYear: numberText(source.firstYear),
  lastYear: numberText(source.lastYear),
  temporal: source.temporal ?? '',
  breakdowns: forEachBreakdown((name) => source.breakdowns[name]),
  landingPage: source.landingPage ?? '',
  distributions: source.distributions.map(({ title, format, accessUrl, downloadUrl, description, mediaType }) => ({
    title: title ?? '',
    format: format ?? '',
    accessUrl: accessUrl ?? '',
    downloadUrl: downloadUrl ?? '',
    description: description ?? '',
    mediaType: mediaType ?? '',
  })),
});

const given = (text: string): string | null => text.trim() || null;
const givenNumber = (text: string): number | null => (text.trim() === '' ? null : Number(text));
const lines = (texts: string[]): string[] => texts.map((text) => text.trim()).filter(Boolean);

/** Without the steps and files that were added and left empty, so that places in the form are places in what is sent. */
export const withoutEmptyRows = (values: SourceValues): SourceValues => ({
  ...values,
  accessRoute: lines(values.accessRoute),
  knownLimits: lines(values.knownLimits),
  questions: lines(values.questions),
  distributions: values.distributions.filter((one) => Object.values(one).some((text) => text.trim() !== '')),
});

/** What is sent: call it with values that went through `withoutEmptyRows`. */
export const inputOf = (values: SourceValues): DataSourceInput => ({
  title: values.title.trim(),
  acronym: given(values.acronym),
  description: values.description.trim(),
  recordUnit: given(values.recordUnit),
  themes: values.themes,
  keywords: values.keywords,
  questions: values.questions,
  stewardAgencyId: values.stewardAgencyId,
  stewardPersonId: values.stewardPersonId || null,
  stewardUnit: given(values.stewardUnit),
  contactName: given(values.contactName),
  contactEmail: given(values.contactEmail),
  accessLevel: values.accessLevel,
  accessRoute: values.accessRoute,
  rights: given(values.rights),
  legalBasis: given(values.legalBasis),
  license: given(values.license),
  suppressionPractice: given(values.suppressionPractice),
  knownLimits: values.knownLimits,
  updateFrequency: values.updateFrequency,
  lag: given(values.lag),
  lagDays: givenNumber(values.lagDays),
  geographicLevels: values.geographicLevels,
  spatial: given(values.spatial),
  firstYear: givenNumber(values.firstYear),
  lastYear: givenNumber(values.lastYear),
  temporal: given(values.temporal),
  breakdowns: values.breakdowns,
  landingPage: given(values.landingPage),
  distributions: values.distributions.map((one) => ({
    title: given(one.title),
    format: given(one.format),
    accessUrl: given(one.accessUrl),
    downloadUrl: given(one.downloadUrl),
    description: given(one.description),
    mediaType: given(one.mediaType),
  })),
});
