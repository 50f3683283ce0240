import { Injectable } from '@nestjs/common';
import type { Queryable } from '@sos/platform-server';
import { curatedFeedKey } from './catalog-feed.types';
import type { DataSourceFacts } from './data-source.input-rules';

/** Whom a record belongs to, as row ids that are known to exist. */
export interface Stewards {
  agencyId: string;
  personId: string | null;
}

/** Columns of the facts, in one order for insert and update. Search columns are derived by a trigger. */
const columns: readonly [column: string, type: string, value: (facts: DataSourceFacts) => unknown][] = [
  ['title', 'text', (facts) => facts.title],
  ['acronym', 'text', (facts) => facts.acronym],
  ['description', 'text', (facts) => facts.description],
  ['record_unit', 'text', (facts) => facts.recordUnit],
  ['steward_unit', 'text', (facts) => facts.stewardUnit],
  ['contact_name', 'text', (facts) => facts.contactName],
  ['contact_email', 'text', (facts) => facts.contactEmail],
  ['keywords', 'text[]', (facts) => facts.keywords],
  ['themes', 'text[]', (facts) => facts.themes],
  ['access_level', 'text', (facts) => facts.accessLevel],
  ['access_route', 'text[]', (facts) => facts.accessRoute],
  ['rights', 'text', (facts) => facts.rights],
  ['legal_basis', 'text', (facts) => facts.legalBasis],
  ['license', 'text', (facts) => facts.license],
  ['known_limits', 'text[]', (facts) => facts.knownLimits],
  ['suppression_practice', 'text', (facts) => facts.suppressionPractice],
  ['questions', 'text[]', (facts) => facts.questions],
  ['update_frequency', 'text', (facts) => (facts.updateFrequency === 'unknown' ? null : facts.updateFrequency)],
  ['lag', 'text', (facts) => facts.lag],
  ['lag_days', 'integer', (facts) => facts.lagDays],
  ['spatial', 'text', (facts) => facts.spatial],
  ['geographic_levels', 'text[]', (facts) => facts.geographicLevels],
  ['temporal', 'text', (facts) => facts.temporal],
  ['first_year', 'integer', (facts) => facts.firstYear],
  ['last_year', 'integer', (facts) => facts.lastYear],
  ['breakdowns', 'jsonb', (facts) => JSON.stringify(facts.breakdowns)],
  ['landing_page', 'text', (facts) => facts.landingPage],
];

const names = columns.map(([column]) => column).join(', ');
const places = (from: number) => columns.map(([, type], index) => `$${index + from}::${type}`).join(', ');

const insert = `insert into data_source
  (feed_key, identifier, slug, steward_agency_id, publisher_agency_id, steward_person_id, modified, modified_on, ${names})
  values ('${curatedFeedKey}', $1, $1, $2, $2, $3, $4::text, $4::text::date, ${places(5)}) returning id`;

const update = `update data_source set steward_agency_id = $3, steward_person_id = $4, modified = $5::text,
  modified_on = $5::text::date, (${names}) = row (${places(6)}), version = version + 1, changed_at = now()
  where id = $1 and version = $2 and feed_key = '${curatedFeedKey}' returning id`;

/** Writes curated records. */
@Injectable()
export class DataSourceRepository {
  /** @param today The record's `modified` date, YYYY-MM-DD. */
  async insert(
    transaction: Queryable,
    slug: string,
    facts: DataSourceFacts,
    stewards: Stewards,
    today: string,
  ): Promise<string> {
    await transaction.query(
      `insert into catalog_feed (key, title) values ($1, 'Curated by the workgroup') on conflict do nothing`,
      [curatedFeedKey],
    );
    const values = columns.map(([, , value]) => value(facts));
    const [row] = await transaction.query<{ id: string }>(insert, [
      slug,
      stewards.agencyId,
      stewards.personId,
      today,
      ...values,
    ]);
    await this.writeDistributions(transaction, row!.id, facts);
    return row!.id;
  }

  /** @returns false when the version is another one by now. */
  async update(
    transaction: Queryable,
    id: string,
    expectedVersion: number,
    facts: DataSourceFacts,
    stewards: Stewards,
    today: string,
  ): Promise<boolean> {
    const values = columns.map(([, , value]) => value(facts));
    const rows = await transaction.query(update, [
      id,
      expectedVersion,
      stewards.agencyId,
      stewards.personId,
      today,
      ...values,
    ]);
    if (rows.length === 0) return false;
    await transaction.query('delete from distribution where data_source_id = $1', [id]);
    await this.writeDistributions(transaction, id, facts);
    return true;
  }

  /** Slugs and identifiers that begin like this one: a record's slug never changes, so a new one must differ. */
  async takenSlugs(transaction: Queryable, slug: string): Promise<Set<string>> {
    const rows = await transaction.query<{ taken: string }>(
      `select slug as taken from data_source where slug = $1 or starts_with(slug, $1 || '-')
       union select marks ->> 'slug' from removed_thing where type_name = 'DataSource'
       union select identifier from data_source
       where feed_key = $2 and (identifier = $1 or starts_with(identifier, $1 || '-'))`,
      [slug, curatedFeedKey],
    );
    return new Set(rows.map(({ taken }) => taken));
  }

  private async writeDistributions(transaction: Queryable, id: string, facts: DataSourceFacts): Promise<void> {
    if (facts.distributions.length === 0) return;
    await transaction.query(
      `insert into distribution (data_source_id, position, title, description, format, media_type, access_url, download_url)
       select $1, place - 1, item ->> 'title', item ->> 'description', item ->> 'format', item ->> 'mediaType',
         item ->> 'accessUrl', item ->> 'downloadUrl'
       from jsonb_array_elements($2::jsonb) with ordinality given (item, place)`,
      [id, JSON.stringify(facts.distributions)],
    );
  }
}
