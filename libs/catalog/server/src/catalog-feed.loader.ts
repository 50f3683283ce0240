import { Injectable } from '@nestjs/common';
import { Database, type LoaderDefinition } from '@sos/platform-server';
import { catalogImportColumns } from './catalog-import.sql';
import { curatedFeedKey, type CatalogFeed, type CatalogImport } from './catalog-feed.types';

interface FeedCounts {
  current: number;
  withdrawn: number;
}

/** Feeds, and what is told of them. */
@Injectable()
export class CatalogFeedLoader {
  constructor(private readonly database: Database) {}

  /** The curated catalog first, then by title. */
  list(): Promise<CatalogFeed[]> {
    return this.database.query<CatalogFeed & Record<string, unknown>>(
      `select key, title, location, key = $1 as "isCurated" from catalog_feed order by key = $1 desc, title, key`,
      [curatedFeedKey],
    );
  }

  readonly counts: LoaderDefinition<string, FeedCounts> = {
    load: async (keys) => {
      const rows = await this.database.query<FeedCounts & { key: string }>(
        `select feed_key as key, count(*) filter (where withdrawn_at is null) as current,
           count(withdrawn_at) as withdrawn
         from data_source where feed_key = any($1::text[]) group by 1`,
        [keys],
      );
      return new Map(rows.map((row) => [row.key, row]));
    },
  };

  /** The latest run that was meant to change something. */
  readonly latestImport: LoaderDefinition<string, CatalogImport> = {
    load: async (keys) => {
      const rows = await this.database.query<CatalogImport & Record<string, unknown>>(
        `select distinct on (run.feed_key) ${catalogImportColumns} from catalog_import run
         where run.feed_key = any($1::text[]) and not run.dry_run order by run.feed_key, run.started_at desc, run.id`,
        [keys],
      );
      return new Map(rows.map((row) => [row.feedKey, row]));
    },
  };
}
