const columns = {
  id: 'id',
  key: 'key',
  name: 'name',
  shortName: 'short_name',
  abbreviation: 'abbreviation',
  kind: 'kind',
  roleDescription: 'role_description',
  website: 'website',
  parentId: 'parent_id',
};

/** Select list that makes an `Agency` of a row of `agency` under this alias. */
export const agencyColumns = (alias: string): string =>
  Object.entries(columns)
    .map(([property, column]) => `${alias}.${column} as "${property}"`)
    .join(', ');

/** SQL expression of an `Agency` as JSON, for a statement that embeds it; null where an outer join found none. */
export const agencyJson = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object(${Object.entries(columns)
    .map(([property, column]) => `'${property}', ${alias}.${column}`)
    .join(', ')}) end`;
