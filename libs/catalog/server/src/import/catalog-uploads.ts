import { Injectable } from '@nestjs/common';
import { Database, encodeId, uuidOf, type Transaction, type Viewer } from '@sos/platform-server';

/** The largest file that may be sent from the web. */
export const largestUpload = 12 * 1024 * 1024;

export interface Upload {
  fileName: string;
  content: Buffer;
}

const typeName = 'CatalogUpload';

/** Files on their way to an import. In the database, because the import may begin on another server. */
@Injectable()
export class CatalogUploads {
  constructor(private readonly database: Database) {}

  /** Keeps a file for its sender, in place of what they sent before. @returns its id. */
  async keep({ personId }: Viewer, fileName: string, content: Buffer): Promise<string> {
    return this.database.transaction(async (transaction) => {
      await transaction.query(
        `delete from catalog_upload where person_id = $1 or created_at < now() - interval '1 hour'`,
        [personId],
      );
      const [row] = await transaction.query<{ id: string }>(
        'insert into catalog_upload (person_id, file_name, content) values ($1, $2, $3) returning id',
        [personId, fileName, content],
      );
      return encodeId(typeName, row!.id);
    });
  }

  /** Hands a file to its import, once; null for one that is not there, or is somebody else's. */
  async take(transaction: Transaction, { personId }: Viewer, id: string): Promise<Upload | null> {
    const uuid = uuidOf(typeName, id);
    if (!uuid) return null;
    const [row] = await transaction.query<{ fileName: string; content: Uint8Array }>(
      `delete from catalog_upload where id = $1 and person_id = $2 and created_at > now() - interval '1 hour'
       returning file_name as "fileName", content`,
      [uuid, personId],
    );
    return row ? { fileName: row.fileName, content: Buffer.from(row.content) } : null;
  }
}
