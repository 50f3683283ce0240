import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, LOGGER, type Logger, type Queryable } from '@sos/platform-server';

/** What the search reads of a record, without the word stems that would make it useless for spelling. */
const readableText = `left(concat_ws(' ', d.title, d.acronym, array_to_string(d.keywords, ' '),
  array_to_string(d.themes, ' '), d.publisher_name, publisher.name, publisher.abbreviation, steward.name,
  steward.abbreviation, d.description), 20000)`;

const wordsOf = (condition: string) => `
  insert into catalog_word (word, source_count)
  select word, count(*) from data_source d
  left join agency publisher on publisher.id = d.publisher_agency_id
  left join agency steward on steward.id = d.steward_agency_id
  cross join lateral unnest(tsvector_to_array(to_tsvector('simple', ${readableText}))) word
  where ${condition} and d.withdrawn_at is null and word ~ '^[[:alpha:]]{3,40}$'
  group by word order by word`;

/** Short statements, between which others are served. */
const learnedAtOnce = 200;

/**
 * Adds the words of these records to the lexicon. Runs on its own after the change was committed: the lexicon only
 * helps with spelling, and two transactions that add the same words would wait for each other.
 */
export async function learnWords(database: Queryable, sourceIds: readonly string[]): Promise<void> {
  for (let from = 0; from < sourceIds.length; from += learnedAtOnce) {
    await database.query(
      `${wordsOf('d.id = any($1::uuid[])')}
       on conflict (word) do update set source_count = catalog_word.source_count + excluded.source_count`,
      [sourceIds.slice(from, from + learnedAtOnce)],
    );
  }
}

/** Learns the words of the whole catalog, where nobody has yet: after records were loaded in bulk. */
export async function learnAllWords(database: Queryable): Promise<void> {
  await database.query(`${wordsOf('true')} on conflict (word) do update set source_count = excluded.source_count`);
}

/** Sees to it that there is a lexicon, also where records were loaded without one. */
@Injectable()
export class Lexicon implements OnApplicationBootstrap {
  private learning: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.database.source) return;
    this.ready().catch((error: unknown) =>
      this.logger.warn({ err: error }, 'the words of the catalog were not learned'),
    );
  }

  /** Resolves when the words of the catalog are known. */
  ready(): Promise<void> {
    this.learning ??= this.learnIfEmpty().finally(() => (this.learning = null));
    return this.learning;
  }

  private async learnIfEmpty(): Promise<void> {
    const [row] = await this.database.query<{ isEmpty: boolean }>(
      'select not exists (select from catalog_word) as "isEmpty"',
    );
    if (row?.isEmpty) await learnAllWords(this.database);
  }
}
