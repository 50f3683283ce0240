import { datasetProblems } from './dataset-validator';

/** What the export reads of a record. */
export interface ExportedRow {
  id: string;
  slug: string;
  identifier: string;
  title: string;
  description: string;
  publisherName: string | null;
  parentName: string | null;
  stewardUnit: string | null;
  contactName: string | null;
  contactEmail: string | null;
  keywords: string[];
  themes: string[];
  accessRoute: string[];
  rights: string | null;
  license: string | null;
  updateFrequency: string | null;
  spatial: string | null;
  firstYear: number | null;
  lastYear: number | null;
  landingPage: string | null;
  issued: string | null;
  modified: string | null;
  changedOn: string;
  distributions: {
    title: string | null;
    description: string | null;
    format: string | null;
    mediaType: string | null;
    accessUrl: string | null;
    downloadUrl: string | null;
  }[];
}

const required = new Set([
  '@type',
  'identifier',
  'title',
  'description',
  'keyword',
  'modified',
  'publisher',
  'contactPoint',
  'accessLevel',
]);

/** In place of an address that nobody gave for publication: the standard's own way to leave one out. */
const noPublicAddress = '[[REDACTED: ask through the workgroup]]';

const intervals: Record<string, string> = {
  continuous: 'R/PT1S',
  daily: 'R/P1D',
  weekly: 'R/P1W',
  monthly: 'R/P1M',
  quarterly: 'R/P3M',
  semiannual: 'R/P6M',
  annual: 'R/P1Y',
  biennial: 'R/P2Y',
  irregular: 'irregular',
};

const mediaTypes: Record<string, string> = {
  csv: 'text/csv',
  json: 'application/json',
  geojson: 'application/geo+json',
  xml: 'application/xml',
  html: 'text/html',
  pdf: 'application/pdf',
  txt: 'text/plain',
  zip: 'application/zip',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  excel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * A curated record as a dataset of DCAT-US v1.1 that the schema accepts. What the standard demands is always there;
 * of the rest, what it would not accept is left out.
 */
export function toDcatDataset(row: ExportedRow): Record<string, unknown> {
  const dataset = withoutEmpty({
    '@type': 'dcat:Dataset',
    identifier: row.identifier,
    title: row.title,
    description: row.description.trim().slice(0, 10_000) || row.title,
    keyword: row.keywords.length > 0 ? row.keywords : row.themes.length > 0 ? row.themes : [row.title],
    modified: row.modified ?? row.changedOn,
    publisher: publisherOf(row),
    contactPoint: {
      '@type': 'vcard:Contact',
      fn: row.contactName ?? row.stewardUnit ?? row.publisherName ?? 'The workgroup’s data staff',
      hasEmail: row.contactEmail ? `mailto:${row.contactEmail}` : noPublicAddress,
    },
    accessLevel: 'public',
    accrualPeriodicity: intervals[row.updateFrequency ?? ''] ?? null,
    rights: row.rights,
    license: row.license,
    spatial: row.spatial,
    temporal: row.firstYear && row.lastYear ? `${row.firstYear}-01-01/${row.lastYear}-12-31` : null,
    theme: row.themes.length > 0 ? [...new Set(row.themes)] : null,
    landingPage: row.landingPage,
    issued: row.issued,
    language: ['en'],
    distribution: row.distributions.length > 0 ? row.distributions.map(toDcatDistribution) : null,
  });
  for (const { path } of datasetProblems(dataset)) {
    const [member = ''] = path.split('.');
    if (!required.has(member)) delete dataset[member];
    else if (member === 'modified') dataset.modified = row.changedOn;
    else if (member === 'contactPoint')
      dataset.contactPoint = { ...(dataset.contactPoint as object), hasEmail: noPublicAddress };
  }
  return dataset;
}

function publisherOf({ publisherName, parentName }: ExportedRow): object {
  const organization = (name: string) => ({ '@type': 'org:Organization', name });
  const publisher = organization(publisherName ?? 'Statewide Overdose Safety Workgroup');
  return parentName ? { ...publisher, subOrganizationOf: organization(parentName) } : publisher;
}

function toDcatDistribution(distribution: ExportedRow['distributions'][number]): object {
  const mediaType = distribution.mediaType ?? mediaTypes[distribution.format?.toLowerCase() ?? ''] ?? null;
  // The standard wants the media type of whatever can be downloaded; without one it is a page to go to.
  const file = mediaType ? distribution.downloadUrl : null;
  return withoutEmpty({
    '@type': 'dcat:Distribution',
    title: distribution.title,
    description: distribution.description,
    format: distribution.format,
    mediaType: file ? mediaType : null,
    downloadURL: file,
    accessURL: distribution.accessUrl ?? (file ? null : distribution.downloadUrl),
  });
}

const withoutEmpty = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== ''));
