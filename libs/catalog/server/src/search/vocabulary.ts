import { Injectable } from '@nestjs/common';
import { Database } from '@sos/platform-server';
import { Vocabulary, type Concept } from './search-words.rules';

const keptFor = 60_000;

/** The field's vocabulary. It changes rarely, and each search needs it whole: it is read again once a minute. */
@Injectable()
export class VocabularySource {
  private kept: { vocabulary: Promise<Vocabulary>; until: number } | null = null;

  constructor(private readonly database: Database) {}

  read(): Promise<Vocabulary> {
    if (this.kept && this.kept.until > Date.now()) return this.kept.vocabulary;
    const vocabulary = this.database
      .query<Concept & Record<string, unknown>>('select preferred, synonyms from vocabulary_concept order by preferred')
      .then((concepts) => new Vocabulary(concepts));
    this.kept = { vocabulary, until: Date.now() + keptFor };
    vocabulary.catch(() => (this.kept = null));
    return vocabulary;
  }
}
