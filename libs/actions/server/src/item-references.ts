import { isCurrentGoal } from '@sos/goals-server';
import type { Queryable, Row } from '@sos/platform-server';
import type { FoundReferences, ItemReferences } from './write-action-item.rules';

/** Finds everything that an item names, in one statement. */
export async function findReferences(
  queryable: Queryable,
  wanted: ItemReferences,
  today: string,
): Promise<FoundReferences> {
  const agencyIds = [wanted.leadAgencyId, ...wanted.supportingAgencyIds].filter((id) => id !== null);
  const personIds = wanted.assigneeIds.filter((id) => id !== null);
  const [found] = await queryable.query<FoundReferences & Row>(
    `select
       (select json_build_object('id', g.id, 'number', g.number, 'workgroupId', g.workgroup_id,
          'isCurrent', ${isCurrentGoal('g', '$7::date')}) from goal g where g.id = $1::uuid) as goal,
       (select json_build_object('id', o.id, 'goalId', o.goal_id) from objective o where o.id = $2::uuid) as objective,
       (select json_build_object('id', f.id, 'subGroupIds', array(select listed.sub_group_id from focus_listing listed
          where listed.focus_item_id = f.id)) from focus_item f where f.id = $3::uuid) as "focusItem",
       (select json_build_object('id', s.id, 'name', s.name, 'prefix', s.prefix, 'workgroupId', s.workgroup_id,
          'isCurrent', s.ended_on is null or s.ended_on >= $7::date) from sub_group s where s.id = $4::uuid) as "subGroup",
       array(select a.id::text from agency a where a.id = any($5::uuid[])) as "agencyIds",
       array(select p.id::text from person p where p.id = any($6::uuid[]) and p.deactivated_at is null) as "personIds",
       array(select distinct p.id::text from unnest($6::uuid[]) as p (id) join seat on p.id in (seat.person_id, seat.alternate_id)
         where seat.sub_group_id = $4::uuid and seat.starts_on <= $7::date
           and (seat.ends_on is null or seat.ends_on >= $7::date)) as "seatedPersonIds"`,
    [wanted.goalId, wanted.objectiveId ?? null, wanted.focusItemId, wanted.subGroupId, agencyIds, personIds, today],
  );
  return found!;
}
