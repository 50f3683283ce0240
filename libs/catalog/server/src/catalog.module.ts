import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { AsOfReaders, Removables } from '@sos/activity-server';
import { ScheduledWork } from '@sos/platform-server';
import { CatalogFeedLoader } from './catalog-feed.loader';
import { CatalogFeedResolver, CatalogImportResolver } from './catalog-feed.resolver';
import { DataSourceActsResolver } from './data-source-acts.resolver';
import { DataSourceAsOf } from './data-source.as-of';
import { DataSourceAccess } from './data-source.access';
import { DataSourceLoader } from './data-source.loader';
import { DataSourceRepository } from './data-source.repository';
import {
  ActionItemDataSourcesResolver,
  AgencyDataSourceCountResolver,
  DataSourceResolver,
} from './data-source.resolver';
import { CatalogExportController } from './dcat/catalog-export.controller';
import { CatalogImportRuns } from './import/catalog-import-runs';
import { CatalogUploadController } from './import/catalog-upload.controller';
import { CatalogUploads } from './import/catalog-uploads';
import { StartCatalogImport } from './import/start-catalog-import';
import { LimitCatalogFeed } from './limit-catalog-feed';
import { LinkDataSource } from './link-data-source';
import { RemoveDataSource } from './remove-data-source';
import { DataSourceSearcher } from './search/data-source-search';
import { DataSourceSearchResolver } from './search/search.resolver';
import { Lexicon } from './search/lexicon';
import { VocabularySource } from './search/vocabulary';
import { WriteDataSource } from './write-data-source';

/** Data sources: the curated catalog, feeds, search, export. Global: the search across everything reads from it. */
@Global()
@Module({
  controllers: [CatalogExportController, CatalogUploadController],
  providers: [
    DataSourceAccess,
    ActionItemDataSourcesResolver,
    AgencyDataSourceCountResolver,
    CatalogFeedLoader,
    CatalogFeedResolver,
    CatalogImportResolver,
    CatalogImportRuns,
    CatalogUploads,
    DataSourceActsResolver,
    DataSourceAsOf,
    DataSourceLoader,
    DataSourceRepository,
    DataSourceResolver,
    DataSourceSearcher,
    DataSourceSearchResolver,
    Lexicon,
    LimitCatalogFeed,
    LinkDataSource,
    RemoveDataSource,
    StartCatalogImport,
    VocabularySource,
    WriteDataSource,
  ],
  exports: [DataSourceLoader, VocabularySource],
})
export class CatalogModule implements OnModuleInit {
  constructor(
    private readonly asOf: AsOfReaders,
    private readonly sources: DataSourceAsOf,
    private readonly removables: Removables,
    private readonly uploads: CatalogUploads,
    private readonly work: ScheduledWork,
  ) {}

  onModuleInit(): void {
    this.work.register({ name: 'forget-uploads', when: '*/20 * * * *', run: () => this.uploads.forgetOld() });
    this.asOf.register('DataSource', (id, since) => this.sources.source(id, since));
    this.asOf.add('ActionItem', (id, since) => this.sources.sourcesOfItem(id, since));
    const table = 'action_item_data_source';
    this.removables.register('DataSource', {
      parts: [
        { table: 'data_source', by: 'id' },
        { table: 'distribution', by: 'data_source_id' },
        { table, by: 'data_source_id', beside: { table: 'action_item', column: 'action_item_id' } },
      ],
    });
    this.removables.addPart('ActionItem', {
      table,
      by: 'action_item_id',
      beside: { table: 'data_source', column: 'data_source_id' },
    });
  }
}
