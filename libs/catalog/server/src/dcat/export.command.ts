import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { scopedStream, type Database } from '@sos/platform-server';
import { exportCatalog } from './export-catalog';

export interface CatalogExportOptions {
  /** File to write; none: standard output. */
  file?: string;
}

/**
 * `catalog export [file]`: the same as `GET /catalog/data.json`.
 * @returns the exit code: 0 written, 1 the file cannot be written.
 */
export async function runCatalogExportCommand(
  options: CatalogExportOptions,
  { database }: { database: Database },
  output: { progress(line: string): void; print(line: string): void },
): Promise<number> {
  if (!options.file) {
    let text = '';
    for await (const part of exportCatalog(database)) text += part;
    output.print(text.trimEnd());
    return 0;
  }
  const draft = `${options.file}.part`;
  try {
    await pipeline(scopedStream(exportCatalog(database)), createWriteStream(draft));
    await rename(draft, options.file);
  } catch (error) {
    await rm(draft, { force: true });
    if (!(error as NodeJS.ErrnoException).syscall) throw error;
    output.progress(`The file ${options.file} cannot be written: ${(error as Error).message}.`);
    return 1;
  }
  output.progress(`Written to ${options.file}.`);
  return 0;
}
