import { createHash } from 'node:crypto';
import { AccessLevel, type GeographicLevel, type UpdateFrequency } from '../data-source.enums';
import { datasetProblems, type DatasetProblem } from '../dcat/dataset-validator';
import { slugOf } from '../data-source.rules';
import { cleanJson, cut } from './clean-dataset.rules';
import { dayOf, frequencyOf, levelsOf, plainTextOf, yearsOf } from './dataset-facts.rules';

export interface ImportedDistribution {
  title: string | null;
  description: string | null;
  format: string | null;
  mediaType: string | null;
  accessUrl: string | null;
  downloadUrl: string | null;
}

/** A dataset of a feed in the hub's terms. */
export interface ImportedRecord {
  identifier: string;
  slug: string;
  title: string;
  description: string;
  publisherName: string | null;
  contactName: string | null;
  contactEmail: string | null;
  keywords: string[];
  themes: string[];
  accessLevel: AccessLevel;
  rights: string | null;
  license: string | null;
  updateFrequency: UpdateFrequency | null;
  accrualPeriodicity: string | null;
  spatial: string | null;
  geographicLevels: GeographicLevel[];
  temporal: string | null;
  firstYear: number | null;
  lastYear: number | null;
  landingPage: string | null;
  issued: string | null;
  modified: string | null;
  modifiedOn: string | null;
  distributions: ImportedDistribution[];
  /** The dataset as the feed has it, storable. */
  sourceRecord: object;
  problems: DatasetProblem[];
  contentHash: string;
}

export interface RejectedDataset {
  identifier: string | null;
  problem: DatasetProblem;
}

export type ReadDataset =
  { record: ImportedRecord; rejected?: undefined } | { record?: undefined; rejected: RejectedDataset };

/** Lengths that the catalog's columns and indexes can bear. */
const longest = { identifier: 1_000, title: 500, text: 20_000, keyword: 200, keywords: 200, line: 2_000 };

/** Reads one entry of a feed, whatever it is. Only what has an identifier and a title becomes a record. */
export function readDataset(entry: unknown, feedKey: string): ReadDataset {
  if (entry === undefined) return rejected(null, '', 'The dataset is larger than 4 MB.');
  const { value, problems: cleaned } = cleanJson(entry);
  if (!isObject(value)) return rejected(null, '', `The entry is ${kindOf(value)}, not a dataset.`);
  const identifier = lineOf(value.identifier);
  const title = lineOf(value.title);
  if (!identifier) {
    const which = title ? `“${cut(title, 200)}”` : 'The dataset';
    return rejected(null, 'identifier', `${which} has no identifier, so the hub could not find it again.`);
  }
  if (identifier.length > longest.identifier) {
    return rejected(
      cut(identifier, 200),
      'identifier',
      `The identifier is longer than ${longest.identifier} characters.`,
    );
  }
  if (!title) return rejected(identifier, 'title', 'The dataset has no title.');
  const problems = [...cleaned, ...datasetProblems(value)];
  const facts = factsOf(value, title, problems);
  const slug = `${slugOf(title).slice(0, 60)}-${hashOf([feedKey, identifier]).slice(0, 8)}`;
  const record = { identifier, slug, ...facts, sourceRecord: value, problems: onePerPath(problems) };
  return { record: { ...record, contentHash: hashOf(record) } };
}

const rejected = (identifier: string | null, path: string, message: string): ReadDataset => ({
  rejected: { identifier, problem: { path, message } },
});

type Facts = Omit<ImportedRecord, 'identifier' | 'slug' | 'sourceRecord' | 'problems' | 'contentHash'>;

