import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { datasetProblems } from './dataset-validator';
import { toDcatDataset, type ExportedRow } from './export-dataset.rules';

const row: ExportedRow = {
  id: '1',
  slug: 's',
  identifier: 'i',
  title: 'Title',
  description: 'Text',
  publisherName: 'Department',
  parentName: null,
  stewardUnit: null,
  contactName: null,
  contactEmail: null,
  keywords: ['death'],
  themes: ['Deaths'],
  accessRoute: [],
  rights: null,
  license: null,
  updateFrequency: 'annual',
  spatial: null,
  firstYear: 2001,
  lastYear: 2005,
  landingPage: 'https://example.org',
  issued: null,
  modified: '2026-01-02',
  changedOn: '2026-01-03',
  distributions: [],
};

describe('a curated record always makes a valid dataset', () => {
  test.each<[string, Partial<ExportedRow>]>([
    ['as usual', {}],
    [
      'with nothing that may be missing',
      { description: ' ', keywords: [], themes: [], modified: null, publisherName: null, landingPage: null },
    ],
    ['with a contact', { contactName: 'Data desk', contactEmail: 'data@example.org' }],
    ['with an odd address', { contactEmail: 'ödd@example.org' }],
    ['with a page that is no address', { landingPage: 'no address' }],
    ['with a wrong date', { modified: 'soon', issued: 'long ago' }],
    ['with long restrictions', { rights: 'x'.repeat(300) }],
    [
      'with a file without media type',
      {
        distributions: [
          {
            title: 'T',
            description: null,
            format: 'SAS',
            mediaType: null,
            accessUrl: null,
            downloadUrl: 'https://example.org/x',
          },
        ],
      },
    ],
    [
      'with a CSV file',
      {
        distributions: [
          {
            title: null,
            description: null,
            format: 'CSV',
            mediaType: null,
            accessUrl: null,
            downloadUrl: 'https://example.org/x.csv',
          },
        ],
      },
    ],
  ])('%s', (_name, changes) => {
    expect(datasetProblems(toDcatDataset({ ...row, ...changes }))).toEqual([]);
  });

  test('the media type of a CSV file is known, a file of unknown type becomes a page', () => {
    const file = {
      title: null,
      description: null,
      mediaType: null,
      accessUrl: null,
      downloadUrl: 'https://example.org/x',
    };
    const { distribution } = toDcatDataset({
      ...row,
      distributions: [
        { ...file, format: 'CSV' },
        { ...file, format: 'SAS' },
      ],
    });
    expect(distribution).toMatchObject([
      { downloadURL: 'https://example.org/x', mediaType: 'text/csv' },
      { accessURL: 'https://example.org/x' },
    ]);
  });
});

const shared = join(import.meta.dirname, '../../../../../../shared/data');
const ifShared = existsSync(join(shared, 'dcat-us')) ? test : test.skip;

ifShared('judges every dataset of three federal feeds as the public-domain schema does', () => {
  const published = JSON.parse(
    readFileSync(join(shared, 'dcat-us/schemas/dcatus1.1/non-federal_dataset.json'), 'utf8'),
  ) as object;
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const isValid = ajv.compile(published);
  for (const file of ['cdc.gov.data.2024-09-22.json', 'dol.data.json', 'fda.data.json']) {
    const feed = JSON.parse(readFileSync(join(shared, 'agencies', file), 'utf8')) as { dataset: object[] };
    for (const dataset of feed.dataset) {
      expect([dataset, datasetProblems(dataset).length === 0]).toEqual([dataset, isValid(dataset)]);
    }
  }
});
