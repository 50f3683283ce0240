import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { CatalogImportState } from './data-source.enums';
import { DataSourceEntity } from './data-source.entity';
import { CatalogUploadEntity, CatalogUploadPieceEntity } from './import/catalog-upload.entity';

/** Where records come from: the curated catalog, or the data.json of a publisher. */
@Entity('catalog_feed')
export class CatalogFeedEntity {
  @PrimaryColumn('text') key: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) location: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  /** How much is read from its address, and for how long; null: the usual. */
  @Column('integer', { name: 'most_megabytes', nullable: true }) mostMegabytes: number | null;
  @Column('integer', { name: 'most_seconds', nullable: true }) mostSeconds: number | null;
  @Column('integer', { name: 'limits_version', default: 0 }) limitsVersion: number;
}

/** One run of an import. A dry run may name a feed that does not exist yet. */
@Entity('catalog_import')
export class CatalogImportEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text', { name: 'feed_key' }) feedKey: string;
  @Column('text') location: string;
  @Column('boolean', { name: 'dry_run', default: false }) dryRun: boolean;
  @Column('text', { default: 'running' }) state: CatalogImportState;
  @Column('uuid', { name: 'started_by_id', nullable: true }) startedById: string | null;
  @CreateDateColumn({ name: 'started_at', type: 'timestamptz' }) startedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  @Column('integer', { default: 0 }) processed: number;
  @Column('integer', { nullable: true }) total: number | null;
  @Column('integer', { default: 0 }) added: number;
  @Column('integer', { default: 0 }) changed: number;
  @Column('integer', { default: 0 }) unchanged: number;
  @Column('integer', { default: 0 }) removed: number;
  @Column('integer', { default: 0 }) rejected: number;
  @Column('integer', { name: 'with_problems', default: 0 }) withProblems: number;
  @Column('jsonb', { default: () => "'[]'" }) problems: object[];
  @Column('text', { nullable: true }) failure: string | null;
}

/** One way to the data: a file or a page. */
@Entity('distribution')
@Unique(['dataSourceId', 'position'])
export class DistributionEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'data_source_id' }) dataSourceId: string;
  @Column('integer') position: number;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { nullable: true }) format: string | null;
  @Column('text', { name: 'media_type', nullable: true }) mediaType: string | null;
  @Column('text', { name: 'access_url', nullable: true }) accessUrl: string | null;
  @Column('text', { name: 'download_url', nullable: true }) downloadUrl: string | null;
}

/** A data source that an action item uses. */
@Entity('action_item_data_source')
export class ActionItemDataSourceEntity {
  @PrimaryColumn('uuid', { name: 'action_item_id' }) actionItemId: string;
  @PrimaryColumn('uuid', { name: 'data_source_id' }) dataSourceId: string;
  @Column('uuid', { name: 'restricted_to_sub_group_id', nullable: true }) restrictedToSubGroupId: string | null;
}

/** Words of the field that mean the same; only the preferred one is ever shown. */
@Entity('vocabulary_concept')
export class VocabularyConceptEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text', { unique: true }) preferred: string;
  @Column('text', { array: true, default: () => "'{}'" }) synonyms: string[];
}

/** The words that stand in records, to mend typos and to complete beginnings. */
@Entity('catalog_word')
export class CatalogWordEntity {
  @PrimaryColumn('text') word: string;
  /** About how many records have it: only to choose between two spellings. */
  @Column('integer', { name: 'source_count', default: 0 }) sourceCount: number;
}

/** Every table of the domain. */
export const catalogEntities = [
  CatalogFeedEntity,
  CatalogImportEntity,
  CatalogUploadEntity,
  CatalogUploadPieceEntity,
  DataSourceEntity,
  DistributionEntity,
  ActionItemDataSourceEntity,
  VocabularyConceptEntity,
  CatalogWordEntity,
];
