import type { ActivityRecorder, Actor } from '@sos/activity-server';
import type { Database, Queryable } from '@sos/platform-server';
import { curatedFeedKey } from '../catalog-feed.types';
import { outsideLimitsOf } from '../feed-limits';
import { learnWords } from '../search/lexicon';
import { readDatasets } from './dataset-reader';
import { hashOf, readDataset, type ImportedRecord } from './dataset.rules';
import { openInput, type FeedInput, type OpenedInput } from './feed-input';
import { applyBatch, withdrawMissing, type LinkedRecord } from './import-batch.repository';
import { NotACatalogError } from './not-a-catalog';

export interface ImportProblem {
  identifier: string | null;
  path: string;
  message: string;
}

export interface ImportSummary {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  rejected: number;
  withProblems: number;
  /** At most {@link mostProblems}. */
  problems: ImportProblem[];
}

export interface ImportRequest {
  feedKey: string;
  input: FeedInput;
  dryRun: boolean;
  /** Accept a feed without datasets although the hub holds some of it. */
  allowEmpty?: boolean;
  /** Null: the command line. */
  actor: Actor | null;
  onProgress?: (processed: number, total: number) => void;
  /** Runs in the transaction of the import, last: what it writes is there if, and only if, the import is. */
  onFinish?: (transaction: Queryable, summary: ImportSummary, total: number) => Promise<void>;
}

/** A report with more is not read by anybody. */
export const mostProblems = 10_000;

/** The embedded database serves nobody else during a transaction, so there they are short. */
const batchSize = { server: 200, embedded: 50 };
const feedKeyPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** @returns what is wrong with the key of a feed to import; null when nothing is. */
export function feedKeyProblem(key: string): string | null {
  if (key === curatedFeedKey)
    return `“${curatedFeedKey}” is the catalog that the workgroup curates. Choose another key.`;
  if (feedKeyPattern.test(key)) return null;
  return 'The key of a feed has lower-case letters, digits and hyphens, at most 40, for example cdc.';
}

const running = new Set<string>();

/** Whether this process is importing the feed. */
export const isImporting = (feedKey: string): boolean => running.has(feedKey);

/**
 * Imports a DCAT-US data.json. The file is read twice: once to be sure that it is a catalog to its very end, then
 * dataset by dataset, so that memory holds one batch.
 *
 * On PostgreSQL all of it is one transaction: whatever happens half-way, nothing was changed. The embedded database has
 * one connection, and the hub would stand still; so there each batch is a transaction. If the process ends in the
 * middle, whole records are there, the run is not finished, and importing again adds the rest.
 * @throws NotACatalogError when it cannot be imported.
 */
export async function importCatalog(
  database: Database,
  recorder: ActivityRecorder,
  request: ImportRequest,
): Promise<ImportSummary> {
  const { feedKey } = request;
  const problem = feedKeyProblem(feedKey);
  if (problem) throw new NotACatalogError(problem);
  const { summary, writtenIds } = await alone(feedKey, async () => {
    const input = await openInput(await withinLimits(database, request));
    try {
      const total = await countDatasets(input);
      request.onProgress?.(0, total);
      return request.dryRun
        ? await new Import((work) => work(database), request, total, batchSize.server).run(input)
        : await importForGood(database, recorder, request, input, total);
    } finally {
      await input.close();
    }
  });
  // The import is over, and its feed may be imported again, while the lexicon still learns.
  if (!request.dryRun) await learnWords(database, writtenIds);
  return summary;
}

async function alone<T>(feedKey: string, work: () => Promise<T>): Promise<T> {
  if (running.has(feedKey)) throw alreadyRunning(feedKey);
  running.add(feedKey);
  try {
    return await work();
  } finally {
    running.delete(feedKey);
  }
}

/** What a caller says of limits goes before the feed's own. */
async function withinLimits(database: Database, { feedKey, input }: ImportRequest): Promise<FeedInput> {
  if (input.kind !== 'url') return input;
  return { ...input, limits: { ...(await outsideLimitsOf(database, feedKey)), ...input.limits } };
}

const alreadyRunning = (feedKey: string) =>
  new NotACatalogError(`The feed “${feedKey}” is being imported already. Wait until that import has ended.`);

/** Reads the whole input: what is no catalog, or breaks off, is refused before anything happens. */
async function countDatasets(input: OpenedInput): Promise<number> {
  let count = 0;
  for await (const _dataset of readDatasets(input.read())) count += 1;
  return count;
}

