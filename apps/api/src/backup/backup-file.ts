import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** The file is none, is not whole, or is not as it was written; or it does not fit this hub. Nothing was changed. */
export class BackupError extends Error {}

export const backupFormat = 'sos-hub-backup';
export const backupVersion = 1;

/** First line: what the file is, and of which hub. */
export interface BackupHeader {
  format: typeof backupFormat;
  version: number;
  createdAt: string;
  hubVersion: string;
  /** Names of the migrations that had run, in their order: the shape of the tables. */
  migrations: string[];
  tables: { name: string; columns: string[] }[];
}

/** After the rows of a table: how many they are, and the hash of their lines. */
export interface TableEnd {
  table: string;
  rows: number;
  sha256: string;
}

/** Last line: where the counters stand, and the hash of everything before it. */
export interface BackupEnd {
  end: true;
  sequences: { name: string; lastValue: string; isCalled: boolean }[];
  rows: number;
  sha256: string;
}

/** What a reader meets, in the order of the file; a row is one line, a JSON array of texts and nulls. */
export interface BackupReader {
  header(header: BackupHeader): Promise<void> | void;
  row(table: string, line: string): Promise<void> | void;
  tableEnd(end: TableEnd): Promise<void> | void;
}

const notWhole = 'The backup is cut short or damaged; nothing was changed. Use another copy.';

/**
 * Reads a backup from its beginning to its end in constant memory, and holds every hash and count against it.
 * @throws BackupError at the first thing that does not fit.
 */
export async function readBackup(file: string, reader: BackupReader): Promise<BackupHeader & { end: BackupEnd }> {
  const whole = createHash('sha256');
  let header: BackupHeader | null = null;
  let end: BackupEnd | null = null;
  let rows = 0;
  let table = new TableLines();
  for await (const line of linesOf(file)) {
    if (end) throw new BackupError(notWhole);
    if (!header) {
      header = headerOf(line);
      await reader.header(header);
    } else if (line.startsWith('[')) {
      table.add(line);
      await reader.row(header.tables[table.done]?.name ?? '', line);
    } else {
      const mark = parsed(line) as Partial<TableEnd & BackupEnd> | null;
      if (mark?.end) {
        end = mark as BackupEnd;
        if (table.done !== header.tables.length || rows !== end.rows || whole.digest('hex') !== end.sha256)
          throw new BackupError(notWhole);
        continue;
      }
      const expected = header.tables[table.done]?.name;
      if (!mark || mark.table !== expected || mark.rows !== table.rows || mark.sha256 !== table.digest())
        throw new BackupError(notWhole);
      rows += table.rows;
      await reader.tableEnd(mark as TableEnd);
      table = new TableLines(table.done + 1);
    }
    whole.update(line).update('\n');
  }
  if (!header || !end) throw new BackupError(notWhole);
  return { ...header, end };
}

/** The lines of one table, counted and hashed as they pass. */
export class TableLines {
  rows = 0;
  private readonly hash: Hash = createHash('sha256');

  /** @param done How many tables came before. */
  constructor(readonly done = 0) {}

  add(line: string): void {
    this.rows += 1;
    this.hash.update(line).update('\n');
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

function headerOf(line: string): BackupHeader {
  const header = parsed(line) as Partial<BackupHeader> | null;
  if (header?.format !== backupFormat || !Array.isArray(header.tables) || !Array.isArray(header.migrations))
    throw new BackupError('The file is no backup of SOS Hub; nothing was changed.');
  if (header.version !== backupVersion)
    throw new BackupError('The backup was made by a newer SOS Hub; nothing was changed. Update this one first.');
  return header as BackupHeader;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const stream = source.pipe(createGunzip());
  source.on('error', (error) => stream.destroy(error));
  const parts: Buffer[] = [];
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
        parts.push(chunk.subarray(start, end));
        yield Buffer.concat(parts).toString('utf8');
        parts.length = 0;
        start = end + 1;
      }
      if (start < chunk.length) parts.push(chunk.subarray(start));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new BackupError(`The file ${file} cannot be read (${code}).`);
    if (code?.startsWith('Z_')) throw new BackupError(notWhole);
    throw error;
  } finally {
    source.destroy();
  }
  if (parts.length > 0) throw new BackupError(notWhole);
}
