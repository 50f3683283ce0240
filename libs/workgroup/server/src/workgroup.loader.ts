import { Injectable } from '@nestjs/common';
import { Database, type LoaderDefinition, type Row } from '@sos/platform-server';
import type { FocusItem } from './focus-item.types';
import type { SubGroup } from './sub-group.types';
import { focusItemColumns, subGroupColumns, workgroupColumns } from './workgroup.sql';
import type { Workgroup } from './workgroup.types';

/** Workgroups by key, batched. */
@Injectable()
export class WorkgroupLoader {
  constructor(private readonly database: Database) {}

  readonly byId: LoaderDefinition<string, Workgroup> = {
    load: async (ids) =>
      byKey(
        'id',
        await this.database.query<Workgroup>(
          `select ${workgroupColumns('w')} from workgroup w where w.id = any($1::uuid[])`,
          [ids],
        ),
      ),
  };
}

/** Sub-groups by key, batched. */
@Injectable()
export class SubGroupLoader {
  constructor(private readonly database: Database) {}

  readonly byId: LoaderDefinition<string, SubGroup> = {
    load: async (ids) =>
      byKey(
        'id',
        await this.database.query<SubGroup>(
          `select ${subGroupColumns('s')} from sub_group s where s.id = any($1::uuid[])`,
          [ids],
        ),
      ),
  };

  /** The sub-groups of a workgroup, in its order. */
  readonly byWorkgroup: LoaderDefinition<string, SubGroup[]> = {
    load: async (workgroupIds) =>
      groupedBy(
        'workgroupId',
        workgroupIds,
        await this.database.query<SubGroup>(
          `select ${subGroupColumns('s')} from sub_group s where s.workgroup_id = any($1::uuid[]) order by s.position, s.id`,
          [workgroupIds],
        ),
      ),
  };
}

/** Focus items by key, batched, each with every sub-group that carries it. */
@Injectable()
export class FocusItemLoader {
  constructor(private readonly database: Database) {}

  readonly byId: LoaderDefinition<string, FocusItem> = {
    load: async (ids) =>
      byKey(
        'id',
        await this.database.query<FocusItem>(
          `select ${focusItemColumns('f')} from focus_item f where f.id = any($1::uuid[])`,
          [ids],
        ),
      ),
  };

  readonly bySubGroup: LoaderDefinition<string, FocusItem[]> = {
    load: async (subGroupIds) =>
      groupedBy(
        'subGroupId',
        subGroupIds,
        await this.database.query<FocusItem & { subGroupId: string }>(
          `select ${focusItemColumns('f')}, l.sub_group_id as "subGroupId"
         from focus_listing l join focus_item f on f.id = l.focus_item_id
         where l.sub_group_id = any($1::uuid[]) order by l.position, f.id`,
          [subGroupIds],
        ),
      ),
  };

  readonly byWorkgroup: LoaderDefinition<string, FocusItem[]> = {
    load: async (workgroupIds) =>
      groupedBy(
        'workgroupId',
        workgroupIds,
        await this.database.query<FocusItem & { workgroupId: string }>(
          `select ${focusItemColumns('f')}, f.workgroup_id as "workgroupId" from focus_item f
         where f.workgroup_id = any($1::uuid[]) order by f.position, f.id`,
          [workgroupIds],
        ),
      ),
  };
}

export function byKey<R extends Row>(property: keyof R & string, rows: readonly R[]): Map<string, R> {
  return new Map(rows.map((row) => [row[property] as string, row]));
}

/** Every key gets a list, in the order of the rows. */
export function groupedBy<R extends Row>(
  property: keyof R & string,
  keys: readonly string[],
  rows: readonly R[],
): Map<string, R[]> {
  const groups = new Map<string, R[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(row[property] as string)?.push(row);
  return groups;
}
