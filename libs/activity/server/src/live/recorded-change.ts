import { asHub, encodeId, type Database, type Queryable, type Viewer } from '@sos/platform-server';
import { isOpenTo } from '../activity.policy';
import { ChangeKind, type Change } from './change.types';

/** An entry of the trail as live updates need it. The number never leaves the server: its gaps would tell of others. */
export interface RecordedChange {
  number: number;
  cursor: string;
  subjectType: string;
  subjectId: string;
  isAddition: boolean;
  happenedAt: Date;
  actorId: string | null;
  subGroupIds: string[];
  agencyIds: string[];
  restrictedToSubGroupId: string | null;
}

const columns = `e.id as number, e.public_id as cursor, e.subject_type as "subjectType", e.subject_id as "subjectId",
  e.before is null and e.after is not null as "isAddition", e.occurred_at as "happenedAt", e.actor_id as "actorId",
  e.sub_group_ids as "subGroupIds", e.agency_ids as "agencyIds", e.restricted_to_sub_group_id as "restrictedToSubGroupId"`;

/**
 * Entries whose numbers lie in one of the stretches, in their order, restricted ones too: whoever passes them on asks
 * the policy for each viewer. No more than `most`.
 */
export function changesAmong(
  database: Database,
  [firsts, lasts]: readonly [firsts: readonly number[], lasts: readonly number[]],
  most: number,
): Promise<(RecordedChange & { visibleInFeed: boolean })[]> {
  return asHub(() =>
    database.query<RecordedChange & { visibleInFeed: boolean }>(
      `select ${columns}, e.visible_in_feed as "visibleInFeed"
       from unnest($1::bigint[], $2::bigint[]) unheard (first, last) join audit_entry e on e.id between unheard.first and unheard.last
       order by e.id limit $3`,
      [firsts, lasts, most],
    ),
  );
}

/** Numbers of the latest entries, for a server that begins to listen. */
export async function latestNumbers(database: Database, count: number): Promise<number[]> {
  const rows = await asHub(() =>
    database.query<{ id: number }>('select id from audit_entry order by id desc limit $1', [count]),
  );
  return rows.map(({ id }) => id);
}

/**
 * What a viewer missed since the change that they saw last. A change that was announced later may have a lower number,
 * so the numbers just before are told again.
 * @returns null when the cursor is not known to this viewer, or more than `most` have happened.
 */
export async function changesSince(
  database: Queryable,
  cursor: string,
  scope: { everything: boolean; subGroupIds: readonly string[] },
  most: number,
): Promise<RecordedChange[] | null> {
  const open = isOpenTo('$2', '$3');
  const rows = await database.query<RecordedChange & { isKnown: boolean }>(
    `with seen as (select e.id, e.occurred_at from audit_entry e where e.public_id = $1 and e.visible_in_feed and ${open})
     select ${columns} from seen join audit_entry e on e.id >= seen.id - ${numbersOutOfOrder}
       and (e.id >= seen.id or e.occurred_at > seen.occurred_at - interval '2 minutes')
     where e.visible_in_feed and ${open} order by e.id limit $4`,
    [cursor, scope.everything, scope.subGroupIds, most + 1],
  );
  return rows.length === 0 || rows.length > most ? null : rows;
}

/** How far apart the numbers of transactions may lie that run at the same time. */
export const numbersOutOfOrder = 200;

export function changeFor(viewer: Viewer, recorded: RecordedChange): Change {
  return {
    cursor: recorded.cursor,
    kind: recorded.isAddition ? ChangeKind.ADDED : ChangeKind.CHANGED,
    subjectType: recorded.subjectType,
    subjectId: encodeId(recorded.subjectType, recorded.subjectId),
    relatedIds: [
      ...recorded.subGroupIds.map((id) => encodeId('SubGroup', id)),
      ...recorded.agencyIds.map((id) => encodeId('Agency', id)),
    ],
    happenedAt: recorded.happenedAt,
    byViewer: recorded.actorId === viewer.personId,
  };
}

/** For whoever cannot be told one by one. */
export const missedChanges: Change = {
  cursor: null,
  kind: ChangeKind.MISSED,
  subjectType: null,
  subjectId: null,
  relatedIds: [],
  happenedAt: null,
  byViewer: false,
};
