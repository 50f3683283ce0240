import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { scopedStream, type OutsideLimits } from '@sos/platform-server';
import type { Upload } from './catalog-uploads';
import { download } from './download';
import { NotACatalogError } from './not-a-catalog';

/** What to import. */
export type FeedInput =
  | { kind: 'file'; path: string }
  /** `limits`: what differs from the usual ones of outside addresses. */
  | { kind: 'url'; url: string; limits?: Partial<OutsideLimits> }
  | { kind: 'text'; content: string; name: string }
  | { kind: 'upload'; upload: Upload };

/** An input that can be read from its beginning as often as needed. */
export interface OpenedInput {
  /** For people: the address, or the name of the file. */
  location: string;
  read(): AsyncIterable<Buffer>;
  close(): Promise<void>;
}

/** @throws NotACatalogError when there is nothing to read. */
export async function openInput(input: FeedInput): Promise<OpenedInput> {
  if (input.kind === 'text') {
    return {
      location: input.name,
      read: () => inPieces(Buffer.from(input.content)),
      close: async () => undefined,
    };
  }
  if (input.kind === 'file') {
    await refuseUnreadable(input.path);
    return {
      location: basename(input.path),
      read: () => createReadStream(input.path, pieces),
      close: async () => undefined,
    };
  }
  const folder = await mkdtemp(join(tmpdir(), 'sos-feed-'));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, randomUUID());
    if (input.kind === 'url') await download(input.url, path, input.limits);
    else await copy(input.upload.read(), path);
    return { location: locationOf(input), read: () => createReadStream(path, pieces), close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    // What cannot be removed now goes within the hour.
    if (input.kind === 'upload') await input.upload.remove().catch(() => undefined);
  }
}

/** For people, before anything is opened. */
export function locationOf(input: FeedInput): string {
  if (input.kind === 'url') return input.url;
  if (input.kind === 'file') return basename(input.path);
  return input.kind === 'upload' ? input.upload.fileName : input.name;
}

/** A file of this machine can be read twice, and while a transaction has the database. */
const copy = (content: AsyncIterable<Buffer>, path: string) => pipeline(scopedStream(content), createWriteStream(path));

const pieces = { highWaterMark: 256 * 1024 };

async function* inPieces(whole: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < whole.length; at += pieces.highWaterMark) yield whole.subarray(at, at + pieces.highWaterMark);
}

async function refuseUnreadable(path: string): Promise<void> {
  let found;
  try {
    found = await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new NotACatalogError(code === 'EACCES' ? `The file ${path} may not be read.` : `There is no file ${path}.`);
  }
  if (found.isDirectory()) throw new NotACatalogError(`${path} is a folder, not a file.`);
  if (!found.isFile()) throw new NotACatalogError(`${path} is not a plain file.`);
}
