import { Injectable } from '@nestjs/common';
import { Calendar, Database, type Queryable, type Viewer } from '@sos/platform-server';
import type { ActionItemFilter, ActionItemSort } from './action-item-filter.types';
import { filterConditions } from './action-item.filter';
import { pageOrder } from './action-item.order';
import { itemStatement, type ItemPart, type ItemSource } from './action-item.parts';
import { embedPeople } from './action-item.people';
import { WorkStatus, type ActionItem } from './action-item.types';
import { itemDay } from './item-day';
import { concernsSubGroup, visibleItem } from './action-item.visibility';
import { SqlParameters } from './sql-parameters';

/** Whose items a list holds. */
export type ItemScope = 'everything' | 'goal' | 'objective' | 'sub-group';

/** What a list of items is asked, its arguments checked. */
export interface ItemListRequest {
  scope: ItemScope;
  filter: ActionItemFilter | null;
  sort: ActionItemSort;
  first: number;
  after: string | null;
  parts: readonly ItemPart[];
}

/** An item with its place in the order of its list. */
export type PlacedItem = ActionItem & { place: string };

/** A sub-group's column of a board. */
export interface ColumnKey {
  subGroupId: string;
  status: WorkStatus;
}

const scopeConditions: Record<ItemScope, string> = {
  everything: 'true',
  goal: 'i.goal_id = owner.id',
  objective: 'i.objective_id = owner.id',
  'sub-group': `i.focus_item_id in (select listed.focus_item_id from focus_listing listed where listed.sub_group_id = owner.id)
    and ${concernsSubGroup('i', 'owner.id')}`,
};

/** Stands for the owner of the list of everything. */
export const everything = '00000000-0000-0000-0000-000000000000';

/** Reads action items. However many rows, owners and parts: one statement a call. */
@Injectable()
export class ActionItemRepository {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  /** One page for each owner, of one row more than `first`. */
  async pages(
    request: ItemListRequest,
    viewer: Viewer,
    ownerIds: readonly string[],
  ): Promise<Map<string, PlacedItem[]>> {
    const parameters = new SqlParameters();
    const owners = parameters.add(ownerIds);
    const day = itemDay(this.calendar, parameters);
    const order = pageOrder(request.sort, request.after, parameters);
    const conditions = [
      scopeConditions[request.scope],
      visibleItem(parameters),
      ...filterConditions(request.filter, viewer, parameters, day),
      ...(order.after ? [order.after] : []),
    ];
    const rows = await this.database.query(
      itemStatement(request.parts, day, {
        from: `unnest(${owners}::uuid[]) as owner (id)
          cross join lateral (
            select i.* from action_item i where ${conditions.join(' and ')}
            order by ${order.orderBy} limit ${parameters.add(request.first + 1)}
          ) i`,
        orderBy: order.orderBy,
        more: { ownerId: 'owner.id', place: order.place },
      }),
      parameters.values,
    );
    const items = embedPeople<PlacedItem & { ownerId: string }>(rows);
    return grouped(ownerIds, items, (item) => item.ownerId);
  }

  /** How many items each owner's whole list has. */
  async counts(
    request: Pick<ItemListRequest, 'scope' | 'filter'>,
    viewer: Viewer,
    ownerIds: readonly string[],
  ): Promise<Map<string, number>> {
    const parameters = new SqlParameters();
    const owners = parameters.add(ownerIds);
    const day = itemDay(this.calendar, parameters);
    const conditions = [
      scopeConditions[request.scope],
      visibleItem(parameters),
      ...filterConditions(request.filter, viewer, parameters, day),
    ];
    const rows = await this.database.query<{ ownerId: string; count: number }>(
      `select owner.id as "ownerId", found.count::integer as count from unnest(${owners}::uuid[]) as owner (id)
       cross join lateral (select count(*) from action_item i where ${conditions.join(' and ')}) found`,
      parameters.values,
    );
    return new Map(rows.map((row) => [row.ownerId, row.count]));
  }

