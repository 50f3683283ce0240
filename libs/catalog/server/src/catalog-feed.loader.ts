import { Injectable } from '@nestjs/common';
import { Database, type LoaderDefinition, type Queryable } from '@sos/platform-server';
import { catalogImportColumns } from './catalog-import.sql';
import { chosenLimitColumns, limitsFrom, type ChosenLimits } from './feed-limits';
import type { CatalogFeedLimits } from './feed-limits.types';
import { curatedFeedKey, type CatalogFeed, type CatalogImport } from './catalog-feed.types';

const feedColumns = 'key, title, location, key = $1 as "isCurated"';

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
      `select ${feedColumns} from catalog_feed order by key = $1 desc, title, key`,
      [curatedFeedKey],
    );
  }

  async find(queryable: Queryable, key: string): Promise<CatalogFeed | null> {
    const [feed] = await queryable.query<CatalogFeed & Record<string, unknown>>(
      `select ${feedColumns} from catalog_feed where key = $2`,
      [curatedFeedKey, key],
    );
    return feed ?? null;
  }

  readonly limits: LoaderDefinition<string, CatalogFeedLimits> = {
    load: async (keys) => {
      const rows = await this.database.query<ChosenLimits & { key: string }>(
        `select key, ${chosenLimitColumns} from catalog_feed where key = any($1::text[])`,
        [keys],
      );
      return new Map(rows.map((row) => [row.key, limitsFrom(row)]));
    },
  };

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
