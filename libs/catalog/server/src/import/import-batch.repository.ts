import { randomUUID } from 'node:crypto';
import { auditColumns, type Actor } from '@sos/activity-server';
import type { Queryable } from '@sos/platform-server';
import type { ImportedRecord } from './dataset.rules';

/** What became of the records of a batch. */
export interface BatchOutcome {
  added: number;
  changed: number;
  unchanged: number;
  /** Records whose words are new to the lexicon. */
  writtenIds: string[];
}

interface Known {
  id: string;
  identifier: string;
  contentHash: string | null;
  isWithdrawn: boolean;
}

/** Columns of a record, as `jsonb_to_recordset` reads them. */
const columns: readonly [column: string, type: string, property: string][] = [
  ['title', 'text', 'title'],
  ['description', 'text', 'description'],
  ['publisher_name', 'text', 'publisherName'],
  ['publisher_agency_id', 'uuid', 'publisherAgencyId'],
  ['contact_name', 'text', 'contactName'],
  ['contact_email', 'text', 'contactEmail'],
  ['keywords', 'text[]', 'keywords'],
  ['themes', 'text[]', 'themes'],
  ['access_level', 'text', 'accessLevel'],
  ['rights', 'text', 'rights'],
  ['license', 'text', 'license'],
  ['update_frequency', 'text', 'updateFrequency'],
  ['accrual_periodicity', 'text', 'accrualPeriodicity'],
  ['spatial', 'text', 'spatial'],
  ['geographic_levels', 'text[]', 'geographicLevels'],
  ['temporal', 'text', 'temporal'],
  ['first_year', 'integer', 'firstYear'],
  ['last_year', 'integer', 'lastYear'],
  ['landing_page', 'text', 'landingPage'],
  ['issued', 'text', 'issued'],
  ['modified', 'text', 'modified'],
  ['modified_on', 'date', 'modifiedOn'],
  ['source_record', 'jsonb', 'sourceRecord'],
  ['problems', 'jsonb', 'problems'],
  ['content_hash', 'text', 'contentHash'],
];
const names = columns.map(([column]) => column).join(', ');
const given = columns.map(([, , property]) => `given."${property}"`).join(', ');
const records = `jsonb_to_recordset($1::jsonb) as given ("id" uuid, "identifier" text, "slug" text,
  ${columns.map(([, type, property]) => `"${property}" ${type}`).join(', ')})`;

const pageOfIdentifiers = 5_000;

const statements = {
  find: `select id, identifier, content_hash as "contentHash", withdrawn_at is not null as "isWithdrawn"
    from data_source where feed_key = $1 and identifier = any($2::text[])`,
  insert: `insert into data_source (id, feed_key, identifier, slug, ${names})
    select given.id, $2, given.identifier, given.slug, ${given} from ${records}`,
  auditAdded: `insert into audit_entry ${auditColumns}
    select now(), $2::uuid, $3, 'imported the data source', 'DataSource', given.id, given.title, '/data/' || given.slug,
      null, null, '{}', '{}', null, given."sourceRecord", null, false, null
    from ${records}`,
  auditChanged: `insert into audit_entry ${auditColumns}
    select now(), $2::uuid, $3, 'changed, by import, the data source', 'DataSource', d.id, given.title, '/data/' || d.slug,
      null, null, '{}', '{}', jsonb_build_object('record', d.source_record, 'withdrawnAt', d.withdrawn_at),
      jsonb_build_object('record', given."sourceRecord", 'withdrawnAt', null), null, false, null
    from ${records} join data_source d on d.id = given.id`,
  update: `update data_source d set (${names}) = row (${given}), withdrawn_at = null, version = d.version + 1,
    changed_at = now() from ${records} where d.id = given.id`,
  deleteDistributions: 'delete from distribution where data_source_id = any($1::uuid[])',
  insertDistributions: `insert into distribution
    (data_source_id, position, title, description, format, media_type, access_url, download_url)
    select id, position, title, description, format, "mediaType", "accessUrl", "downloadUrl"
    from jsonb_to_recordset($1::jsonb) as given (id uuid, position integer, title text, description text, format text,
      "mediaType" text, "accessUrl" text, "downloadUrl" text)`,
  current: `select id, identifier from data_source
    where feed_key = $1 and withdrawn_at is null and identifier > $2 order by identifier limit ${pageOfIdentifiers}`,
  withdraw: `with withdrawn as (
      update data_source set withdrawn_at = now(), version = version + 1, changed_at = now()
      where id = any($1::uuid[]) returning id, title, slug)
    insert into audit_entry ${auditColumns}
    select now(), $2::uuid, $3, 'withdrew, by import, the data source', 'DataSource', id, title, '/data/' || slug,
      null, null, '{}', '{}', '{"withdrawnAt": null}'::jsonb, jsonb_build_object('withdrawnAt', now()), null, false, null
    from withdrawn`,
};

