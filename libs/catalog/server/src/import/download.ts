import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { OutsideError, readOutside, scopedStream, usualOutsideLimits, type OutsideLimits } from '@sos/platform-server';
import { NotACatalogError } from './not-a-catalog';

const headers = { accept: 'application/json', 'user-agent': 'SOS-Hub catalog import' };

/**
 * Fetches a feed into a file.
 * @throws NotACatalogError when the address cannot be fetched, with the reason.
 */
export async function download(url: string, path: string, changes: Partial<OutsideLimits> = {}): Promise<void> {
  try {
    await readOutside(url, { headers }, { ...usualOutsideLimits, ...changes }, async (content, response) => {
      if (!response.ok) {
        const answer = `The address answered ${response.status} ${response.statusText}`.trim();
        throw new NotACatalogError(`${answer}, not with a catalog.`);
      }
      if (!response.body) throw new NotACatalogError('The address answered without content.');
      await pipeline(scopedStream(content), createWriteStream(path));
    });
  } catch (error) {
    throw error instanceof OutsideError ? new NotACatalogError(error.message) : error;
  }
}
