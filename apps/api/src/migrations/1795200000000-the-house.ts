import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first schema: people and agencies, the workgroup's bodies, goals, action items, the catalog, the trail. */
export class TheHouse1795200000000 implements MigrationInterface {
  name = 'TheHouse1795200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AUDIT);
    await runner.query(IDENTITY);
    await runner.query(WORKGROUP);
    await runner.query(GOALS);
    await runner.query(ACTIONS);
    await runner.query(CATALOG);
  }

  /** Migrations only go forward: a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}

const AUDIT = `
create table audit_entry (
  id bigint generated always as identity primary key,
  occurred_at timestamptz not null default now(),
  actor_id uuid,
  actor_label text not null,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  subject_label text not null,
  subject_path text,
  detail text,
  workgroup_id uuid,
  sub_group_ids uuid[] not null default '{}',
  agency_ids uuid[] not null default '{}',
  before jsonb,
  after jsonb,
  request_id text,
  visible_in_feed boolean not null default true
);
create index audit_entry_subject on audit_entry (subject_type, subject_id, id desc);
create index audit_entry_workgroup on audit_entry (workgroup_id, id desc) where visible_in_feed;
create index audit_entry_sub_groups on audit_entry using gin (sub_group_ids);
`;

const IDENTITY = `
create table agency (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  name text not null,
  short_name text not null,
  abbreviation text not null,
  kind text not null check (kind in ('state', 'local', 'federal', 'non_government')),
  parent_id uuid references agency (id),
  role_description text not null default '',
  website text,
  source_reference text,
  created_at timestamptz not null default now()
);
create table person (
  id uuid primary key default gen_random_uuid(),
  full_name text not null,
  email text not null unique check (email = lower(email)),
  job_title text not null default '',
  agency_id uuid not null references agency (id),
  demonstration_role text,
  is_demonstration boolean not null default false,
  deactivated_at timestamptz,
  created_at timestamptz not null default now()
);
create index person_agency on person (agency_id);
create table role_grant (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  role text not null check (role in ('staff', 'administrator', 'data_steward')),
  agency_id uuid references agency (id),
  starts_on date not null,
  ends_on date,
  check ((role = 'data_steward') = (agency_id is not null))
);
create index role_grant_person on role_grant (person_id);
create table session (
  token_hash bytea primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_person on session (person_id);
create table sign_in_token (
  token_hash bytea primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_token_person on sign_in_token (person_id);
`;

const WORKGROUP = `
create table workgroup (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  name text not null,
  purpose text not null,
  workgroup_values text,
  convener_agency_id uuid references agency (id),
  started_on date not null,
  ended_on date,
  successor_id uuid references workgroup (id),
  created_at timestamptz not null default now()
);
create table sub_group (
  id uuid primary key default gen_random_uuid(),
  workgroup_id uuid not null references workgroup (id),
  kind text not null check (kind in ('sub_group', 'task_force')),
  slug text not null unique,
  name text not null,
  prefix text not null,
  purpose text not null,
  position integer not null,
  started_on date not null,
  ended_on date,
  successor_id uuid references sub_group (id)
);
create index sub_group_workgroup on sub_group (workgroup_id, position);
create table focus_item (
  id uuid primary key default gen_random_uuid(),
  workgroup_id uuid not null references workgroup (id),
  slug text not null unique,
  statement text not null,
  short_name text not null,
  position integer not null
);
create table focus_listing (
  focus_item_id uuid not null references focus_item (id),
  sub_group_id uuid not null references sub_group (id),
  position integer not null,
  primary key (focus_item_id, sub_group_id)
);
create index focus_listing_sub_group on focus_listing (sub_group_id, position);
create table seat (
  id uuid primary key default gen_random_uuid(),
  workgroup_id uuid not null references workgroup (id),
  sub_group_id uuid references sub_group (id),
  agency_id uuid not null references agency (id),
  person_id uuid references person (id),
  alternate_id uuid references person (id),
  role text not null check (role in ('chair', 'co_chair', 'member')),
  starts_on date not null,
  ends_on date,
  check (ends_on is null or ends_on >= starts_on)
);
create index seat_sub_group on seat (sub_group_id);
create index seat_person on seat (person_id);
`;

const GOALS = `
create table goal (
  id uuid primary key default gen_random_uuid(),
  workgroup_id uuid not null references workgroup (id),
  number integer not null,
  statement text not null,
  description text not null default '',
  started_on date not null,
  ended_on date,
  version integer not null default 1,
  unique (workgroup_id, number)
);
create table objective (
  id uuid primary key default gen_random_uuid(),
  goal_id uuid not null references goal (id),
  position integer not null,
  statement text not null,
  specific text not null default '',
  measurable text not null default '',
  achievable text not null default '',
  relevant text not null default '',
  time_bound text not null default '',
  lead_agency_id uuid references agency (id),
  starts_on date,
  due_on date,
  version integer not null default 1,
  unique (goal_id, position)
);
create table objective_focus_item (
  objective_id uuid not null references objective (id),
  focus_item_id uuid not null references focus_item (id),
  primary key (objective_id, focus_item_id)
);
create table health_declaration (
  id uuid primary key default gen_random_uuid(),
  goal_id uuid references goal (id),
  objective_id uuid references objective (id),
  health text not null check (health in ('on_track', 'at_risk', 'off_track')),
  reason text not null,
  declared_by_id uuid not null references person (id),
  declared_at timestamptz not null default now(),
  check ((goal_id is null) <> (objective_id is null))
);
create index health_declaration_goal on health_declaration (goal_id, declared_at desc) where goal_id is not null;
create index health_declaration_objective on health_declaration (objective_id, declared_at desc) where objective_id is not null;
`;

const ACTIONS = `
create table action_item (
  id uuid primary key default gen_random_uuid(),
  workgroup_id uuid not null references workgroup (id),
  number integer not null,
  reference text not null unique,
  title text not null,
  description text not null default '',
  goal_id uuid not null references goal (id),
  objective_id uuid references objective (id),
  focus_item_id uuid not null references focus_item (id),
  sub_group_id uuid not null references sub_group (id),
  lead_agency_id uuid not null references agency (id),
  status text not null default 'not_started' check (status in ('not_started', 'in_progress', 'blocked', 'done')),
  priority text not null default 'medium' check (priority in ('high', 'medium', 'low')),
  start_on date,
  due_on date,
  next_step text not null default '',
  tags text[] not null default '{}',
  latest_update_id uuid,
  latest_update_at timestamptz,
  latest_update_note text,
  latest_update_author_id uuid references person (id),
  open_help_request_count integer not null default 0,
  completed_at timestamptz,
  version integer not null default 1,
  created_by_id uuid references person (id),
  created_at timestamptz not null default now(),
  search_vector tsvector generated always as (
    setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', reference), 'A') ||
    setweight(to_tsvector('english', next_step), 'B') || setweight(to_tsvector('english', description), 'C')
  ) stored,
  unique (workgroup_id, number),
  check (due_on is null or start_on is null or due_on >= start_on)
);
create index action_item_goal on action_item (goal_id, due_on);
create index action_item_objective on action_item (objective_id);
create index action_item_focus_item on action_item (focus_item_id);
create index action_item_lead_agency on action_item (lead_agency_id);
create index action_item_due on action_item (workgroup_id, due_on, id);
create index action_item_search on action_item using gin (search_vector);
create table action_item_supporting_agency (
  action_item_id uuid not null references action_item (id),
  agency_id uuid not null references agency (id),
  primary key (action_item_id, agency_id)
);
create index action_item_supporting_agency_agency on action_item_supporting_agency (agency_id);
create table action_item_assignee (
  action_item_id uuid not null references action_item (id),
  person_id uuid not null references person (id),
  position integer not null default 0,
  primary key (action_item_id, person_id)
);
create index action_item_assignee_person on action_item_assignee (person_id);
create table action_item_update (
  id uuid primary key default gen_random_uuid(),
  action_item_id uuid not null references action_item (id),
  author_id uuid not null references person (id),
  status text not null check (status in ('not_started', 'in_progress', 'blocked', 'done')),
  previous_status text check (previous_status in ('not_started', 'in_progress', 'blocked', 'done')),
  note text not null,
  evidence_url text,
  posted_at timestamptz not null default now(),
  item_version integer not null
);
create index action_item_update_item on action_item_update (action_item_id, posted_at desc, id);
create table help_request (
  id uuid primary key default gen_random_uuid(),
  action_item_update_id uuid not null references action_item_update (id),
  action_item_id uuid not null references action_item (id),
  agency_id uuid not null references agency (id),
  state text not null default 'open' check (state in ('open', 'accepted', 'closed')),
  requested_by_id uuid not null references person (id),
  requested_at timestamptz not null default now(),
  answered_by_id uuid references person (id),
  answered_at timestamptz
);
create index help_request_agency on help_request (agency_id, state);
create index help_request_item on help_request (action_item_id);
create table saved_view (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  page text not null check (page in ('items', 'data')),
  name text not null,
  query_string text not null,
  created_at timestamptz not null default now(),
  unique (person_id, page, name)
);
`;

/**
 * What the search needs beside the record is derived in one place, whoever writes the row. Weights: A title and
 * acronym, B keywords, themes and agencies, C description, D the rest. The bounds keep a vector under its 1 MB.
 */
