import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Actor } from '@sos/activity-server';
import { Database, type LoaderDefinition, type LoaderRegistry, type Queryable } from '@sos/platform-server';
import { catalogImportColumns } from '../catalog-import.sql';
import type { CatalogImport, CatalogProblem } from '../catalog-feed.types';
import { importLock, type ImportSummary } from './import-catalog';

export interface NewRun {
  feedKey: string;
  location: string;
  dryRun: boolean;
  actor: Actor | null;
}

/** Starts the record of a run. */
export async function beginRun(queryable: Queryable, run: NewRun): Promise<CatalogImport> {
  const [row] = await queryable.query<CatalogImport & Record<string, unknown>>(
    `insert into catalog_import as run (feed_key, location, dry_run, started_by_id) values ($1, $2, $3, $4)
     returning ${catalogImportColumns}`,
    [run.feedKey, run.location, run.dryRun, run.actor?.personId ?? null],
  );
  return row!;
}

export async function finishRun(queryable: Queryable, id: string, summary: ImportSummary, total: number) {
  await queryable.query(
    `update catalog_import set state = 'finished', finished_at = now(), processed = $2, total = $2, added = $3,
       changed = $4, unchanged = $5, removed = $6, rejected = $7, with_problems = $8, problems = $9 where id = $1`,
    [
      id,
      total,
      summary.added,
      summary.changed,
      summary.unchanged,
      summary.removed,
      summary.rejected,
      summary.withProblems,
      JSON.stringify(summary.problems),
    ],
  );
}

/** A run that has finished stays so: what went wrong after it, such as learning its words, undoes nothing. */
export async function failRun(queryable: Queryable, id: string, failure: string) {
  await queryable.query(
    `update catalog_import set state = 'failed', finished_at = now(), failure = $2 where id = $1 and state = 'running'`,
    [id, failure],
  );
}

/** The runs of imports, as people follow them. */
@Injectable()
export class CatalogImportRuns implements OnApplicationBootstrap {
  /** How far runs of this process are: the embedded database cannot be told while the import holds it. */
  private readonly inProgress = new Map<string, { processed: number; total: number }>();

  constructor(private readonly database: Database) {}

  /** A run whose process ended in the middle must not seem to go on for ever. */
  async onApplicationBootstrap(): Promise<void> {
    if (!(this.database instanceof Database) || !this.database.source) return;
    const runs = await this.database.query<{ id: string; key: string }>(
      `select id, feed_key as key from catalog_import where state = 'running'`,
    );
    for (const { id, key } of runs) {
      await this.database.transaction(async (transaction) => {
        const [lock] = await transaction.query<{ taken: boolean }>(
          `select pg_try_advisory_xact_lock(${importLock('$1')}) as taken`,
          [key],
        );
        if (lock?.taken) await failRun(transaction, id, 'The hub stopped during the import. Import again.');
      });
    }
  }

  tell(id: string, processed: number, total: number): void {
    this.inProgress.set(id, { processed, total });
  }

  forget(id: string): void {
    this.inProgress.delete(id);
  }

  /** @param queryable The transaction, for those who are in one. */
  async find(id: string, queryable: Queryable = this.database): Promise<CatalogImport | null> {
    const [row] = await queryable.query<CatalogImport & Record<string, unknown>>(
      `select ${catalogImportColumns} from catalog_import run where run.id = $1`,
      [id],
    );
    return row ? { ...row, ...(row.state === 'running' ? this.inProgress.get(id) : {}) } : null;
  }

  problems(id: string, first: number, loaders: LoaderRegistry): Promise<CatalogProblem[]> {
    const loader = loaders.getFor(this.problemFamily, String(first), () => this.problemsOf(first));
    return loader.load(id).then((problems) => problems ?? []);
  }

  private readonly problemFamily = {};

  private problemsOf(first: number): LoaderDefinition<string, CatalogProblem[]> {
    return {
      load: async (ids) => {
        const rows = await this.database.query<{ id: string; problems: CatalogProblem[] }>(
          `select run.id, coalesce((select jsonb_agg(problem order by place)
             from jsonb_array_elements(run.problems) with ordinality listed (problem, place) where place <= $2), '[]') as problems
           from catalog_import run where run.id = any($1::uuid[])`,
          [ids, first],
        );
        return new Map(rows.map((row) => [row.id, row.problems]));
      },
    };
  }
}
