import { Injectable } from '@nestjs/common';
import {
  checkInput,
  Database,
  invalidInput,
  keyOfPerson,
  notFound,
  Once,
  plainText,
  requireViewer,
  uuidOf,
  type HubContext,
  type Queryable,
  type Row,
  type Transaction,
  type Viewer,
} from '@sos/platform-server';
import { ActivityRecorder, Removals } from '@sos/activity-server';
import { z } from 'zod';
import {
  SavedViewPage,
  type DeleteSavedViewResult,
  type SavedView,
  type SaveViewInput,
  type SaveViewResult,
} from './saved-view.types';

const viewSchema = z.object({
  page: z.enum(SavedViewPage),
  name: plainText('The name', { minimum: 1, maximum: 60 }),
  queryString: z
    .string()
    .max(2_000, 'The filters are too long: at most 2,000 characters.')
    .regex(/^[^\s?#][^\s#]*$|^$/, 'A query string has no spaces, and neither a question mark at its start nor a #.'),
});

/** One person's views of one page. */
const mostViews = 50;
const columns = 'id, page, name, query_string as "queryString"';

/** Filters that people keep for themselves. Somebody else's view is like one that does not exist. */
@Injectable()
export class SavedViewService {
  constructor(
    private readonly database: Database,
    private readonly once: Once,
    private readonly activity: ActivityRecorder,
    private readonly removals: Removals,
  ) {}

  list(page: SavedViewPage, context: HubContext): Promise<SavedView[]> {
    return this.database.query<SavedView & Row>(
      `select ${columns} from saved_view where person_id = $1 and page = $2 order by lower(name), id`,
      [requireViewer(context).personId, page],
    );
  }

  /** @param queryable The transaction, for those who are in one. */
  async byId(id: string, context: HubContext, queryable: Queryable = this.database): Promise<SavedView | null> {
    const rows = await queryable.query<SavedView & Row>(
      `select ${columns} from saved_view where id = $1 and person_id = $2`,
      [id, requireViewer(context).personId],
    );
    return rows[0] ?? null;
  }

  async save(input: SaveViewInput, context: HubContext): Promise<SaveViewResult> {
    const viewer = requireViewer(context);
    const { value, refusal } = checkInput(viewSchema, input);
    if (refusal) return refusal;
    const keep = async (transaction: Transaction): Promise<SaveViewResult> => {
      const [savedView] = await transaction.query<SavedView & Row>(
        `insert into saved_view (person_id, page, name, query_string)
         select $1::uuid, $2::text, $3::text, $4::text
         where (select count(*) from saved_view where person_id = $1 and page = $2 and name <> $3) < $5
         on conflict (person_id, page, name) do update set query_string = excluded.query_string returning ${columns}`,
        [viewer.personId, value.page, value.name, value.queryString, mostViews],
      );
      if (!savedView) {
        const message = `You have ${mostViews} saved views of this page. Delete one, then save again.`;
        return invalidInput([{ path: 'name', message }]);
      }
      await this.record(transaction, context, 'saved the view', savedView, { after: savedView });
      return { __typename: 'SaveViewSuccess', savedView };
    };
    return this.once.do({ mutation: 'saveView', input, context }, keep, {
      keep: (result) => (result.__typename === 'SaveViewSuccess' ? { id: result.savedView.id } : null),
      again: async (transaction, { id }): Promise<SaveViewResult> => {
        const savedView = await this.byId(id, context, transaction);
        if (savedView) return { __typename: 'SaveViewSuccess', savedView };
        return invalidInput([
          { path: 'idempotencyKey', message: 'This view was saved, and deleted since. Save it anew.' },
        ]);
      },
    });
  }

  async delete(id: string, context: HubContext): Promise<DeleteSavedViewResult> {
    const viewer = requireViewer(context);
    const uuid = uuidOf('SavedView', id);
    return this.database.transaction(async (transaction) => {
      const [savedView] = await transaction.query<SavedView & Row>(
        `select ${columns} from saved_view where id = $1 and person_id = $2 for update`,
        [uuid, viewer.personId],
      );
      if (!savedView) return this.deletedBefore(transaction, viewer, id);
      const removed = await this.removals.remove(transaction, viewer, {
        typeName: 'SavedView',
        id: savedView.id,
        label: savedView.name,
        path: `/${savedView.page}?${savedView.queryString}`,
        restorableBy: [keyOfPerson(viewer.personId)],
        trail: { visibleInFeed: false },
        action: 'deleted the view',
        before: savedView,
        requestId: context.requestId,
      });
      return { __typename: 'DeleteSavedViewSuccess', deletedId: id, removed };
    });
  }

  /** Deleting twice is the same as once: the first answer may have been lost. */
  private async deletedBefore(transaction: Transaction, viewer: Viewer, id: string): Promise<DeleteSavedViewResult> {
    const uuid = uuidOf('SavedView', id);
    const removed = uuid && (await this.removals.find(viewer, uuid, transaction));
    return removed ? { __typename: 'DeleteSavedViewSuccess', deletedId: id, removed } : notFound('saved view');
  }

  /** A view that comes back finds its name taken, where the person saved another one under it meanwhile. */
  async underAFreeName(transaction: Transaction, row: Row): Promise<Row> {
    const taken = await transaction.query<{ name: string }>(
      'select name from saved_view where person_id = $1 and page = $2',
      [row.person_id, row.page],
    );
    const names = new Set(taken.map(({ name }) => name));
    let name = row.name as string;
    for (let number = 2; names.has(name); number += 1) name = `${String(row.name).slice(0, 54)} (${number})`;
    return { ...row, name };
  }

  private record(
    transaction: Parameters<ActivityRecorder['record']>[0],
    context: HubContext,
    action: string,
    { id, name }: SavedView,
    change: { before?: object; after?: object },
  ): Promise<void> {
    return this.activity.record(transaction, requireViewer(context), {
      action,
      subjectType: 'SavedView',
      subjectId: id,
      subjectLabel: name,
      requestId: context.requestId,
      visibleInFeed: false,
      ...change,
    });
  }
}