const CATALOG_SEARCH = `
create function data_source_derive() returns trigger language plpgsql as $$
declare
  steward agency;
  publisher agency;
begin
  select * into steward from agency where id = new.steward_agency_id;
  select * into publisher from agency where id = new.publisher_agency_id;
  new.facet_agency := coalesce(steward.key, publisher.key, new.publisher_name);
  new.title_vector := to_tsvector('english', new.title || ' ' || coalesce(new.acronym, ''));
  new.search_vector :=
    setweight(new.title_vector, 'A') ||
    setweight(to_tsvector('english', left(concat_ws(' . ',
      array_to_string(new.keywords, ' . '), array_to_string(new.themes, ' . '),
      new.publisher_name, publisher.name, publisher.abbreviation, steward.name, steward.abbreviation), 20000)), 'B') ||
    setweight(to_tsvector('english', left(new.description, 20000)), 'C') ||
    setweight(to_tsvector('english', left(concat_ws(' . ',
      new.record_unit, new.steward_unit, new.spatial,
      array_to_string(new.questions, ' . '), array_to_string(new.known_limits, ' . ')), 20000)), 'D');
  return new;
end $$;
create trigger data_source_derive before insert or update of
  title, acronym, description, keywords, themes, publisher_name, publisher_agency_id, steward_agency_id, record_unit,
  steward_unit, spatial, questions, known_limits, search_vector on data_source
  for each row execute function data_source_derive();

create function agency_renamed() returns trigger language plpgsql as $$
begin
  update data_source set search_vector = '' where steward_agency_id = new.id or publisher_agency_id = new.id;
  return null;
end $$;
create trigger agency_renamed after update of key, name, abbreviation on agency
  for each row when ((old.key, old.name, old.abbreviation) is distinct from (new.key, new.name, new.abbreviation))
  execute function agency_renamed();

-- Groups of words, all of which must be met; within a group any of: the written words together, one of the phrases,
-- or a word that begins like the last one. A stem need not begin like its word, hence the look into the lexicon.
create function catalog_query(groups jsonb) returns tsquery language plpgsql stable as $$
declare
  word_group jsonb;
  part tsquery;
  alternative text;
  beginning text;
  whole tsquery := ''::tsquery;
begin
  for word_group in select value from jsonb_array_elements(groups) loop
    part := plainto_tsquery('english', word_group ->> 'written');
    beginning := word_group ->> 'beginning';
    if beginning is not null and numnode(part) > 0 then
      part := part || to_tsquery('simple', quote_literal(beginning) || ':*');
      for alternative in
        select distinct stem from (select word from catalog_word 
          where word ~>=~ beginning and word ~<~ (beginning || chr(1114111)) limit 200) known,
          unnest(ts_lexize('english_stem', known.word)) stem
        where not starts_with(stem, beginning)
      loop
        part := part || to_tsquery('simple', quote_literal(alternative));
      end loop;
    end if;
    for alternative in select value from jsonb_array_elements_text(word_group -> 'phrases') loop
      part := part || phraseto_tsquery('english', alternative);
    end loop;
    whole := whole && part;
  end loop;
  return whole;
end $$;
`;

