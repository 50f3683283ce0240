const columns = (alias: string) => ({
  id: `${alias}.id`,
  fullName: `${alias}.full_name`,
  initials: `upper(left(${alias}.full_name, 1) || case when ${alias}.full_name like '% %' then left(split_part(${alias}.full_name, ' ', -1), 1) else '' end)`,
  email: `${alias}.email`,
  jobTitle: `${alias}.job_title`,
  agencyId: `${alias}.agency_id`,
});

/** Select list that makes a `Person` of a row of `person` under this alias. */
export const personColumns = (alias: string): string =>
  Object.entries(columns(alias))
    .map(([property, expression]) => `${expression} as "${property}"`)
    .join(', ');

export type PersonProperty = keyof ReturnType<typeof columns>;

/**
 * SQL expression of a `Person` as JSON, for a statement that embeds it; null where an outer join found none.
 * @param only The properties that are asked for, where many people are embedded; otherwise all.
 */
export const personJson = (alias: string, only?: readonly PersonProperty[]): string =>
  `case when ${alias}.id is not null then json_build_object(${Object.entries(columns(alias))
    .filter(([property]) => !only || only.includes(property as PersonProperty))
    .map(([property, expression]) => `'${property}', ${expression}`)
    .join(', ')}) end`;
