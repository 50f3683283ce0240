import type { Database, Transaction } from '@sos/platform-server';
import { agencies, focusItems, goals, workgroupHistory } from './content';
import { insertCatalogFrame } from './insert-data-sources';
import { idOf, insertRows } from './insert-rows';

const { predecessor, current } = workgroupHistory;

/** Id of the workgroup that the content describes as the current one. */
export const workgroupId = idOf('workgroup', current.slug);

/**
 * Fills an empty hub with the facts of California's workgroup: its history, sub-groups, focus items, goals and
 * agencies, the catalog's vocabulary, and nobody in it.
 * @returns false, and changes nothing, when the hub has a workgroup already.
 */
export async function loadCaliforniaStructure(database: Database): Promise<boolean> {
  return database.transaction(async (transaction) => {
    if (await hasWorkgroup(transaction)) return false;
    await insertStructure(transaction);
    return true;
  });
}

/** Two hubs that start at once on one database wait for each other here; the second finds the first one's work. */
export async function hasWorkgroup(transaction: Transaction): Promise<boolean> {
  await transaction.query('lock table workgroup in exclusive mode');
  return (await transaction.query('select 1 from workgroup limit 1')).length > 0;
}

export async function insertStructure(transaction: Transaction): Promise<void> {
  await insertAgencies(transaction);
  await insertRows(transaction, 'workgroup', [bodyRow(current, null), bodyRow(predecessor, workgroupId)]);
  await insertRows(transaction, 'sub_group', [
    ...current.subGroups.map((body, index) => subGroupRow(workgroupId, 'sub_group', body, body.prefix, index)),
    ...predecessor.taskForces.map((body, index) =>
      subGroupRow(idOf('workgroup', predecessor.slug), 'task_force', body, capitalsOf(body.name), index),
    ),
  ]);
  await insertFocusItems(transaction);
  await insertGoals(transaction);
  await insertCatalogFrame(transaction);
}

async function insertAgencies(transaction: Transaction): Promise<void> {
  const keyByName = new Map(agencies.map((agency) => [agency.name, agency.key]));
  await insertRows(
    transaction,
    'agency',
    agencies.map((agency) => {
      // Most parents, such as the Governor's cabinet, are no agencies of the hub and stay unsaid.
      const parent = agency.parent && keyByName.get(agency.parent);
      return {
        id: idOf('agency', agency.key),
        key: agency.key,
        name: agency.name,
        short_name: agency.shortName,
        abbreviation: agency.abbreviation,
        kind: agency.kind,
        parent_id: parent && parent !== agency.key ? idOf('agency', parent) : null,
        role_description: agency.role,
        website: agency.website ?? null,
        source_reference: agency.sourceReference,
      };
    }),
  );
}

type Body = typeof current | typeof predecessor;

function bodyRow(body: Body, successorId: string | null) {
  return {
    id: idOf('workgroup', body.slug),
    slug: body.slug,
    name: body.name,
    purpose: body.purpose,
    workgroup_values: 'values' in body ? sentenceCase(body.values.join(', ')) : null,
    convener_agency_id: idOf('agency', 'cdph'),
    started_on: body.startedOn,
    ended_on: body.endedOn ?? null,
    successor_id: successorId,
  };
}

function subGroupRow(
  bodyId: string,
  kind: 'sub_group' | 'task_force',
  part: (typeof predecessor.taskForces)[number],
  prefix: string,
  index: number,
) {
  return {
    id: idOf('sub-group', part.slug),
    workgroup_id: bodyId,
    kind,
    slug: part.slug,
    name: part.name,
    prefix,
    purpose: part.purpose,
    position: index + 1,
    started_on: part.startedOn,
    ended_on: part.endedOn ?? null,
  };
}

async function insertFocusItems(transaction: Transaction): Promise<void> {
  await insertRows(
    transaction,
    'focus_item',
    focusItems.map(({ slug, statement, shortName }, index) => ({
      id: idOf('focus-item', slug),
      workgroup_id: workgroupId,
      slug,
      statement,
      short_name: shortName,
      position: index + 1,
    })),
  );
  await insertRows(
    transaction,
    'focus_listing',
    focusItems.flatMap(({ slug, listings }, index) =>
      listings.map((subGroup) => ({
        focus_item_id: idOf('focus-item', slug),
        sub_group_id: idOf('sub-group', subGroup),
        position: index + 1,
      })),
    ),
  );
}

async function insertGoals(transaction: Transaction): Promise<void> {
  const currentGoals = goals.map(({ number, statement, description }) => ({
    id: idOf('goal', number),
    workgroup_id: workgroupId,
    number,
    statement,
    description,
    started_on: current.startedOn,
    ended_on: null,
  }));
  const formerGoals = predecessor.goals.map((statement, index) => ({
    id: idOf('former-goal', index + 1),
    workgroup_id: idOf('workgroup', predecessor.slug),
    number: index + 1,
    statement,
    description: '',
    started_on: predecessor.startedOn,
    ended_on: predecessor.endedOn,
  }));
  await insertRows(transaction, 'goal', [...currentGoals, ...formerGoals]);
}

const capitalsOf = (name: string): string => name.replace(/[^A-Z]/g, '');

const sentenceCase = (text: string): string => text.charAt(0) + text.slice(1).toLowerCase();
