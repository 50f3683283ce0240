import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { scopedStream, type Database, type Queryable, type Row } from '@sos/platform-server';
import { hubVersion } from '@sos/identity-server';
import {
  backupFormat,
  backupVersion,
  TableLines,
  type BackupEnd,
  type BackupHeader,
  type TableEnd,
} from './backup-file';
import { linesOfTable, readTables, speakExactly } from './backup-tables';
import { ownerTransaction } from './owner-transaction';

export interface BackupSummary {
  tables: number;
  rows: number;
}

const counters = `
  select sequencename::text as name, coalesce(last_value, start_value)::text as "lastValue", last_value is not null as "isCalled"
  from pg_sequences where schemaname = 'public' order by sequencename`;

/**
 * Writes the whole hub as it is at one moment into a file that only this account can read. The file has its name
 * only once it is complete and on the disk.
 */
export async function writeBackup(database: Database, file: string): Promise<BackupSummary> {
  const draft = `${file}.partial`;
  await rm(draft, { force: true });
  try {
    const summary = { tables: 0, rows: 0 };
    await ownerTransaction(database, 'REPEATABLE READ', (transaction) =>
      pipeline(
        scopedStream(inPieces(backupLines(transaction, summary))),
        createGzip(),
        createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
      ),
    );
    await rename(draft, file);
    return summary;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function* backupLines(transaction: Queryable, summary: BackupSummary): AsyncGenerator<string> {
  await speakExactly(transaction);
  const tables = await readTables(transaction);
  const migrations = await transaction.query<{ name: string }>('select name from migrations order by timestamp, id');
  const whole = createHash('sha256');
  const said = (line: string) => {
    whole.update(line).update('\n');
    return line;
  };
  yield said(
    JSON.stringify({
      format: backupFormat,
      version: backupVersion,
      createdAt: new Date().toISOString(),
      hubVersion,
      migrations: migrations.map(({ name }) => name),
      tables: tables.map(({ name, columns }) => ({ name, columns })),
    } satisfies BackupHeader),
  );
  for (const table of tables) {
    const lines = new TableLines();
    for await (const line of linesOfTable(transaction, table)) {
      lines.add(line);
      yield said(line);
    }
    yield said(JSON.stringify({ table: table.name, rows: lines.rows, sha256: lines.digest() } satisfies TableEnd));
    summary.rows += lines.rows;
    summary.tables += 1;
  }
  // Read last: counters stand outside of the snapshot and only go up, so none is behind the rows.
  const sequences = await transaction.query<BackupEnd['sequences'][number] & Row>(counters);
  yield JSON.stringify({ end: true, sequences, rows: summary.rows, sha256: whole.digest('hex') } satisfies BackupEnd);
}

const pieceLength = 64 * 1024;

/** Few large pieces instead of many small ones: each one costs the stream a turn. */
async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}
