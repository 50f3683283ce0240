import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { RefusedRequest } from '../http/refused-request';
import type { Settings } from '../settings';
import { SETTINGS } from '../tokens';

/** Written by the build of the web app; begins with a dot, so that it is not served as a file. */
const manifestName = '.operations.json';

const unknown: RefusedRequest = { status: 200, message: 'PersistedQueryNotFound', code: 'PERSISTED_QUERY_NOT_FOUND' };

/**
 * The operations of the web app of this release, by the SHA-256 of their text. Our client sends the hash alone; in
 * production a text of somebody's own is for tokens and the explorer only (see known-only.ts).
 */
@Injectable()
export class KnownOperations {
  private readonly byHash: ReadonlyMap<string, string>;
  private readonly texts: ReadonlySet<string>;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.byHash = readManifest(join(settings.webFolder, manifestName));
    this.texts = new Set(this.byHash.values());
  }

  /** Whether somebody without a token may run this text: it is the web app's own, or texts of one's own are let in. */
  mayAsk(text: string | undefined): boolean {
    return this.settings.adHocOperations || (text !== undefined && this.texts.has(text));
  }

  /** Puts the text in the place of its hash, so that everything after it sees a request like any other. */
  expand(body: unknown): RefusedRequest | null {
    const request = body as { query?: unknown; extensions?: { persistedQuery?: unknown } } | null | undefined;
    const asked = request?.extensions?.persistedQuery as { sha256Hash?: unknown } | undefined;
    if (!request || !asked) return null;
    delete request.extensions!.persistedQuery;
    const text = this.byHash.get(String(asked.sha256Hash));
    if (text === undefined) return request.query === undefined ? unknown : null;
    request.query = text;
    return null;
  }
}

function readManifest(path: string): Map<string, string> {
  let manifest: Record<string, string>;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  } catch {
    return new Map();
  }
  return new Map(
    Object.entries(manifest).map(([hash, text]) => [hash.replace(/^sha256:/, ''), withoutClientDirectives(text)]),
  );
}

/** `@unmask` is the client's own word; the server does not know it. */
const withoutClientDirectives = (text: string): string => text.replaceAll(' @unmask', '');
