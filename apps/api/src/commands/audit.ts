import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import {
  exportedRecords,
  headsFile,
  readHeads,
  recallHeads,
  UnreadableHeadsError,
  verifyAuditTrail,
  writeDownHeads,
  type ExportedRecord,
  type RememberedHead,
} from '@sos/activity-server';
import { csvLine, isCalendarDate, scopedStream, type CsvCell } from '@sos/platform-server';
import type { Command } from './command';

const shownFlaws = 20;

/** `audit verify [--heads <file>]`: names the first entry that is not as it was written. */
export const verifyAudit: Command = async ({ heads }, { database, settings }, output) => {
  const file = typeof heads === 'string' ? heads : headsFile(settings.dataFolder);
  let remembered: RememberedHead[];
  try {
    remembered = file ? recallHeads(file) : [];
  } catch (error) {
    if (!(error instanceof UnreadableHeadsError)) throw error;
    output.progress(error.message);
    return 1;
  }
  const report = await verifyAuditTrail(database, remembered);
  const [first, ...others] = report.flaws;
  const seen = `${report.entries} entries in ${report.heads.length} chains, ${remembered.length} heads written down outside`;
  if (first) {
    output.print(`BROKEN: ${first.what}.`);
    for (const { what } of others.slice(0, shownFlaws)) output.print(`  also: ${what}.`);
    if (others.length > shownFlaws) output.print(`  and ${others.length - shownFlaws} more.`);
    if (report.touched > 0) output.print(touchedWords(report.touched));
    output.progress(`Looked at ${seen}. What to do: docs/how-to/back-up-and-restore.md.`);
    return 1;
  }
  const own = headsFile(settings.dataFolder);
  if (own) writeDownHeads(own, report.heads);
  output.print(`Intact: ${seen}.`);
  if (report.touched > 0) output.print(touchedWords(report.touched));
  return 0;
};

/** What no seal can tell: entries that were cut off the end together with their links. */
const touchedWords = (count: number): string =>
  `LOOK: PostgreSQL remembers ${count} rows of the trail that were altered or removed. The hub does neither: hold the trail against heads kept elsewhere.`;

/** `audit heads`: where each chain ends, one JSON object a line, to be kept somewhere else. */
export const auditHeads: Command = async (_options, { database, settings }, output) => {
  const at = new Date();
  const heads = await readHeads(database);
  const own = headsFile(settings.dataFolder);
  if (own) writeDownHeads(own, heads, at);
  for (const head of heads) output.print(JSON.stringify({ at: at.toISOString(), ...head } satisfies RememberedHead));
  return 0;
};

const exportColumns: (keyof ExportedRecord)[] = [
  'number',
  'occurredAt',
  'actorLabel',
  'actorId',
  'action',
  'subjectType',
  'subjectId',
  'subjectLabel',
  'subjectPath',
  'detail',
  'before',
  'after',
  'requestId',
  'isRestricted',
  'chain',
  'sequence',
  'hash',
];

/** `audit export [file] [--format csv|jsonl] [--from <day>] [--to <day>]`: restricted entries too, each with its seal. */
export const exportAudit: Command = async ({ file, format, from, to }, { database, calendar }, output) => {
  const days = [from, to].filter((day) => day !== undefined).map(String);
  if (!['csv', 'jsonl'].includes(String(format)) || !days.every(isCalendarDate)) {
    output.progress('The format is csv or jsonl, and a day is written YYYY-MM-DD.');
    return 2;
  }
  const filter = { from: from === undefined ? null : String(from), to: to === undefined ? null : String(to) };
  const lines = exportLines(exportedRecords(database, filter, calendar.timeZone), format === 'csv');
  if (typeof file !== 'string') {
    for await (const line of lines) output.print(line);
    return 0;
  }
  const draft = `${file}.partial`;
  try {
    await rm(draft, { force: true });
    await pipeline(scopedStream(ended(lines)), createWriteStream(draft, { flags: 'wx', mode: 0o600 }));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  output.print(`Written to ${file}. It holds restricted work too; only your account can read it.`);
  return 0;
};

async function* exportLines(records: AsyncIterable<ExportedRecord>, asCsv: boolean): AsyncGenerator<string> {
  if (asCsv) yield csvLine(exportColumns);
  for await (const record of records) {
    const written = { ...record, occurredAt: record.occurredAt.toISOString() };
    yield asCsv
      ? csvLine(exportColumns.map((column) => written[column] as CsvCell))
      : JSON.stringify({ ...written, before: parsed(record.before), after: parsed(record.after) });
  }
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

const parsed = (json: string | null): unknown => json && (JSON.parse(json) as unknown);
