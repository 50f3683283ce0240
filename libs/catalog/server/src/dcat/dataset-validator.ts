import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { datasetSchema } from './dataset.schema';

/** Something that is not as the schema asks. */
export interface DatasetProblem {
  /** Such as `distribution.0.mediaType`; empty for the dataset itself. */
  path: string;
  message: string;
}

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false });
formats.default(ajv, ['uri']);
const validate = ajv.compile(datasetSchema);

/** Enough to see what is wrong; a broken list can have a hundred thousand. */
const mostProblems = 50;

/** Checks a dataset against DCAT-US v1.1; one problem for each place, in plain words. */
export function datasetProblems(dataset: unknown): DatasetProblem[] {
  if (validate(dataset)) return [];
  const byPath = new Map<string, DatasetProblem>();
  for (const error of validate.errors ?? []) {
    const path = pathOf(error);
    if (!byPath.has(path)) byPath.set(path, { path, message: messageOf(error, path) });
  }
  return [...byPath.values()].slice(0, mostProblems);
}

function pathOf({ instancePath, keyword, params }: ErrorObject): string {
  const place = instancePath.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
  if (keyword !== 'required') return place;
  return [place, String(params.missingProperty)].filter(Boolean).join('.');
}

const webAddress = 'expects a web address such as https://example.org/data.';
const date = 'expects a date such as 2024-09-22, or a period.';

/** What each member expects; the place of an item in a list is left out of the name. */
const expectations: Record<string, string> = {
  '': 'The dataset has to be an object.',
  '@type': 'expects its DCAT type.',
  accessLevel: 'expects public, restricted public or non-public.',
  accessURL: webAddress,
  accrualPeriodicity: 'expects an ISO 8601 repeating interval such as R/P1Y, or irregular.',
  bureauCode: 'expects codes such as 015:11.',
  conformsTo: webAddress,
  contactPoint: 'expects a name and an e-mail address.',
  coordinates: 'expects lists of numbers.',
  dataQuality: 'expects true or false.',
  describedBy: webAddress,
  describedByType: 'expects a media type such as text/csv.',
  description: 'expects text of at most 10,000 characters.',
  distribution: 'expects a list of files and pages.',
  downloadURL: webAddress,
  fn: 'expects the name of the contact.',
  format: 'expects text that is not empty.',
  hasEmail: 'expects an e-mail address such as mailto:data@example.org.',
  identifier: 'expects text that is not empty.',
  isPartOf: 'expects the identifier of a dataset.',
  issued: date,
  keyword: 'expects a list of at least one word, each of at most 1,000 characters.',
  landingPage: webAddress,
  language: 'expects language codes such as en-US.',
  license: webAddress,
  mediaType: 'expects a media type such as text/csv; a file has to have one.',
  modified: date,
  name: 'expects the name of the organization.',
  primaryITInvestmentUII: 'expects a code such as 023-000000001.',
  programCode: 'expects codes such as 015:001.',
  publisher: 'expects an organization with a name.',
  references: 'expects a list of web addresses, none of them twice.',
  rights: 'expects text of at most 255 characters.',
  spatial: 'expects the name of a place or its coordinates.',
  subOrganizationOf: 'expects an organization with a name.',
  systemOfRecords: 'expects text that is not empty.',
  temporal: 'expects a start and an end such as 2019-01-01/2022-12-31.',
  theme: 'expects a list of topics, none of them twice.',
  title: 'expects text that is not empty.',
  type: 'expects the kind of shape.',
};

function messageOf({ keyword }: ErrorObject, path: string): string {
  const member =
    path
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .at(-1) ?? '';
  const expects = expectations[member] ?? 'is not as DCAT-US v1.1 asks.';
  if (member === '') return expects;
  return keyword === 'required' ? `“${member}” is missing: it ${expects}` : `“${member}” ${expects}`;
}
