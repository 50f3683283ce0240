import type { Queryable } from '@sos/platform-server';

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

/**
 * Adds the words of these records to the lexicon. Runs on its own after the change was committed: the lexicon only
 * helps with spelling, and two transactions that add the same words would wait for each other.
 */
export async function learnWords(database: Queryable, sourceIds: readonly string[]): Promise<void> {
  if (sourceIds.length === 0) return;
  await database.query(
    `${wordsOf('d.id = any($1::uuid[])')}
     on conflict (word) do update set source_count = catalog_word.source_count + 1`,
    [sourceIds],
  );
}

/** Learns the words of the whole catalog, where nobody has yet: after records were loaded in bulk. */
export async function learnAllWords(database: Queryable): Promise<void> {
  await database.query(`${wordsOf('true')} on conflict (word) do update set source_count = excluded.source_count`);
}
