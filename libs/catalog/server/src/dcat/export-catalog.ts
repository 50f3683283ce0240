import { createHash } from 'node:crypto';
import type { Queryable } from '@sos/platform-server';
import { curatedFeedKey } from '../catalog-feed.types';
import { toDcatDataset, type ExportedRow } from './export-dataset.rules';

const exported = `d.feed_key = '${curatedFeedKey}' and d.access_level = 'public' and d.withdrawn_at is null`;
const pageSize = 200;

const page = `select d.id, d.slug, d.identifier, d.title, d.description,
    coalesce(steward.name, publisher.name, d.publisher_name) as "publisherName", parent.name as "parentName",
    d.steward_unit as "stewardUnit", d.contact_name as "contactName", d.contact_email as "contactEmail", d.keywords,
    d.themes, d.access_route as "accessRoute", d.rights, d.license, d.update_frequency as "updateFrequency", d.spatial,
    d.first_year as "firstYear", d.last_year as "lastYear",
    d.landing_page as "landingPage", d.issued, d.modified, to_char(d.changed_at, 'YYYY-MM-DD') as "changedOn",
    (select coalesce(json_agg(json_build_object('title', dist.title, 'description', dist.description,
        'format', dist.format, 'mediaType', dist.media_type, 'accessUrl', dist.access_url,
        'downloadUrl', dist.download_url) order by dist.position), '[]')
      from distribution dist where dist.data_source_id = d.id) as distributions
  from data_source d
  left join agency steward on steward.id = d.steward_agency_id
  left join agency publisher on publisher.id = d.publisher_agency_id
  left join agency parent on parent.id = coalesce(steward.parent_id, publisher.parent_id)
  where ${exported} and d.slug > $1 order by d.slug limit ${pageSize}`;

/** Text of the public curated catalog as DCAT-US v1.1, page by page, so that memory holds one page. */
export async function* exportCatalog(database: Queryable): AsyncGenerator<string> {
  yield `{"@context":"https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld","@type":"dcat:Catalog",
"conformsTo":"https://project-open-data.cio.gov/v1.1/schema","describedBy":"https://project-open-data.cio.gov/v1.1/schema/catalog.json",
"dataset":[`;
  let after = '';
  let separator = '\n';
  for (;;) {
    const rows = await database.query<ExportedRow & Record<string, unknown>>(page, [after]);
    for (const row of rows) {
      yield separator + JSON.stringify(toDcatDataset(row));
      separator = ',\n';
    }
    if (rows.length < pageSize) break;
    after = rows.at(-1)!.slug;
  }
  yield '\n]}\n';
}

/** Entity tag of the export: another one as soon as a record or an agency's name differs. */
export async function exportTag(database: Queryable): Promise<string> {
  const [state] = await database.query(
    `select (select concat_ws(' ', count(*), sum(d.version), max(d.changed_at)) from data_source d where ${exported}) as sources,
       (select string_agg(concat_ws(' ', name, parent_id), ' ' order by id) from agency) as agencies`,
  );
  return `W/"${createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 27)}"`;
}
