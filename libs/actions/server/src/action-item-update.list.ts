import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, toConnection, type Connection, type HubContext, type Row } from '@sos/platform-server';
import { personJson } from '@sos/identity-server';
import type { ActionItemUpdate } from './action-item-update.types';
import { cursorValues } from './cursor-values';
import { helpRequestsJson } from './help-request.sql';
import { visibleItem } from './action-item.visibility';
import { SqlParameters } from './sql-parameters';

const columns = `u.id, u.status, u.previous_status as "previousStatus", u.note, u.evidence_url as "evidenceUrl",
  u.posted_at as "postedAt", u.action_item_id as "actionItemId", ${personJson('poster')} as author,
  ${helpRequestsJson('h.action_item_update_id = u.id')} as "helpRequests"`;

type PlacedUpdate = ActionItemUpdate & { place: [string, string, string] };

const families = { pages: {}, counts: {}, updates: {} };

/** The histories of items, newest first; those of several items in one statement. */
@Injectable()
export class ActionItemUpdates {
  constructor(private readonly database: Database) {}

  update(id: string, context: HubContext): Promise<ActionItemUpdate | null> {
    const load = async (ids: readonly string[]) => {
      const parameters = new SqlParameters();
      const rows = await this.database.query<ActionItemUpdate & Row>(
        `select ${columns} from action_item_update u join person poster on poster.id = u.author_id
         join action_item i on i.id = u.action_item_id
         where u.id = any(${parameters.add(ids)}::uuid[]) and ${visibleItem(parameters)}`,
        parameters.values,
      );
      return new Map(rows.map((row) => [row.id, row]));
    };
    return context.loaders.getFor(families.updates, '', () => ({ load })).load(id);
  }

  /** @throws GraphQLError (BAD_USER_INPUT) when the cursor is not one of this list. */
  async connection(
    itemId: string,
    first: number,
    after: string | null,
    context: HubContext,
  ): Promise<Connection<ActionItemUpdate>> {
    const load = (itemIds: readonly string[]) => this.pages(itemIds, first, after);
    const rows = await context.loaders
      .getFor(families.pages, JSON.stringify([first, after]), () => ({ load }))
      .load(itemId);
    const count = async () => (await this.countLoader(context).load(itemId)) ?? 0;
    const place = (row: ActionItemUpdate) => (row as PlacedUpdate).place;
    return toConnection<ActionItemUpdate>(rows ?? [], first, after, place, count);
  }

  private async pages(
    itemIds: readonly string[],
    first: number,
    after: string | null,
  ): Promise<Map<string, PlacedUpdate[]>> {
    const parameters = new SqlParameters();
    const owners = parameters.add(itemIds);
    const keys = decodeCursor(after, 3);
    const place = keys && cursorValues(keys, ['timestamptz', 'integer', 'uuid']);
    const isAfter = place
      ? `(u.posted_at, u.item_version, u.id) < (${parameters.add(place[0])}::timestamptz,
          ${parameters.add(place[1])}::integer, ${parameters.add(place[2])}::uuid)`
      : 'true';
    const order = 'u.posted_at desc, u.item_version desc, u.id desc';
    const rows = await this.database.query<PlacedUpdate>(
      `select ${columns}, array[u.posted_at::text, u.item_version::text, u.id::text] as place
       from unnest(${owners}::uuid[]) as owner (id)
       cross join lateral (
         select u.* from action_item_update u where u.action_item_id = owner.id and ${isAfter}
         order by ${order} limit ${parameters.add(first + 1)}
       ) u join person poster on poster.id = u.author_id
       order by ${order}`,
      parameters.values,
    );
    const found = new Map<string, PlacedUpdate[]>(itemIds.map((id) => [id, []]));
    for (const row of rows) found.get(row.actionItemId)?.push(row);
    return found;
  }

  private countLoader(context: HubContext) {
    return context.loaders.getFor(families.counts, '', () => ({
      load: async (itemIds: readonly string[]) => {
        const rows = await this.database.query<{ id: string; count: number }>(
          `select u.action_item_id as id, count(*)::integer as count from action_item_update u
           where u.action_item_id = any($1::uuid[]) group by u.action_item_id`,
          [itemIds],
        );
        return new Map(rows.map((row) => [row.id, row.count]));
      },
    }));
  }
}
