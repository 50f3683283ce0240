/** A well-formed dataset of an invented feed; the changes break it where a test wants it broken. */
export const dataset = (number: number, changes: object = {}) => ({
  '@type': 'dcat:Dataset',
  identifier: `https://example.org/data/${number}`,
  title: `Drug overdose deaths, table ${number}`,
  description: 'Counts by month and county.',
  keyword: ['overdose', 'deaths'],
  modified: '2026-01-01',
  publisher: { '@type': 'org:Organization', name: 'Example Health Department' },
  contactPoint: { '@type': 'vcard:Contact', fn: 'Data desk', hasEmail: 'mailto:data@example.org' },
  accessLevel: 'public',
  accrualPeriodicity: 'R/P1M',
  temporal: '2019-01-01/2022-12-31',
  theme: ['Health'],
  distribution: [
    { '@type': 'dcat:Distribution', downloadURL: `https://example.org/data/${number}.csv`, mediaType: 'text/csv' },
    { '@type': 'dcat:Distribution', accessURL: `https://example.org/data/${number}` },
  ],
  ...changes,
});
/** The text of a data.json. */
export const catalog = (...datasets: unknown[]) =>
  JSON.stringify({
    '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: datasets,
  });
export const many = (count: number) => Array.from({ length: count }, (_, place) => dataset(place));
