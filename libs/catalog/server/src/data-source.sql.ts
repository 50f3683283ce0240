import { agencyJson, personJson } from '@sos/identity-server';
import { curatedFeedKey } from './catalog-feed.types';
import type { DataSource } from './data-source.types';

/** A data source as the statements below yield it. Fields that a search left out are missing. */
export type DataSourceRow = DataSource;

const noBreakdowns = JSON.stringify({
  race: 'unknown',
  ethnicity: 'unknown',
  immigrationStatus: 'unknown',
  language: 'unknown',
  householdIncome: 'unknown',
  age: 'unknown',
  sex: 'unknown',
});

/** SQL expression of a feed as JSON. */
export const feedJson = (alias: string): string =>
  `json_build_object('key', ${alias}.key, 'title', ${alias}.title, 'location', ${alias}.location,
    'isCurated', ${alias}.key = '${curatedFeedKey}')`;

const distributionsJson = `(select coalesce(json_agg(json_build_object('id', dist.id, 'title', dist.title,
    'description', dist.description, 'format', dist.format, 'mediaType', dist.media_type,
    'accessUrl', dist.access_url, 'downloadUrl', dist.download_url) order by dist.position), '[]')
  from distribution dist where dist.data_source_id = d.id)`;

const problemsJson = `(select coalesce(json_agg(json_build_object('identifier', d.identifier,
    'path', problem ->> 'path', 'message', problem ->> 'message')), '[]')
  from jsonb_array_elements(d.problems) problem)`;

/** Each property of a data source: how it is read from `data_source d` and the tables of {@link dataSourceJoins}. */
const expressions: Record<string, string> = {
  id: 'd.id',
  slug: 'd.slug',
  identifier: 'd.identifier',
  title: 'd.title',
  acronym: 'd.acronym',
  description: 'd.description',
  recordUnit: 'd.record_unit',
  publisherName: 'coalesce(d.publisher_name, publisher.name)',
  publisherAgency: agencyJson('publisher'),
  stewardAgency: agencyJson('steward'),
  stewardPerson: personJson('keeper'),
  stewardUnit: 'd.steward_unit',
  contactName: 'd.contact_name',
  contactEmail: 'd.contact_email',
  keywords: 'd.keywords',
  themes: 'd.themes',
  accessLevel: 'd.access_level',
  accessRoute: 'd.access_route',
  rights: 'd.rights',
  legalBasis: 'd.legal_basis',
  license: 'd.license',
  knownLimits: 'd.known_limits',
  suppressionPractice: 'd.suppression_practice',
  questions: 'd.questions',
  updateFrequency: `coalesce(d.update_frequency, 'unknown')`,
  lag: 'd.lag',
  lagDays: 'd.lag_days',
  spatial: 'd.spatial',
  geographicLevels: 'd.geographic_levels',
  temporal: 'd.temporal',
  firstYear: 'd.first_year',
  lastYear: 'd.last_year',
  breakdowns: `'${noBreakdowns}'::jsonb || d.breakdowns`,
  landingPage: 'd.landing_page',
  issued: 'd.issued',
  modified: 'd.modified',
  distributions: distributionsJson,
  feed: feedJson('feed'),
  problems: problemsJson,
  sourceReference: 'd.source_reference',
  verification: 'd.verification',
  withdrawnAt: 'd.withdrawn_at',
  version: 'd.version',
  changedAt: 'd.changed_at',
};

/** Every property that can be asked of a row. */
export const dataSourceProperties = Object.keys(expressions);

/** Select list for these properties (all, if none are named), in a fixed order so that statements repeat. */
export function dataSourceColumns(properties: readonly string[] = dataSourceProperties): string {
  return dataSourceProperties
    .filter((property) => properties.includes(property))
    .map((property) => `${expressions[property]} as "${property}"`)
    .join(', ');
}

const joins: [needs: readonly string[], join: string][] = [
  [['publisherName', 'publisherAgency'], 'left join agency publisher on publisher.id = d.publisher_agency_id'],
  [['stewardAgency'], 'left join agency steward on steward.id = d.steward_agency_id'],
  [['stewardPerson'], 'left join person keeper on keeper.id = d.steward_person_id'],
  [['feed'], 'join catalog_feed feed on feed.key = d.feed_key'],
];

/** The joins that {@link dataSourceColumns} needs beside `data_source d`. */
export function dataSourceJoins(properties: readonly string[] = dataSourceProperties): string {
  return joins
    .filter(([needs]) => needs.some((property) => properties.includes(property)))
    .map(([, join]) => join)
    .join(' ');
}

/** The whole statement for data sources under a condition on `d`. */
export const selectDataSources = (condition: string): string =>
  `select ${dataSourceColumns()} from data_source d ${dataSourceJoins()} where ${condition}`;
