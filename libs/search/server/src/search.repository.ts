import { Injectable } from '@nestjs/common';
import { openToValues } from '@sos/activity-server';
import { Database, encodeId } from '@sos/platform-server';
import { searchStatement } from './search.statement';
import { searchTerms } from './search.terms';
import type { SearchHit, SearchResults } from './search.types';

type FoundRow = Omit<SearchHit, 'path'> & { path: string | null; totalCount: number };

@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  async search(text: string, first: number): Promise<SearchResults> {
    const terms = searchTerms(text);
    if (!terms) return { hits: [], totalCount: 0 };
    const { compact, words, titleWords, beginning, anywhere } = terms;
    // One row at least, because each row carries the count.
    const rows = await this.database.query<FoundRow>(searchStatement, [
      compact,
      words,
      titleWords,
      beginning,
      anywhere,
      Math.max(first, 1),
      ...openToValues(),
    ]);
    return { hits: rows.slice(0, first).map(toHit), totalCount: rows[0]?.totalCount ?? 0 };
  }
}

function toHit({ id, kind, title, detail, path }: FoundRow): SearchHit {
  const opaqueId = encodeId(kind, id);
  return { id: opaqueId, kind, title, detail, path: path ?? `/directory/people/${opaqueId}` };
}
