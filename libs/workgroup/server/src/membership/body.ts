import { uuidOf, type Queryable } from '@sos/platform-server';
import { isCurrent } from '../workgroup.repository';

/** The workgroup or one of its sub-groups, as somewhere to have a seat. */
export interface Body {
  workgroupId: string;
  /** Null: the workgroup itself. */
  subGroupId: string | null;
  name: string;
  endedOn: string | null;
}

/** @param subGroupId Opaque id of the sub-group; nothing: the current workgroup. */
export async function findBody(database: Queryable, subGroupId: string | null | undefined): Promise<Body | null> {
  const [body] = subGroupId
    ? await database.query<Body>(
        `select g.workgroup_id as "workgroupId", g.id as "subGroupId", g.name, coalesce(g.ended_on, w.ended_on) as "endedOn"
         from sub_group g join workgroup w on w.id = g.workgroup_id where g.id = $1`,
        [uuidOf('SubGroup', subGroupId)],
      )
    : await database.query<Body>(
        `select w.id as "workgroupId", null::uuid as "subGroupId", w.name, w.ended_on as "endedOn"
         from workgroup w where ${isCurrent('w')} order by w.started_on desc limit 1`,
      );
  return body ?? null;
}
