import { searchedKinds, type SearchedKind } from './search.kinds';

/**
 * Everything in one statement. $1 compact text, $2 words, $3 words in titles, $4 text at the beginning, $5 text
 * anywhere, $6 how many hits, $7 and $8 which restricted items may be seen: all, or those of some sub-groups.
 *
 *   kind 1: best $6 of its matches, with the count of all ─┐
 *   kind 2: ...                                            ├─ in order of closeness, kinds taking turns: best $6
 *   kind 8: ...                                           ─┘
 *
 * Closeness: 1 its reference or abbreviation, 2 the title begins with the text, 3 the title has it, 4 the title has
 * the words, 5 the words are somewhere.
 */
export const searchStatement = `
  with asked as materialized (select to_tsquery('english', $2) as words, to_tsquery('english', $3) as title_words),
  found as (${searchedKinds.map(bestOfKind).join(' union all ')})
  select id, kind, title, detail, path,
    (sum(kind_count) filter (where place = 1) over ())::integer as "totalCount"
  from found order by closeness, row_number() over (partition by kind, closeness order by place), turn limit $6`;

function bestOfKind(searched: SearchedKind, index: number): string {
  const { kind, from, id, title, detail, path, exact, vector, partsOfWords } = searched;
  const isExact = `$1 = any(${exact})`;
  const matches = [`(${vector}) @@ asked.words`, ...(partsOfWords ? [`${title} ilike $5`, isExact] : [])].join(' or ');
  // The best are chosen before they are numbered: of thousands of matches only the first few are ever put in order.
  return `
    (select best.*, row_number() over (order by closeness, length(title), title, id) as place from (
      select ${id} as id, '${kind}' as kind, ${title} as title, ${detail} as detail, ${path} as path, closeness,
        ${index} as turn, count(*) over () as kind_count
      from asked cross join ${from}
      cross join lateral (select case when ${isExact} then 1 when ${title} ilike $4 then 2 when ${title} ilike $5 then 3
        when (${vector}) @@ asked.title_words then 4 else 5 end as closeness) close
      where ${matches}
      order by closeness, length(${title}), ${title}, ${id} limit $6) best)`;
}
