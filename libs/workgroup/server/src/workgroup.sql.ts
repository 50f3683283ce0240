const subGroupProperties = {
  id: 'id',
  slug: 'slug',
  name: 'name',
  kind: 'kind',
  prefix: 'prefix',
  purpose: 'purpose',
  startedOn: 'started_on',
  endedOn: 'ended_on',
  workgroupId: 'workgroup_id',
};

const json = (alias: string, properties: Record<string, string>): string =>
  `json_build_object(${Object.entries(properties)
    .map(([property, column]) => `'${property}', ${alias}.${column}`)
    .join(', ')})`;

const list = (alias: string, properties: Record<string, string>): string =>
  Object.entries(properties)
    .map(([property, column]) => `${alias}.${column} as "${property}"`)
    .join(', ');

/** Select list that makes a `SubGroup` of a row of `sub_group` under this alias. */
export const subGroupColumns = (alias: string): string => list(alias, subGroupProperties);

/** SQL expression of a `SubGroup` as JSON, for a statement that embeds it. */
export const subGroupJson = (alias: string): string => json(alias, subGroupProperties);

/** SQL expression of all sub-groups that carry the focus item under this alias, as a JSON array by position. */
export const carriersJson = (focusItemId: string): string =>
  `(select coalesce(json_agg(${subGroupJson('carrier')} order by carrier.position), '[]')
    from focus_listing carried join sub_group carrier on carrier.id = carried.sub_group_id
    where carried.focus_item_id = ${focusItemId})`;

const focusItemProperties = {
  id: 'id',
  slug: 'slug',
  statement: 'statement',
  shortName: 'short_name',
  position: 'position',
};

const isShared = (alias: string): string =>
  `(select count(*) > 1 from focus_listing shared where shared.focus_item_id = ${alias}.id)`;

/** Select list that makes a `FocusItem` of a row of `focus_item` under this alias, its sub-groups included. */
export const focusItemColumns = (alias: string): string =>
  `${list(alias, focusItemProperties)}, ${isShared(alias)} as "isShared", ${carriersJson(`${alias}.id`)} as "subGroups"`;

/** SQL expression of a whole `FocusItem` as JSON, its sub-groups included. */
export const focusItemJson = (alias: string): string =>
  `json_build_object(${Object.entries(focusItemProperties)
    .map(([property, column]) => `'${property}', ${alias}.${column}`)
    .join(', ')}, 'isShared', ${isShared(alias)}, 'subGroups', ${carriersJson(`${alias}.id`)})`;

/** Select list that makes a `Workgroup` of a row of `workgroup` under this alias. */
export const workgroupColumns = (alias: string): string =>
  `${list(alias, {
    id: 'id',
    slug: 'slug',
    name: 'name',
    purpose: 'purpose',
    values: 'workgroup_values',
    startedOn: 'started_on',
    endedOn: 'ended_on',
    convenerAgencyId: 'convener_agency_id',
    successorId: 'successor_id',
  })}, (select earlier.id from workgroup earlier where earlier.successor_id = ${alias}.id limit 1) as "predecessorId"`;
