import { Injectable } from '@nestjs/common';
import { Database } from '@sos/platform-server';
import type { FocusItem } from './focus-item.types';
import type { SubGroup } from './sub-group.types';
import { focusItemColumns, subGroupColumns, workgroupColumns } from './workgroup.sql';
import type { Workgroup } from './workgroup.types';

/** SQL condition for the current workgroup under this alias: the one that has not ended. */
export const isCurrent = (alias: string): string => `${alias}.ended_on is null`;

@Injectable()
export class WorkgroupRepository {
  constructor(private readonly database: Database) {}

  async findCurrent(): Promise<Workgroup | null> {
    const [workgroup] = await this.database.query<Workgroup>(
      `select ${workgroupColumns('w')} from workgroup w where ${isCurrent('w')} order by w.started_on desc limit 1`,
    );
    return workgroup ?? null;
  }

  async findBySlug(slug: string): Promise<Workgroup | null> {
    const [workgroup] = await this.database.query<Workgroup>(
      `select ${workgroupColumns('w')} from workgroup w where w.slug = $1`,
      [slug],
    );
    return workgroup ?? null;
  }

  async findSubGroup(slug: string): Promise<SubGroup | null> {
    const [subGroup] = await this.database.query<SubGroup>(
      `select ${subGroupColumns('s')} from sub_group s where s.slug = $1`,
      [slug],
    );
    return subGroup ?? null;
  }

  currentFocusItems(): Promise<FocusItem[]> {
    return this.database.query<FocusItem>(
      `select ${focusItemColumns('f')} from focus_item f join workgroup w on w.id = f.workgroup_id
       where ${isCurrent('w')} order by f.position, f.id`,
    );
  }
}