  /** @param restrict Says which items `i`, and what else to read of them. By due date, those without one last. */
  async find<More extends object = object>(
    queryable: Queryable,
    parts: readonly ItemPart[],
    restrict: (parameters: SqlParameters) => Pick<ItemSource, 'condition' | 'more'>,
  ): Promise<(ActionItem & More)[]> {
    const parameters = new SqlParameters();
    const { condition, more } = restrict(parameters);
    const source = {
      from: 'action_item i',
      orderBy: 'i.due_on, i.id',
      condition: [visibleItem(parameters), ...(condition ? [condition] : [])].join(' and '),
      more,
    };
    const statement = itemStatement(parts, itemDay(this.calendar, parameters), source);
    return embedPeople<ActionItem & More>(await queryable.query(statement, parameters.values));
  }

  /** @param queryable The transaction, for those who are in one. */
  async byId(queryable: Queryable, parts: readonly ItemPart[], id: string): Promise<ActionItem | null> {
    const items = await this.find(queryable, parts, (parameters) => ({
      condition: `i.id = ${parameters.add(id)}::uuid`,
    }));
    return items[0] ?? null;
  }

  async byIds(parts: readonly ItemPart[], ids: readonly string[]): Promise<Map<string, ActionItem>> {
    const items = await this.find(this.database, parts, (parameters) => ({
      condition: `i.id = any(${parameters.add(ids)}::uuid[])`,
    }));
    return new Map(items.map((item) => [item.id, item]));
  }

  async byReference(parts: readonly ItemPart[], reference: string): Promise<ActionItem | null> {
    const items = await this.find(this.database, parts, (parameters) => ({
      condition: `i.reference = upper(${parameters.add(reference)}::text)`,
    }));
    return items[0] ?? null;
  }

  /** The first few items of each column: soonest due first; in the column of what is done, latest done first. */
  async columns(
    columnKeys: readonly ColumnKey[],
    first: number,
    parts: readonly ItemPart[],
  ): Promise<Map<ColumnKey, ActionItem[]>> {
    const parameters = new SqlParameters();
    const day = itemDay(this.calendar, parameters);
    const orderBy = `case when i.status = 'done' then i.completed_at end desc nulls last, i.due_on, i.id`;
    const rows = await this.database.query(
      itemStatement(parts, day, {
        from: `unnest(${parameters.add(columnKeys.map((key) => key.subGroupId))}::uuid[],
            ${parameters.add(columnKeys.map((key) => key.status))}::text[]) with ordinality as owner (id, status, position)
          cross join lateral (
            select i.* from action_item i where i.status = owner.status and ${visibleItem(parameters)} and ${scopeConditions['sub-group']}
            order by ${orderBy} limit ${parameters.add(first)}
          ) i`,
        orderBy,
        more: { column: 'owner.position::integer' },
      }),
      parameters.values,
    );
    const items = embedPeople<ActionItem & { column: number }>(rows);
    return grouped(columnKeys, items, (item) => columnKeys[item.column - 1]!);
  }

  /** How many items each column has. */
  async columnCounts(columnKeys: readonly ColumnKey[]): Promise<Map<ColumnKey, number>> {
    const parameters = new SqlParameters();
    const subGroupIds = parameters.add([...new Set(columnKeys.map((key) => key.subGroupId))]);
    const rows = await this.database.query<ColumnKey & { count: number }>(
      `select listed.sub_group_id as "subGroupId", i.status, count(*)::integer as count
       from focus_listing listed join action_item i on i.focus_item_id = listed.focus_item_id
       where listed.sub_group_id = any(${subGroupIds}::uuid[]) and ${visibleItem(parameters)}
         and ${concernsSubGroup('i', 'listed.sub_group_id')} group by listed.sub_group_id, i.status`,
      parameters.values,
    );
    const found = new Map(rows.map((row) => [`${row.subGroupId} ${row.status}`, row.count]));
    return new Map(columnKeys.map((key) => [key, found.get(`${key.subGroupId} ${key.status}`) ?? 0]));
  }
}

function grouped<K, R>(keys: readonly K[], rows: readonly R[], keyOf: (row: R) => K): Map<K, R[]> {
  const groups = new Map<K, R[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return groups;
}