async function importForGood(
  database: Database,
  recorder: ActivityRecorder,
  request: ImportRequest,
  input: OpenedInput,
  total: number,
): Promise<ImportOutcome> {
  const finish = async (transaction: Queryable, { summary }: ImportOutcome) => {
    await recordImport(transaction, recorder, request, summary);
    await request.onFinish?.(transaction, summary, total);
  };
  return database.isEmbedded
    ? inShortTransactions(database, request, input, total, finish)
    : inOneTransaction(database, request, input, total, finish);
}

interface ImportOutcome {
  summary: ImportSummary;
  writtenIds: string[];
}
type Finish = (transaction: Queryable, outcome: ImportOutcome) => Promise<void>;

function inOneTransaction(
  database: Database,
  request: ImportRequest,
  input: OpenedInput,
  total: number,
  finish: Finish,
): Promise<ImportOutcome> {
  return database.transaction(async (transaction) => {
    const [lock] = await transaction.query<{ taken: boolean }>(
      `select pg_try_advisory_xact_lock(${importLock('$1')}) as taken`,
      [request.feedKey],
    );
    if (!lock?.taken) throw alreadyRunning(request.feedKey);
    const outcome = await new Import((work) => work(transaction), request, total, batchSize.server).run(input);
    await finish(transaction, outcome);
    return outcome;
  });
}

async function inShortTransactions(
  database: Database,
  request: ImportRequest,
  input: OpenedInput,
  total: number,
  finish: Finish,
): Promise<ImportOutcome> {
  const outcome = await new Import((work) => database.transaction(work), request, total, batchSize.embedded).run(input);
  await database.transaction((transaction) => finish(transaction, outcome));
  return outcome;
}

/** SQL expression of the lock that keeps two processes from importing the same feed. */
export const importLock = (feedKey: string): string => `hashtextextended('catalog import ' || ${feedKey}::text, 0)`;

class Import {
  private readonly seen = new Set<string>();
  private readonly writtenIds: string[] = [];
  private readonly summary: ImportSummary = {
    added: 0,
    changed: 0,
    unchanged: 0,
    removed: 0,
    rejected: 0,
    withProblems: 0,
    problems: [],
  };
  private processed = 0;
  private hasFeed = false;

  constructor(
    /** Runs work on the database: within the one transaction, in one of its own, or, dry, in none. */
    private readonly within: <T>(work: (queryable: Queryable) => Promise<T>) => Promise<T>,
    private readonly request: ImportRequest,
    private readonly total: number,
    private readonly batchSize: number,
  ) {}

  async run(input: OpenedInput): Promise<ImportOutcome> {
    const agencies = await this.within(agenciesByName);
    let batch: ImportedRecord[] = [];
    const apply = async () => {
      await this.apply(
        batch.map((record) => linked(record, agencies)),
        input.location,
      );
      batch = [];
    };
    for await (const { value } of readDatasets(input.read())) {
      this.processed += 1;
      const record = this.read(value);
      if (record) batch.push(record);
      if (batch.length === this.batchSize) await apply();
    }
    await apply();
    this.summary.removed = await this.within(async (queryable) => {
      await this.refuseEmptied(queryable);
      return withdrawMissing(queryable, this.seen, this.request);
    });
    return { summary: this.summary, writtenIds: this.writtenIds };
  }

  private read(value: unknown): ImportedRecord | null {
    const { record, rejected } = readDataset(value, this.request.feedKey);
    const identifier = record?.identifier ?? rejected?.identifier ?? null;
    const isRepeated = identifier !== null && this.seen.has(identifier);
    // A dataset that lost its title is still in the feed, so the record that the hub has of it stays.
    if (identifier !== null) this.seen.add(identifier);
    if (rejected) return this.reject(identifier, rejected.problem);
    if (isRepeated) {
      const message = 'The identifier is given twice in the feed; the first dataset with it was kept.';
      return this.reject(identifier, { path: 'identifier', message });
    }
    if (record.problems.length > 0) this.summary.withProblems += 1;
    for (const problem of record.problems) this.list(identifier, problem);
    return record;
  }

