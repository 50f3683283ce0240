import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { datasetProblems } from '@sos/catalog-server';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { runCatalogExport } from '../src/commands/catalog-export';
import { runCatalogImport } from '../src/commands/catalog-import';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration' });
});
afterAll(() => hub.close());

const address = () => `${hub.address}/catalog/data.json`;
const exported = async () => (await (await fetch(address())).json()) as { dataset: Record<string, unknown>[] };

test('anybody gets the public curated sources, as DCAT-US', async () => {
  const response = await fetch(address());
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const catalog = (await response.json()) as Record<string, unknown> & { dataset: Record<string, unknown>[] };
  expect(catalog).toMatchObject({
    '@type': 'dcat:Catalog',
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
  });
  const [row] = await hub.database.query(`select count(*) as count from data_source where access_level = 'public'`);
  expect(catalog.dataset).toHaveLength(row!.count as number);
  expect(catalog.dataset.length).toBeGreaterThan(30);
});

test('every record is a valid dataset', async () => {
  for (const dataset of (await exported()).dataset) {
    expect([dataset.identifier, datasetProblems(dataset)]).toEqual([dataset.identifier, []]);
  }
});

const schema = join(import.meta.dirname, '../../../../shared/data/dcat-us/schemas/dcatus1.1/non-federal_dataset.json');
(existsSync(schema) ? test : test.skip)('every record is valid by the public-domain schema too', async () => {
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: false, allErrors: true });
  formats.default(ajv);
  const isValid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
  for (const dataset of (await exported()).dataset) {
    expect([dataset.identifier, isValid(dataset), isValid.errors]).toEqual([dataset.identifier, true, null]);
  }
});

test('restricted, withdrawn and imported records stay inside, and no address of a person gets out', async () => {
  const identifiers = (await exported()).dataset.map(({ identifier }) => identifier);
  expect(identifiers).not.toContain('ca-comprehensive-death-file');
  expect(JSON.stringify(await exported())).not.toContain('@example.org');
});

test('the tag answers whether anything differs', async () => {
  const tag = (await fetch(address())).headers.get('etag')!;
  const unchanged = await fetch(address(), { headers: { 'if-none-match': tag } });
  expect(unchanged.status).toBe(304);
  expect(await unchanged.text()).toBe('');
  await hub.database.query(
    `update data_source set description = 'Changed.', version = version + 1, changed_at = now() where slug = 'american-community-survey'`,
  );
  const changed = await fetch(address(), { headers: { 'if-none-match': tag } });
  expect(changed.status).toBe(200);
  expect(await changed.text()).toContain('Changed.');
});

test('what was exported can be imported again, without a problem', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sos-export-'));
  const services = { settings: hub.settings, database: hub.database, calendar: undefined as never };
  const printed: string[] = [];
  const output = { print: (line: string) => void printed.push(line), progress: () => undefined };
  try {
    const file = join(folder, 'data.json');
    expect(await runCatalogExport({ file }, services, output)).toBe(0);
    expect(
      await runCatalogImport({ location: file, source: 'round-trip', dryRun: true, json: true }, services, output),
    ).toBe(0);
    expect(JSON.parse(printed[0]!)).toMatchObject({ rejected: 0, withProblems: 0, problems: [] });
    expect(await runCatalogExport({ file: join(folder, 'no', 'such', 'folder.json') }, services, output)).toBe(1);
    await runCatalogExport({}, services, output);
    expect(JSON.parse(printed[1]!)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
