import { Inject, Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import {
  Database,
  invalidInput,
  LOGGER,
  notAllowed,
  Once,
  requireViewer,
  type HubContext,
  type Logger,
  type Transaction,
} from '@sos/platform-server';
import type { StartCatalogImportInput, StartCatalogImportResult } from '../catalog-import.inputs';
import { mayImportCatalogs } from '../data-source.policy';
import { CatalogUploads, type Upload } from './catalog-uploads';
import { beginRun, CatalogImportRuns, failRun, finishRun } from './catalog-import-runs';
import { locationOf, type FeedInput } from './feed-input';
import { feedKeyProblem, importCatalog, isImporting } from './import-catalog';
import { NotACatalogError } from './not-a-catalog';

/** Starts an import from the web. It goes on after the answer; the run tells how far it is. */
@Injectable()
export class StartCatalogImport {
  constructor(
    private readonly database: Database,
    private readonly once: Once,
    private readonly recorder: ActivityRecorder,
    private readonly runs: CatalogImportRuns,
    private readonly uploads: CatalogUploads,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async start(input: StartCatalogImportInput, context: HubContext): Promise<StartCatalogImportResult> {
    const viewer = requireViewer(context);
    if (!mayImportCatalogs(viewer)) {
      return notAllowed('You cannot import catalogs.', 'The workgroup’s staff and administrators.');
    }
    const actor = { personId: viewer.personId, fullName: viewer.fullName };
    const { feedKey } = input;
    const dryRun = input.dryRun ?? false;
    let goOn: (() => Promise<void>) | undefined;
    const begin = async (transaction: Transaction): Promise<StartCatalogImportResult> => {
      const upload = input.uploadId ? await this.uploads.take(transaction, viewer, input.uploadId) : null;
      const { feed, problems } = readInput(input, upload);
      if (!feed) {
        await upload?.giveBack(transaction);
        return invalidInput(problems);
      }
      const run = await beginRun(transaction, { feedKey, location: locationOf(feed), dryRun, actor });
      goOn = () => this.work(run.id, { feedKey, input: feed, dryRun, actor });
      return { __typename: 'StartCatalogImportSuccess', catalogImport: run };
    };
    const result = await this.once.do({ mutation: 'startCatalogImport', input, context }, begin, {
      keep: (begun) => (begun.__typename === 'StartCatalogImportSuccess' ? { id: begun.catalogImport.id } : null),
      again: async (transaction, { id }): Promise<StartCatalogImportResult> => ({
        __typename: 'StartCatalogImportSuccess',
        catalogImport: (await this.runs.find(id, transaction))!,
      }),
    });
    // Only once the run is stored: whoever works on it tells it how far it is.
    void goOn?.();
    return result;
  }

  /** Never throws: whatever happens stands in the run. */
  private async work(id: string, request: Omit<Parameters<typeof importCatalog>[2], 'onProgress'>): Promise<void> {
    let told = Date.now();
    try {
      let counted = 0;
      const summary = await importCatalog(this.database, this.recorder, {
        ...request,
        onProgress: (processed, total) => {
          counted = total;
          this.runs.tell(id, processed, total);
          if (Date.now() - told < 1_000) return;
          told = Date.now();
          if (!this.database.isEmbedded) this.writeProgress(id, processed, total);
        },
        onFinish: (transaction, done, total) => finishRun(transaction, id, done, total),
      });
      if (request.dryRun) await finishRun(this.database, id, summary, counted);
    } catch (error) {
      const isExpected = error instanceof NotACatalogError;
      if (!isExpected) this.logger.error({ err: error, importId: id }, 'an import failed');
      const failure = isExpected
        ? error.message
        : 'Something went wrong on our side. Import again: what is there already stays as it is.';
      await failRun(this.database, id, failure).catch((reason: unknown) =>
        this.logger.error({ err: reason, importId: id }, 'a failed import could not be recorded'),
      );
    } finally {
      this.runs.forget(id);
    }
  }

  /** For other processes that serve the web: best effort, beside the transaction of the import. */
  private writeProgress(id: string, processed: number, total: number): void {
    this.database
      .query(`update catalog_import set processed = $2, total = $3 where id = $1 and state = 'running'`, [
        id,
        processed,
        total,
      ])
      .catch((error: unknown) => this.logger.warn({ err: error, importId: id }, 'progress could not be recorded'));
  }
}

function readInput(
  input: StartCatalogImportInput,
  upload: Upload | null,
): { feed: FeedInput; problems?: undefined } | { feed?: undefined; problems: { path: string; message: string }[] } {
  const problems: { path: string; message: string }[] = [];
  const keyProblem = feedKeyProblem(input.feedKey);
  if (keyProblem) problems.push({ path: 'feedKey', message: keyProblem });
  else if (isImporting(input.feedKey)) {
    problems.push({
      path: 'feedKey',
      message: 'This feed is being imported already. Wait until that import has ended.',
    });
  }
  const url = input.url?.trim();
  const content = input.content ?? null;
  const given = [url, input.uploadId, content].filter((one) => one !== null && one !== undefined && one !== '');
  if (given.length > 1) problems.push({ path: 'url', message: 'Give an address or a file, not both.' });
  else if (url) {
    const isAddress = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
    if (!isAddress) problems.push({ path: 'url', message: 'An address begins with https:// or http://.' });
  } else if (input.uploadId && !upload)
    problems.push({ path: 'uploadId', message: 'The hub has this file no longer. Send it again.' });
  else if (content === null && !upload)
    problems.push({ path: 'url', message: 'Give the address of the feed, or choose a file.' });
  if (problems.length > 0) return { problems };
  if (url) return { feed: { kind: 'url', url } };
  if (upload) return { feed: { kind: 'upload', upload } };
  return { feed: { kind: 'text', content: content ?? '', name: fileNameOf(input.fileName) } };
}

const fileNameOf = (name: string | null | undefined): string =>
  name
    ?.replace(/^.*[\\/]/, '')
    .trim()
    .slice(0, 200) || 'a chosen file';
