import { Injectable } from '@nestjs/common';
import {
  asHub,
  Database,
  decodeCursor,
  encodeId,
  isUuid,
  keysOfViewer,
  notFound,
  notOfThisList,
  type Queryable,
  type Row,
  type Transaction,
  type Viewer,
  withEveryRow,
} from '@sos/platform-server';
import { ActivityRecorder, type ActivityRecord } from '../activity-recorder';
import { isOpenTo, openToValues } from '../activity.policy';
import { putBack, takeAway } from './removal.sql';
import { Removables } from './removables';
import type { RemovedContent } from './removed-thing.entity';
import type { RemovedThing, RemoveResult, RestoreSuccess } from './removed-thing.types';

/** How long something can be restored. */
export const restorableDays = 30;

/** What is to be removed, as its domain knows it. */
export interface Removal {
  typeName: string;
  id: string;
  label: string;
  path?: string;
  /** Who may put it back, as `keysOfAnswer` writes it. */
  restorableBy: readonly string[];
  restrictedToSubGroupId?: string | null;
  /** What stays taken when it is gone for good. */
  marks?: object;
  /** What the trail says beside its name, now and when it comes back. */
  trail: Pick<ActivityRecord, 'workgroupId' | 'subGroupIds' | 'agencyIds' | 'visibleInFeed'>;
  /** Past-tense words of the trail, where `removed` does not do. */
  action?: string;
  before?: object;
  requestId?: string;
}

const columns = `gone.id, gone.type_name as "subjectType", gone.label, gone.path, gone.removed_by_label as "removedByLabel",
  gone.removed_at as "removedAt", gone.removed_at + interval '${restorableDays} days' as "restorableUntil"`;

const isRestorable = (keys: string): string =>
  `gone.content is not null and gone.removed_at > now() - interval '${restorableDays} days' and gone.restorable_by && ${keys}::text[]`;

/**
 * Removing and restoring, of whatever kind: the rows of a thing leave their tables as they are and come back as they
 * were. Its domain has asked the policy and locked the thing's own row before.
 */
@Injectable()
export class Removals {
  constructor(
    private readonly database: Database,
    private readonly removables: Removables,
    private readonly activity: ActivityRecorder,
  ) {}

  async remove(transaction: Transaction, viewer: Viewer, removal: Removal): Promise<RemovedThing> {
    const { parts } = this.removables.of(removal.typeName);
    const values = [
      removal.id,
      removal.typeName,
      removal.label,
      removal.path ?? null,
      removal.restorableBy,
      JSON.stringify(removal.trail),
      JSON.stringify(removal.marks ?? {}),
      viewer.personId,
      viewer.fullName,
      removal.restrictedToSubGroupId ?? null,
    ];
    const [removed] = await withEveryRow(transaction, () =>
      transaction.query<RemovedThing & Row>(takeAway(parts, columns), values),
    );
    await this.record(transaction, viewer, removal, removal.action ?? 'removed');
    return removed!;
  }

  /** For the mutation that removes: how to answer it again. */
  repetition(viewer: Viewer) {
    return {
      keep: (result: RemoveResult) => (result.__typename === 'RemoveSuccess' ? { id: result.removed.id } : null),
      again: async (transaction: Transaction, { id }: { id: string }): Promise<RemoveResult> => {
        const removed = await this.find(viewer, id, transaction);
        return removed ? { __typename: 'RemoveSuccess', removed } : notFound('removed thing');
      },
    };
  }

  /** @returns null for what is not there, may not be restored by the viewer, or not any more. */
  async restore(
    transaction: Transaction,
    viewer: Viewer,
    id: string,
    requestId?: string,
  ): Promise<RestoreSuccess | null> {
    const [found] = await transaction.query<Removal & { content: RemovedContent }>(
      `select gone.id, gone.type_name as "typeName", gone.label, gone.path, gone.trail, gone.content,
         gone.restricted_to_sub_group_id as "restrictedToSubGroupId"
       from removed_thing gone where gone.id = $1 and ${isRestorable('$2')} and ${isOpenTo('$3', '$4', 'gone')} for update`,
      [id, keysOfViewer(viewer), ...openToValues()],
    );
    if (!found) return null;
    await withEveryRow(transaction, () => putBack(transaction, this.removables.of(found.typeName), found.content));
    await transaction.query('delete from removed_thing where id = $1', [id]);
    await this.record(transaction, viewer, { ...found, requestId }, 'restored');
    const { typeName, label, path } = found;
    return {
      __typename: 'RestoreSuccess',
      subjectType: typeName,
      subjectId: encodeId(typeName, id),
      label,
      path: path ?? null,
    };
  }

  /** @param queryable The transaction, for those who are in one. */
  async find(viewer: Viewer, id: string, queryable: Queryable = this.database): Promise<RemovedThing | null> {
    const [removed] = await queryable.query<RemovedThing & Row>(
      `select ${columns} from removed_thing gone
       where gone.id = $1 and ${isRestorable('$2')} and ${isOpenTo('$3', '$4', 'gone')}`,
      [id, keysOfViewer(viewer), ...openToValues()],
    );
    return removed ?? null;
  }

  /** What the viewer may restore, latest first, one more than asked. */
  async list(viewer: Viewer, first: number, after: string | null): Promise<RemovedThing[]> {
    const start = decodeCursor(after, 2);
    if (start && !(isUuid(start[1]) && !Number.isNaN(Date.parse(String(start[0]))))) throw notOfThisList();
    return this.database.query<RemovedThing & Row>(
      `select ${columns} from removed_thing gone
       where ${isRestorable('$1')} and ${isOpenTo('$4', '$5', 'gone')}
         and ($2::timestamptz is null or (gone.removed_at, gone.id) < ($2::timestamptz, $3::uuid))
       order by gone.removed_at desc, gone.id desc limit $6`,
      [keysOfViewer(viewer), start?.[0] ?? null, start?.[1] ?? null, ...openToValues(), first + 1],
    );
  }

  async count(viewer: Viewer): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::integer as count from removed_thing gone
       where ${isRestorable('$1')} and ${isOpenTo('$2', '$3', 'gone')}`,
      [keysOfViewer(viewer), ...openToValues()],
    );
    return row!.count;
  }

  /** Forgets for good what nobody may restore any more; its line stays, so that its number is not given away again. */
  async purge(): Promise<number> {
    const purged = await asHub(() =>
      this.database.query(
        `update removed_thing gone set content = null, label = '', path = null, trail = '{}'
         where gone.content is not null and gone.removed_at <= now() - interval '${restorableDays} days' returning gone.id`,
      ),
    );
    return purged.length;
  }

  private record(transaction: Transaction, viewer: Viewer, removal: Removal, action: string): Promise<void> {
    return this.activity.record(transaction, viewer, {
      action,
      subjectType: removal.typeName,
      subjectId: removal.id,
      subjectLabel: removal.label,
      subjectPath: removal.path,
      restrictedToSubGroupId: removal.restrictedToSubGroupId,
      before: removal.before,
      requestId: removal.requestId,
      ...removal.trail,
    });
  }
}
