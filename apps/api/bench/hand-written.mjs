import { createServer } from 'node:http';
import pg from 'pg';

/**
 * What the hub is measured against: node:http and pg, one statement an operation, JSON made by the database, no
 * permission, no limits, no audit beyond what the operation stores.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const itemJson = `json_build_object('id', i.id, 'reference', i.reference, 'title', i.title, 'status', i.status, 'dueOn', i.due_on,
  'version', i.version, 'leadAgency', json_build_object('id', a.id, 'shortName', a.short_name),
  'assignees', (select json_agg(json_build_object('id', p.id, 'fullName', p.full_name) order by aa.position)
    from action_item_assignee aa join person p on p.id = aa.person_id where aa.action_item_id = i.id),
  'latestUpdate', json_build_object('postedAt', i.latest_update_at, 'note', i.latest_update_note,
    'author', (select json_build_object('fullName', p.full_name) from person p where p.id = i.latest_update_author_id)))`;

const statements = {
  board: `
    with s as (select id, name from sub_group where slug = $1),
    g as (select g.id, g.number, g.statement from goal g
      where exists (select from action_item i join focus_listing l on l.focus_item_id = i.focus_item_id
        where i.goal_id = g.id and l.sub_group_id = (select id from s)) order by g.number limit 20)
    select json_build_object('name', (select name from s), 'goals', (select json_agg(json_build_object('id', g.id, 'number', g.number,
      'statement', g.statement, 'items', t.items) order by g.number) from g cross join lateral (
        select json_agg(${itemJson} order by i.due_on, i.id) as items from (
          select i.* from action_item i join focus_listing l on l.focus_item_id = i.focus_item_id and l.sub_group_id = (select id from s)
          where i.goal_id = g.id order by i.due_on, i.id limit 10) i join agency a on a.id = i.lead_agency_id) t)) as answer`,
  'my-work': `
    select json_agg(${itemJson} order by i.due_on, i.id) as answer
    from action_item i join agency a on a.id = i.lead_agency_id
    where i.status <> 'done' and i.id in (select action_item_id from action_item_assignee where person_id = $1)`,
  search: `
    with q as (select websearch_to_tsquery('english', $1) as q),
    c as materialized (select d.id, d.title, d.facet_agency, d.themes, d.geographic_levels, d.access_level,
        d.facet_agency = any($2) as in_agency, d.access_level = any($3) as in_access, ts_rank(d.search_vector, q.q) as rank
      from data_source d, q where d.search_vector @@ q.q and d.withdrawn_at is null),
    m as materialized (select * from c where in_agency and in_access),
    page as (select * from m order by rank desc, title, id limit 20)
    select json_build_object('total', (select count(*) from m),
      'agencies', (select json_object_agg(k, n) from (select facet_agency k, count(*) n from c where in_access group by 1) t),
      'accessLevels', (select json_object_agg(k, n) from (select access_level k, count(*) n from c where in_agency group by 1) t),
      'themes', (select json_object_agg(k, n) from (select unnest(themes) k, count(*) n from m group by 1) t),
      'rows', (select json_agg(json_build_object('id', d.id, 'slug', d.slug, 'title', ts_headline('english', d.title, q.q, 'HighlightAll=true'),
        'excerpt', ts_headline('english', d.description, q.q, 'MaxWords=40, MinWords=20'), 'accessLevel', d.access_level, 'lag', d.lag,
        'stewardAgency', (select a.short_name from agency a where a.id = d.steward_agency_id)) order by page.rank desc, page.title, page.id)
        from page join data_source d on d.id = page.id, q)) as answer`,
  agency: `
    select json_build_object('id', id, 'name', name, 'shortName', short_name, 'abbreviation', abbreviation, 'kind', kind,
      'roleDescription', role_description) as answer from agency where id = $1`,
  post: `
    with changed as (update action_item set status = $3, version = version + 1, latest_update_at = now(), latest_update_note = $4,
        latest_update_author_id = $5 where id = $1 and version = $2 returning id, version, reference, title, workgroup_id),
    u as (insert into action_item_update (action_item_id, author_id, status, note, item_version)
      select id, $5, $3, $4, version from changed returning id),
    t as (insert into audit_entry (actor_id, actor_label, action, subject_type, subject_id, subject_label, detail, workgroup_id)
      select $5, 'Person', 'posted', 'ActionItem', id, title, $4, workgroup_id from changed)
    select json_build_object('version', version, 'updateId', (select id from u)) as answer from changed`,
};

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const name = request.url.slice(1);
      const { rows } = await pool.query({
        name,
        text: statements[name],
        values: JSON.parse(Buffer.concat(chunks).toString()),
      });
      response
        .writeHead(rows[0] ? 200 : 409, { 'content-type': 'application/json' })
        .end(JSON.stringify(rows[0]?.answer ?? null));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
