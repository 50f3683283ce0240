import { ActivityRecorder } from '@sos/activity-server';
import type { Database } from '@sos/platform-server';
import { beginRun, failRun, finishRun } from './catalog-import-runs';
import { locationOf, type FeedInput } from './feed-input';
import { feedKeyProblem, importCatalog, type ImportSummary } from './import-catalog';
import { NotACatalogError } from './not-a-catalog';

export interface CatalogImportOptions {
  /** File, or http(s) address. */
  location: string;
  /** Key of the feed. */
  source: string;
  dryRun?: boolean;
  allowEmpty?: boolean;
  json?: boolean;
}

/** Where a command speaks: progress to standard error, results to standard output. */
export interface CommandVoice {
  progress(line: string): void;
  print(line: string): void;
}

/**
 * `catalog import <file-or-address> --source <key>`, in its own process or inside the hub that holds the database.
 * @returns the exit code: 0 imported, 1 nothing was changed, 2 wrong usage.
 */
export async function runCatalogImportCommand(
  options: CatalogImportOptions,
  { database }: { database: Database },
  output: CommandVoice,
): Promise<number> {
  const usage = usageProblem(options);
  if (usage) {
    output.progress(usage);
    return 2;
  }
  const input = inputOf(options.location);
  const dryRun = options.dryRun === true;
  const run = dryRun
    ? null
    : await beginRun(database, { feedKey: options.source, location: locationOf(input), dryRun, actor: null });
  output.progress(`Reading ${options.location} …`);
  try {
    const summary = await importCatalog(database, new ActivityRecorder(), {
      feedKey: options.source,
      input,
      dryRun,
      allowEmpty: options.allowEmpty === true,
      actor: null,
      onProgress: eachSecond((processed, total) =>
        output.progress(`${number(processed)} of ${number(total)} datasets`),
      ),
      onFinish: run ? (transaction, done, total) => finishRun(transaction, run.id, done, total) : undefined,
    });
    output.print(options.json ? JSON.stringify(summary) : readable(summary, dryRun));
    return 0;
  } catch (error) {
    const isExpected = error instanceof NotACatalogError;
    const reason = isExpected ? error.message : 'The import failed on our side.';
    if (run) await failRun(database, run.id, reason);
    if (!isExpected) throw error;
    output.progress(`${options.location} was not imported, and nothing was changed.\n${reason}`);
    return 1;
  }
}

function usageProblem(options: CatalogImportOptions): string | null {
  if (typeof options.location !== 'string' || options.location === '') return 'Name a file or an address to import.';
  if (typeof options.source !== 'string') return 'Name the feed with --source <key>.';
  return feedKeyProblem(options.source);
}

/** Whoever has the hub's machine may read from its network, and large feeds. */
const limitsAtTheTerminal = { publicOnly: false, bytes: 512 * 1024 * 1024, milliseconds: 600_000 };

function inputOf(location: string): FeedInput {
  if (/^https?:\/\//i.test(location)) return { kind: 'url', url: location, limits: limitsAtTheTerminal };
  return { kind: 'file', path: location };
}

/** The first and the last time, and in between at most once a second. */
function eachSecond(tell: (processed: number, total: number) => void) {
  let told = 0;
  return (processed: number, total: number) => {
    if (Date.now() - told < 1_000 && processed !== total) return;
    told = Date.now();
    tell(processed, total);
  };
}

const number = (count: number) => count.toLocaleString('en-US');
const shownProblems = 20;

function readable(summary: ImportSummary, dryRun: boolean): string {
  const { problems } = summary;
  const lines = [
    dryRun ? 'A dry run: nothing was written. An import would give:' : 'Imported.',
    `  added          ${number(summary.added)}`,
    `  changed        ${number(summary.changed)}`,
    `  unchanged      ${number(summary.unchanged)}`,
    `  withdrawn      ${number(summary.removed)}`,
    `  rejected       ${number(summary.rejected)}`,
    `  with problems  ${number(summary.withProblems)}`,
    ...problems
      .slice(0, shownProblems)
      .map(
        ({ identifier, path, message }) =>
          `  - ${[identifier ?? '(no identifier)', path].filter(Boolean).join(' · ')}: ${message}`,
      ),
    ...(problems.length > shownProblems
      ? [`  … and ${number(problems.length - shownProblems)} more problems; --json lists them.`]
      : []),
  ];
  return lines.join('\n');
}
