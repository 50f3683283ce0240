import { Injectable } from '@nestjs/common';
import { Database, encodeId, uuidOf, type Transaction, type Viewer } from '@sos/platform-server';

/** The largest file that may be sent from the web. */
export const largestUpload = 50 * 1024 * 1024;
/** What memory holds of a file, and a row of its pieces at the most. */
const pieceSize = 1024 * 1024;

/** A file of which an import has taken possession. */
export interface Upload {
  fileName: string;
  read(): AsyncIterable<Buffer>;
  /** Lets it wait again, for an import that can begin. */
  giveBack(transaction: Transaction): Promise<void>;
  /** Once it was read, or is not wanted any more. */
  remove(): Promise<void>;
}

/** The file is larger than {@link largestUpload}. */
export class UploadTooLargeError extends Error {}
/** There was nothing in it. */
export class UploadEmptyError extends Error {}

const typeName = 'CatalogUpload';

/**
 * Files on their way to an import. In the database, because the import may begin on another server, and in pieces, each
 * a statement of its own: memory holds one, and the embedded database's one connection is free between them.
 */
@Injectable()
export class CatalogUploads {
  constructor(private readonly database: Database) {}

  /**
   * Keeps a file for its sender as it arrives, in place of what they sent before. Whatever goes wrong, nothing stays.
   * @returns its id.
   * @throws UploadTooLargeError, UploadEmptyError, and what the file itself throws when its sender has gone.
   */
  async keep({ personId }: Viewer, fileName: string, content: AsyncIterable<Buffer>): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      'insert into catalog_upload (person_id, file_name) values ($1, $2) returning id',
      [personId, fileName],
    );
    const { id } = row!;
    try {
      let position = 0;
      for await (const piece of inPieces(content)) {
        await this.database.query(
          'insert into catalog_upload_piece (upload_id, position, content) values ($1, $2, $3)',
          [id, position, piece],
        );
        position += 1;
      }
      if (position === 0) throw new UploadEmptyError();
      await this.database.query(
        `with earlier as (
           delete from catalog_upload
           where person_id = $2 and id <> $1 and received_at is not null and taken_at is null)
         update catalog_upload set received_at = now() where id = $1`,
        [id, personId],
      );
    } catch (error) {
      // What cannot be removed now, because the database is away, goes within the hour.
      await this.remove(id).catch(() => undefined);
      throw error;
    }
    return encodeId(typeName, id);
  }

  /** Hands a file to its import, once; null for one that is not there, or is somebody else's. */
  async take(transaction: Transaction, { personId }: Viewer, id: string): Promise<Upload | null> {
    const uuid = uuidOf(typeName, id);
    if (!uuid) return null;
    const [row] = await transaction.query<{ fileName: string }>(
      `update catalog_upload set taken_at = now()
       where id = $1 and person_id = $2 and received_at > now() - interval '1 hour' and taken_at is null
       returning file_name as "fileName"`,
      [uuid, personId],
    );
    if (!row) return null;
    return {
      fileName: row.fileName,
      read: () => this.read(uuid),
      giveBack: async (within) =>
        void (await within.query('update catalog_upload set taken_at = null where id = $1', [uuid])),
      remove: () => this.remove(uuid),
    };
  }

  /** Of files whose import never began, or whose server ended before it could remove them. */
  async forgetOld(): Promise<void> {
    await this.database.query(`delete from catalog_upload where created_at < now() - interval '1 hour'`);
  }

  private async *read(id: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position += 1) {
      const [row] = await this.database.query<{ content: Uint8Array }>(
        'select content from catalog_upload_piece where upload_id = $1 and position = $2',
        [id, position],
      );
      if (!row) return;
      yield Buffer.from(row.content.buffer, row.content.byteOffset, row.content.byteLength);
    }
  }

  private async remove(id: string): Promise<void> {
    await this.database.query('delete from catalog_upload where id = $1', [id]);
  }
}

/** @throws UploadTooLargeError as soon as there is more than may be sent. */
async function* inPieces(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  let waiting: Buffer[] = [];
  let waitingSize = 0;
  for await (const received of content) {
    size += received.length;
    if (size > largestUpload) throw new UploadTooLargeError();
    waiting.push(received);
    waitingSize += received.length;
    if (waitingSize < pieceSize) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    waitingSize = 0;
  }
  if (waitingSize > 0) yield Buffer.concat(waiting);
}
