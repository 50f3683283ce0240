import { curatedFeedKey, learnAllWords } from '@sos/catalog-server';
import type { Transaction } from '@sos/platform-server';
import { agencies, dataSources, vocabulary, type DataSourceContent } from './content';
import { idOf, insertRows } from './insert-rows';
import type { StoryClock } from './story-clock';

/** What a catalog needs before its first source: the feed of curated records, and words that find the same things. */
export async function insertCatalogFrame(transaction: Transaction): Promise<void> {
  await insertRows(transaction, 'catalog_feed', [{ key: curatedFeedKey, title: 'Curated by the workgroup' }]);
  await insertRows(
    transaction,
    'vocabulary_concept',
    vocabulary.map(({ preferred, synonyms }) => ({ id: idOf('concept', preferred), preferred, synonyms })),
  );
}

/** The sources that the workgroup describes itself. */
export async function insertDataSources(transaction: Transaction, clock: StoryClock): Promise<void> {
  await insertRows(
    transaction,
    'data_source',
    dataSources.map((source) => sourceRow(source, clock)),
  );
  await insertRows(transaction, 'distribution', dataSources.flatMap(distributionRows));
  await learnAllWords(transaction);
}

function sourceRow(source: DataSourceContent, clock: StoryClock) {
  const steward = source.stewardAgency ?? source.publisherAgency;
  const modified = clock.date(source.modified);
  return {
    id: idOf('data-source', source.identifier),
    feed_key: curatedFeedKey,
    identifier: source.identifier,
    slug: source.identifier,
    title: source.title,
    acronym: source.acronym ?? null,
    description: source.description,
    record_unit: source.recordUnit,
    publisher_name: agencies.find(({ key }) => key === source.publisherAgency)?.name ?? source.publisherAgency,
    publisher_agency_id: idOf('agency', source.publisherAgency),
    steward_agency_id: idOf('agency', steward),
    steward_person_id: source.stewardPerson ? idOf('person', source.stewardPerson) : null,
    steward_unit: source.stewardUnit,
    keywords: source.keywords,
    themes: source.themes,
    access_level: source.accessLevel,
    access_route: source.accessRoute,
    legal_basis: source.legalBasis ?? null,
    known_limits: source.knownLimits,
    suppression_practice: source.suppressionPractice ?? null,
    questions: source.questions,
    update_frequency: source.updateFrequency,
    lag: source.lag,
    lag_days: source.lagDays ?? null,
    geographic_levels: source.geographicLevels,
    first_year: source.firstYear ?? null,
    last_year: source.lastYear ?? null,
    breakdowns: source.breakdowns,
    landing_page: source.landingPage ?? null,
    modified,
    modified_on: modified,
    source_reference: source.sourceReference,
    verification: source.verification,
    created_at: clock.time(source.modified, source.identifier).toISOString(),
    changed_at: clock.time(source.modified, source.identifier).toISOString(),
  };
}

const distributionRows = (source: DataSourceContent) =>
  source.distributions.map((distribution, position) => ({
    id: idOf('distribution', `${source.identifier} ${position}`),
    data_source_id: idOf('data-source', source.identifier),
    position,
    title: distribution.title,
    format: distribution.format,
    access_url: distribution.accessUrl ?? null,
    download_url: distribution.downloadUrl ?? null,
  }));
