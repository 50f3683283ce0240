const goalProperties = (alias: string) => ({
  id: `${alias}.id`,
  number: `${alias}.number`,
  statement: `${alias}.statement`,
  description: `${alias}.description`,
  startedOn: `${alias}.started_on`,
  endedOn: `${alias}.ended_on`,
  version: `${alias}.version`,
  workgroupId: `${alias}.workgroup_id`,
});

const objectiveProperties = (alias: string, goalAlias: string) => ({
  id: `${alias}.id`,
  key: `${goalAlias}.number || '.' || ${alias}.position`,
  position: `${alias}.position`,
  statement: `${alias}.statement`,
  specific: `${alias}.specific`,
  measurable: `${alias}.measurable`,
  achievable: `${alias}.achievable`,
  relevant: `${alias}.relevant`,
  timeBound: `${alias}.time_bound`,
  startsOn: `${alias}.starts_on`,
  dueOn: `${alias}.due_on`,
  version: `${alias}.version`,
  goalId: `${alias}.goal_id`,
  leadAgencyId: `${alias}.lead_agency_id`,
});

const list = (properties: Record<string, string>): string =>
  Object.entries(properties)
    .map(([property, expression]) => `${expression} as "${property}"`)
    .join(', ');

const json = (alias: string, properties: Record<string, string>): string =>
  `case when ${alias}.id is not null then json_build_object(${Object.entries(properties)
    .map(([property, expression]) => `'${property}', ${expression}`)
    .join(', ')}) end`;

/** Select list that makes a `Goal` of a row of `goal` under this alias. */
export const goalColumns = (alias: string): string => list(goalProperties(alias));

/** SQL expression of a `Goal` as JSON, for a statement that embeds it; null where an outer join found none. */
export const goalJson = (alias: string): string => json(alias, goalProperties(alias));

/** Select list that makes an `Objective` of a row of `objective`, given the alias of its goal's row too. */
export const objectiveColumns = (alias: string, goalAlias: string): string =>
  list(objectiveProperties(alias, goalAlias));

/** SQL expression of an `Objective` as JSON; null where an outer join found none. */
export const objectiveJson = (alias: string, goalAlias: string): string =>
  json(alias, objectiveProperties(alias, goalAlias));

/** SQL condition: the goal under this alias is pursued on the day, in a workgroup that exists on the day. */
export const isCurrentGoal = (alias: string, day: string): string =>
  `(${alias}.ended_on is null or ${alias}.ended_on >= ${day}) and exists (
     select from workgroup body where body.id = ${alias}.workgroup_id and (body.ended_on is null or body.ended_on >= ${day}))`;