  private reject(identifier: string | null, problem: { path: string; message: string }): null {
    this.summary.rejected += 1;
    // Without an identifier, the place in the feed is what the dataset can be found by.
    const place = ['dataset', this.processed - 1, problem.path].filter((part) => part !== '').join('.');
    this.list(identifier, identifier === null ? { ...problem, path: place } : problem);
    return null;
  }

  private list(identifier: string | null, problem: { path: string; message: string }): void {
    if (this.summary.problems.length < mostProblems) this.summary.problems.push({ identifier, ...problem });
  }

  private async apply(batch: readonly LinkedRecord[], location: string): Promise<void> {
    if (batch.length > 0) {
      const outcome = await this.within(async (queryable) => {
        if (!this.request.dryRun && !this.hasFeed) {
          await rememberFeed(queryable, this.request.feedKey, batch[0]?.publisherName ?? null, location);
        }
        return applyBatch(queryable, batch, this.request);
      });
      this.hasFeed = true;
      this.summary.added += outcome.added;
      this.summary.changed += outcome.changed;
      this.summary.unchanged += outcome.unchanged;
      for (const id of outcome.writtenIds) this.writtenIds.push(id);
    }
    this.request.onProgress?.(this.processed, this.total);
    // Between batches the process answers others.
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** A feed that suddenly has nothing is more likely broken than emptied. */
  private async refuseEmptied(queryable: Queryable): Promise<void> {
    if (this.seen.size > 0 || this.request.allowEmpty) return;
    const [row] = await queryable.query<{ count: number }>(
      'select count(*) as count from data_source where feed_key = $1 and withdrawn_at is null',
      [this.request.feedKey],
    );
    if (!row?.count) return;
    throw new NotACatalogError(
      `The catalog has no datasets, but the hub holds ${row.count.toLocaleString('en-US')} of this feed. ` +
        'Withdrawing all of them is refused as suspicious. If it is meant, import with --allow-empty.',
    );
  }
}

async function agenciesByName(queryable: Queryable): Promise<Map<string, string>> {
  const rows = await queryable.query<{ id: string; names: string[] }>(
    'select id, array[lower(name), lower(short_name), lower(abbreviation)] as names from agency order by key desc',
  );
  return new Map(rows.flatMap(({ id, names }) => names.map((name) => [name, id])));
}

/** The publisher, if it is an agency of the hub. That belongs to the content: a new agency makes the record change. */
function linked(record: ImportedRecord, agencies: ReadonlyMap<string, string>): LinkedRecord {
  const publisherAgencyId = agencies.get(record.publisherName?.toLowerCase() ?? '') ?? null;
  const contentHash = publisherAgencyId ? hashOf([record.contentHash, publisherAgencyId]) : record.contentHash;
  return { ...record, publisherAgencyId, contentHash };
}

async function rememberFeed(
  queryable: Queryable,
  key: string,
  publisherName: string | null,
  location: string,
): Promise<void> {
  await queryable.query(
    `insert into catalog_feed (key, title, location) values ($1, $2, $3)
     on conflict (key) do update set location = excluded.location,
       -- A feed that was only given limits has no name yet.
       title = case when catalog_feed.title = catalog_feed.key then excluded.title else catalog_feed.title end
     where catalog_feed.location is distinct from excluded.location`,
    [key, publisherName ?? key, location],
  );
}

async function recordImport(
  transaction: Queryable,
  recorder: ActivityRecorder,
  request: ImportRequest,
  { problems: _problems, ...counts }: ImportSummary,
): Promise<void> {
  if (counts.added + counts.changed + counts.removed === 0) return;
  const [feed] = await transaction.query<{ title: string }>('select title from catalog_feed where key = $1', [
    request.feedKey,
  ]);
  const number = (count: number) => count.toLocaleString('en-US');
  await recorder.record(transaction, request.actor, {
    action: 'imported the catalog',
    subjectType: 'CatalogFeed',
    subjectId: feedSubjectId(request.feedKey),
    subjectLabel: feed?.title ?? request.feedKey,
    subjectPath: `/data?feed=${request.feedKey}`,
    detail: `${number(counts.added)} added, ${number(counts.changed)} changed, ${number(counts.removed)} withdrawn.`,
    after: { feedKey: request.feedKey, ...counts },
  });
}

/** The trail names its subjects by uuid; a feed has a key, of which the same uuid always comes. */
export const feedSubjectId = (feedKey: string): string =>
  hashOf(`catalog feed ${feedKey}`).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