/** A record with the agency that its publisher is, if it is one of the hub's. */
export type LinkedRecord = ImportedRecord & { publisherAgencyId: string | null };

/** Compares a batch with the catalog and, unless it is a dry run, writes what differs: five statements at most. */
export async function applyBatch(
  queryable: Queryable,
  batch: readonly LinkedRecord[],
  { feedKey, actor, dryRun }: { feedKey: string; actor: Actor | null; dryRun: boolean },
): Promise<BatchOutcome> {
  const identifiers = batch.map(({ identifier }) => identifier);
  const known = await queryable.query<Known & Record<string, unknown>>(statements.find, [feedKey, identifiers]);
  const byIdentifier = new Map(known.map((row) => [row.identifier, row]));
  const added: (LinkedRecord & { id: string })[] = [];
  const changed: (LinkedRecord & { id: string })[] = [];
  for (const record of batch) {
    const row = byIdentifier.get(record.identifier);
    if (!row) added.push({ ...record, id: randomUUID() });
    else if (row.isWithdrawn || row.contentHash !== record.contentHash) changed.push({ ...record, id: row.id });
  }
  if (!dryRun) {
    const who = [actor?.personId ?? null, actor?.fullName ?? 'The hub'];
    if (added.length > 0) {
      const rows = withoutDistributions(added);
      await queryable.query(statements.insert, [rows, feedKey]);
      await queryable.query(statements.auditAdded, [rows, ...who]);
    }
    if (changed.length > 0) {
      const rows = withoutDistributions(changed);
      await queryable.query(statements.auditChanged, [rows, ...who]);
      await queryable.query(statements.update, [rows]);
      await queryable.query(statements.deleteDistributions, [changed.map(({ id }) => id)]);
    }
    await insertDistributions(queryable, [...added, ...changed]);
  }
  return {
    added: added.length,
    changed: changed.length,
    unchanged: batch.length - added.length - changed.length,
    writtenIds: [...added, ...changed].map(({ id }) => id),
  };
}

const withoutDistributions = (batch: readonly LinkedRecord[]): string =>
  JSON.stringify(batch.map((record) => ({ ...record, distributions: undefined })));

async function insertDistributions(queryable: Queryable, batch: readonly (LinkedRecord & { id: string })[]) {
  const rows = batch.flatMap(({ id, distributions }) =>
    distributions.map((distribution, position) => ({ id, position, ...distribution })),
  );
  if (rows.length > 0) await queryable.query(statements.insertDistributions, [JSON.stringify(rows)]);
}

/**
 * Marks what the feed no longer has, and says how many that are; a dry run only counts. The comparison happens here:
 * the database would compare each identifier with each once there are too many of them for its memory.
 */
export async function withdrawMissing(
  queryable: Queryable,
  seen: ReadonlySet<string>,
  { feedKey, actor, dryRun }: { feedKey: string; actor: Actor | null; dryRun: boolean },
): Promise<number> {
  let withdrawn = 0;
  let after = '';
  for (;;) {
    const page = await queryable.query<{ id: string; identifier: string }>(statements.current, [feedKey, after]);
    const goneIds = page.filter(({ identifier }) => !seen.has(identifier)).map(({ id }) => id);
    withdrawn += goneIds.length;
    if (!dryRun && goneIds.length > 0) {
      await queryable.query(statements.withdraw, [goneIds, actor?.personId ?? null, actor?.fullName ?? 'The hub']);
    }
    if (page.length < pageOfIdentifiers) return withdrawn;
    after = page.at(-1)!.identifier;
  }
}