function factsOf(dataset: Record<string, unknown>, title: string, problems: DatasetProblem[]): Facts {
  const contact = isObject(dataset.contactPoint) ? dataset.contactPoint : {};
  const publisher = isObject(dataset.publisher) ? dataset.publisher : {};
  const accrualPeriodicity = lineOf(dataset.accrualPeriodicity);
  const spatial = lineOf(dataset.spatial);
  const temporal = lineOf(dataset.temporal);
  const modified = lineOf(dataset.modified);
  return {
    title: shortened(plainTextOf(title) || title, longest.title, 'title', problems),
    description: shortened(plainTextOf(textOf(dataset.description) ?? ''), longest.text, 'description', problems),
    publisherName: cutOrNull(lineOf(publisher.name), longest.title),
    contactName: lineOf(contact.fn),
    contactEmail: cutOrNull(lineOf(contact.hasEmail)?.replace(/^mailto:/i, ''), 300),
    keywords: keywordsOf(dataset.keyword),
    themes: textsOf(dataset.theme).slice(0, 50),
    accessLevel: accessLevelOf(dataset.accessLevel),
    rights: cutOrNull(textOf(dataset.rights), longest.line),
    license: webAddressOf(dataset.license, 'license', problems),
    updateFrequency: frequencyOf(accrualPeriodicity),
    accrualPeriodicity,
    spatial,
    geographicLevels: levelsOf(spatial),
    temporal,
    ...yearsOf(temporal),
    landingPage: webAddressOf(dataset.landingPage, 'landingPage', problems),
    issued: lineOf(dataset.issued),
    modified,
    modifiedOn: dayOf(modified),
    distributions: distributionsOf(dataset.distribution, problems),
  };
}

function distributionsOf(value: unknown, problems: DatasetProblem[]): ImportedDistribution[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, place) => {
    if (!isObject(item)) return [];
    const path = `distribution.${place}`;
    return [
      {
        title: lineOf(item.title),
        description: cutOrNull(textOf(item.description), longest.line),
        format: lineOf(item.format),
        mediaType: lineOf(item.mediaType),
        accessUrl: webAddressOf(item.accessURL, `${path}.accessURL`, problems),
        downloadUrl: webAddressOf(item.downloadURL, `${path}.downloadURL`, problems),
      },
    ];
  });
}

/** Who cannot be told from the record is taken for nobody: a wrong "public" would mislead. */
const accessLevelOf = (value: unknown): AccessLevel =>
  Object.values(AccessLevel).find((level) => level === value) ?? AccessLevel.NON_PUBLIC;

/** An address that a person may follow; anything else is left out of the record and listed. */
function webAddressOf(value: unknown, path: string, problems: DatasetProblem[]): string | null {
  const text = lineOf(value);
  if (!text || text.startsWith('[[REDACTED')) return null;
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (['http:', 'https:', 'ftp:'].includes(protocol)) return text;
  problems.push({ path, message: 'This is no web address that can be followed, so it was left out.' });
  return null;
}

const keywordsOf = (value: unknown): string[] => {
  const keywords = textsOf(value).map((word) => cut(word.toLowerCase(), longest.keyword));
  return [...new Set(keywords)].slice(0, longest.keywords);
};

/** Texts of a list; a single text counts as a list of one. */
function textsOf(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.flatMap((item) => (typeof item === 'string' ? (lineOf(item) ?? []) : []));
  return [...new Set(texts.filter((text) => !text.startsWith('[[REDACTED')))];
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A text in one line; a number counts as its digits, and the schema's problem names it. */
const lineOf = (value: unknown): string | null => cutOrNull(textOf(value)?.replace(/\s+/g, ' '), longest.line);

const cutOrNull = (text: string | null | undefined, atMost: number): string | null => (text ? cut(text, atMost) : null);

function shortened(text: string, atMost: number, path: string, problems: DatasetProblem[]): string {
  if (text.length <= atMost) return text;
  problems.push({
    path,
    message: `The text is longer than ${atMost.toLocaleString('en-US')} characters and was shortened.`,
  });
  return cut(text, atMost);
}

function onePerPath(problems: readonly DatasetProblem[]): DatasetProblem[] {
  const byPath = new Map<string, DatasetProblem>();
  for (const problem of problems) if (!byPath.has(problem.path)) byPath.set(problem.path, problem);
  return [...byPath.values()].slice(0, 50);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kindOf = (value: unknown): string =>
  value === null ? 'empty (null)' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;

/** SHA-256 of a JSON value, whatever the order of its members. */
export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, inOrder)).digest('hex');

const inOrder = (_name: string, value: unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value;
