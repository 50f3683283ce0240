import { isOpenTo } from '@sos/activity-server';
import { SearchKind } from './search.types';

/** How one kind of thing is searched: SQL expressions over `from`. */
export interface SearchedKind {
  kind: SearchKind;
  from: string;
  id: string;
  title: string;
  detail: string;
  /** Null: made of the opaque id. */
  path: string;
  /** Short forms by which people call exactly this one, in lower case without blanks and hyphens. */
  exact: string;
  /** Searched text, as a tsvector; the title's words have weight A. */
  vector: string;
  /** Whether a part of a word in the title is enough; too dear for a table of 100,000 rows, which has words only. */
  partsOfWords: boolean;
}

const titleOnly = (text: string) => `setweight(to_tsvector('english', ${text}), 'A')`;
const titleAnd = (title: string, rest: string) => `${titleOnly(title)} || to_tsvector('english', ${rest})`;
const compact = (column: string) => `replace(lower(${column}), '-', '')`;
const sentence = (column: string) => `upper(left(${column}, 1)) || replace(substr(${column}, 2), '_', ' ')`;

/**
 * Everything that the search finds, in the order in which kinds take turns. Search stands above all domains, so it
 * may read their tables; one list here is easier to follow than a part in every domain, and it makes one statement.
 */
export const searchedKinds: readonly SearchedKind[] = [
  {
    kind: SearchKind.GOAL,
    from: 'goal t join workgroup w on w.id = t.workgroup_id and w.ended_on is null',
    id: 't.id',
    title: 't.statement',
    detail: `'Goal ' || t.number`,
    path: `'/goals/' || t.number`,
    exact: `array['goal' || t.number, t.number::text]`,
    vector: titleAnd('t.statement', 't.description'),
    partsOfWords: true,
  },
  {
    kind: SearchKind.OBJECTIVE,
    from: `objective t join goal g on g.id = t.goal_id join workgroup w on w.id = g.workgroup_id and w.ended_on is null
      cross join lateral (select g.number || '.' || t.position as key) named`,
    id: 't.id',
    title: 't.statement',
    detail: `'Objective ' || named.key`,
    path: `'/objectives/' || named.key`,
    exact: `array[named.key, 'objective' || named.key]`,
    vector: titleAnd('t.statement', `t.specific || ' ' || t.measurable || ' ' || t.relevant`),
    partsOfWords: true,
  },
  {
    kind: SearchKind.SUB_GROUP,
    from: 'sub_group t join workgroup w on w.id = t.workgroup_id',
    id: 't.id',
    title: 't.name',
    detail: `case when t.kind = 'task_force' then 'Task force, ' || w.name else 'Sub-group' end`,
    path: `'/subgroups/' || t.slug`,
    exact: `array[lower(t.prefix)]`,
    vector: titleAnd('t.name', 't.purpose'),
    partsOfWords: true,
  },
  {
    kind: SearchKind.FOCUS_ITEM,
    from: 'focus_item t join workgroup w on w.id = t.workgroup_id and w.ended_on is null',
    id: 't.id',
    title: 't.statement',
    detail: `'Focus of ' || (select string_agg(s.name, ', ' order by s.position) from focus_listing l
      join sub_group s on s.id = l.sub_group_id where l.focus_item_id = t.id)`,
    path: `'/items?focus=' || t.slug`,
    exact: `array[${compact('t.short_name')}]`,
    vector: titleOnly(`t.statement || ' ' || t.short_name`),
    partsOfWords: true,
  },
  {
    kind: SearchKind.ACTION_ITEM,
    from: `(select * from action_item i where ${isOpenTo('$7', '$8', 'i')}) t join agency a on a.id = t.lead_agency_id`,
    id: 't.id',
    title: 't.title',
    detail: `t.reference || ' · ' || ${sentence('t.status')} || ' · ' || a.short_name`,
    path: `'/items/' || t.reference`,
    exact: `array[${compact('t.reference')}]`,
    vector: 't.search_vector',
    partsOfWords: true,
  },
  {
    kind: SearchKind.DATA_SOURCE,
    from: '(select * from data_source where withdrawn_at is null) t',
    id: 't.id',
    title: 't.title',
    // Looked up for what is shown only, of perhaps thousands that match.
    detail: `coalesce((select a.name from agency a where a.id = t.steward_agency_id), t.publisher_name)`,
    path: `'/data/' || t.slug`,
    exact: `array[${compact(`coalesce(t.acronym, '')`)}]`,
    vector: 't.search_vector',
    partsOfWords: false,
  },
  {
    kind: SearchKind.AGENCY,
    from: 'agency t',
    id: 't.id',
    title: 't.name',
    detail: `t.abbreviation`,
    path: `'/directory/agencies/' || t.key`,
    exact: `array[${compact('t.abbreviation')}, ${compact('t.key')}]`,
    vector: titleAnd(`t.name || ' ' || t.abbreviation`, 't.role_description'),
    partsOfWords: true,
  },
  {
    kind: SearchKind.PERSON,
    from: '(select * from person where deactivated_at is null) t join agency a on a.id = t.agency_id',
    id: 't.id',
    title: 't.full_name',
    detail: `concat_ws(', ', nullif(t.job_title, ''), a.short_name)`,
    path: 'null',
    exact: `array[${compact('t.email')}]`,
    vector: titleAnd('t.full_name', `t.job_title || ' ' || a.short_name`),
    partsOfWords: true,
  },
];
