const columns = (alias: string) => ({
  id: `${alias}.id`,
  fullName: `${alias}.full_name`,
  initials: `upper(left(${alias}.full_name, 1) || coalesce(left(substring(${alias}.full_name from '\\s(\\S+)$'), 1), ''))`,
  email: `${alias}.email`,
  jobTitle: `${alias}.job_title`,
  agencyId: `${alias}.agency_id`,
});

/** Select list that makes a `Person` of a row of `person` under this alias. */
export const personColumns = (alias: string): string =>
  Object.entries(columns(alias))
    .map(([property, expression]) => `${expression} as "${property}"`)
    .join(', ');

/** SQL expression of a `Person` as JSON, for a statement that embeds it; null where an outer join found none. */
export const personJson = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object(${Object.entries(columns(alias))
    .map(([property, expression]) => `'${property}', ${expression}`)
    .join(', ')}) end`;