const CATALOG =
  `
create table catalog_feed (
  key text primary key,
  title text not null,
  location text,
  created_at timestamptz not null default now()
);
create table catalog_import (
  id uuid primary key default gen_random_uuid(),
  feed_key text not null,
  location text not null,
  dry_run boolean not null default false,
  state text not null default 'running' check (state in ('running', 'finished', 'failed')),
  started_by_id uuid references person (id),
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  processed integer not null default 0,
  total integer,
  added integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  removed integer not null default 0,
  rejected integer not null default 0,
  with_problems integer not null default 0,
  problems jsonb not null default '[]',
  failure text
);
create index catalog_import_feed on catalog_import (feed_key, started_at desc);
create table data_source (
  id uuid primary key default gen_random_uuid(),
  feed_key text not null references catalog_feed (key),
  identifier text not null,
  slug text not null unique,
  title text not null,
  acronym text,
  description text not null default '',
  record_unit text,
  publisher_name text,
  publisher_agency_id uuid references agency (id),
  steward_agency_id uuid references agency (id),
  steward_person_id uuid references person (id),
  steward_unit text,
  contact_name text,
  contact_email text,
  keywords text[] not null default '{}',
  themes text[] not null default '{}',
  access_level text not null check (access_level in ('public', 'restricted public', 'non-public')),
  access_route text[] not null default '{}',
  rights text,
  legal_basis text,
  license text,
  known_limits text[] not null default '{}',
  suppression_practice text,
  questions text[] not null default '{}',
  update_frequency text,
  accrual_periodicity text,
  lag text,
  lag_days integer,
  spatial text,
  geographic_levels text[] not null default '{}',
  temporal text,
  first_year integer,
  last_year integer,
  breakdowns jsonb not null default '{}',
  landing_page text,
  issued text,
  modified text,
  modified_on date,
  source_record jsonb,
  content_hash text,
  problems jsonb not null default '[]',
  source_reference text,
  verification text,
  withdrawn_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  search_vector tsvector not null default '',
  title_vector tsvector not null default '',
  facet_agency text,
  unique (feed_key, identifier)
) with (toast_tuple_target = 256);
-- What a search reads of every match stays in the row; long texts move out, so that a broad search reads little.
alter table data_source
  alter column title set storage main,
  alter column title_vector set storage main,
  alter column facet_agency set storage main,
  alter column themes set storage main,
  alter column geographic_levels set storage main;
create index data_source_facet_agency on data_source (facet_agency);
create index data_source_search on data_source using gin (search_vector);
create index data_source_steward on data_source (steward_agency_id);
create index data_source_title on data_source (title, id);
create table distribution (
  id uuid primary key default gen_random_uuid(),
  data_source_id uuid not null references data_source (id) on delete cascade,
  position integer not null,
  title text,
  description text,
  format text,
  media_type text,
  access_url text,
  download_url text,
  unique (data_source_id, position)
);
create table action_item_data_source (
  action_item_id uuid not null references action_item (id),
  data_source_id uuid not null references data_source (id),
  primary key (action_item_id, data_source_id)
);
create index action_item_data_source_source on action_item_data_source (data_source_id);
create table vocabulary_concept (
  id uuid primary key default gen_random_uuid(),
  preferred text not null unique,
  synonyms text[] not null default '{}'
);
create table catalog_word (
  word text primary key,
  source_count integer not null default 0
);
create index catalog_word_prefix on catalog_word (word text_pattern_ops);
` + CATALOG_SEARCH;
