import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { AccessLevel, BreakdownState, GeographicLevel } from './data-source.enums';

/** One dataset, curated or from a feed. Its identity is the feed's key with the identifier: titles repeat. */
@Entity('data_source')
@Unique(['feedKey', 'identifier'])
export class DataSourceEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text', { name: 'feed_key' }) feedKey: string;
  @Column('text') identifier: string;
  @Column('text', { unique: true }) slug: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) acronym: string | null;
  @Column('text', { default: '' }) description: string;
  /** What one record is, such as "one registered death". */
  @Column('text', { name: 'record_unit', nullable: true }) recordUnit: string | null;
  @Column('text', { name: 'publisher_name', nullable: true }) publisherName: string | null;
  @Column('uuid', { name: 'publisher_agency_id', nullable: true }) publisherAgencyId: string | null;
  @Column('uuid', { name: 'steward_agency_id', nullable: true }) stewardAgencyId: string | null;
  @Column('uuid', { name: 'steward_person_id', nullable: true }) stewardPersonId: string | null;
  @Column('text', { name: 'steward_unit', nullable: true }) stewardUnit: string | null;
  @Column('text', { name: 'contact_name', nullable: true }) contactName: string | null;
  @Column('text', { name: 'contact_email', nullable: true }) contactEmail: string | null;
  @Column('text', { array: true, default: () => "'{}'" }) keywords: string[];
  @Column('text', { array: true, default: () => "'{}'" }) themes: string[];
  @Column('text', { name: 'access_level' }) accessLevel: AccessLevel;
  @Column('text', { name: 'access_route', array: true, default: () => "'{}'" }) accessRoute: string[];
  @Column('text', { nullable: true }) rights: string | null;
  @Column('text', { name: 'legal_basis', nullable: true }) legalBasis: string | null;
  @Column('text', { nullable: true }) license: string | null;
  @Column('text', { name: 'known_limits', array: true, default: () => "'{}'" }) knownLimits: string[];
  @Column('text', { name: 'suppression_practice', nullable: true }) suppressionPractice: string | null;
  @Column('text', { array: true, default: () => "'{}'" }) questions: string[];
  /** A word of {@link UpdateFrequency}; null when not known. */
  @Column('text', { name: 'update_frequency', nullable: true }) updateFrequency: string | null;
  /** The feed's own words, kept even when they are not understood. */
  @Column('text', { name: 'accrual_periodicity', nullable: true }) accrualPeriodicity: string | null;
  @Column('text', { nullable: true }) lag: string | null;
  @Column('integer', { name: 'lag_days', nullable: true }) lagDays: number | null;
  @Column('text', { nullable: true }) spatial: string | null;
  @Column('text', { name: 'geographic_levels', array: true, default: () => "'{}'" })
  geographicLevels: GeographicLevel[];
  @Column('text', { nullable: true }) temporal: string | null;
  @Column('integer', { name: 'first_year', nullable: true }) firstYear: number | null;
  /** None, with a first year: it goes on. */
  @Column('integer', { name: 'last_year', nullable: true }) lastYear: number | null;
  @Column('jsonb', { default: () => "'{}'" }) breakdowns: Record<string, BreakdownState>;
  @Column('text', { name: 'landing_page', nullable: true }) landingPage: string | null;
  @Column('text', { nullable: true }) issued: string | null;
  @Column('text', { nullable: true }) modified: string | null;
  @Column('date', { name: 'modified_on', nullable: true }) modifiedOn: string | null;
  /** The dataset as the feed had it. */
  @Column('jsonb', { name: 'source_record', nullable: true }) sourceRecord: object | null;
  /** Tells whether the feed's dataset is the one that was imported last. */
  @Column('text', { name: 'content_hash', nullable: true }) contentHash: string | null;
  @Column('jsonb', { default: () => "'[]'" }) problems: { path: string; message: string }[];
  @Column('text', { name: 'source_reference', nullable: true }) sourceReference: string | null;
  @Column('text', { nullable: true }) verification: string | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt: Date;
  /** Derived by a trigger, as the two below. */
  @Column('tsvector', { name: 'search_vector', default: () => "''" }) searchVector: string;
  @Column('tsvector', { name: 'title_vector', default: () => "''" }) titleVector: string;
  /** Key of the steward agency, else of the publisher, else the publisher's name. */
  @Column('text', { name: 'facet_agency', nullable: true }) facetAgency: string | null;
}
