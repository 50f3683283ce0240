import { Injectable } from '@nestjs/common';
import {
  pageSize,
  requireViewer,
  selects,
  toConnection,
  type Connection,
  type HubContext,
  type LoaderDefinition,
} from '@sos/platform-server';
import type { GraphQLResolveInfo } from 'graphql';
import { ActionItemSort, type ActionItemArgs } from './action-item-filter.types';
import { cursorKeys } from './action-item.order';
import { allParts, itemParts, type ItemPart } from './action-item.parts';
import {
  ActionItemRepository,
  everything,
  type ColumnKey,
  type ItemListRequest,
  type ItemScope,
  type PlacedItem,
} from './action-item.repository';
import { WorkStatus, type ActionItem, type BoardColumn } from './action-item.types';

const families = { pages: {}, counts: {}, columns: {}, columnCounts: {}, items: {} };

/** Lists of items for the fields that show them. Fields with the same arguments share one statement. */
@Injectable()
export class ActionItemLists {
  constructor(private readonly items: ActionItemRepository) {}

  /** An item by id, with what the field asks of it; without a field, with everything. */
  item(id: string, context: HubContext, info?: GraphQLResolveInfo, path = ''): Promise<ActionItem | null> {
    const parts = info ? itemParts(info, path) : allParts;
    const load = (ids: readonly string[]) => this.items.byIds(parts, ids);
    return context.loaders.getFor(families.items, parts.join(), () => ({ load })).load(id);
  }

  byReference(reference: string, info: GraphQLResolveInfo): Promise<ActionItem | null> {
    return this.items.byReference(itemParts(info, ''), reference);
  }

  /** @throws GraphQLError (BAD_USER_INPUT) for a cursor or a size that no list has. */
  async connection(
    scope: ItemScope,
    ownerId: string | null,
    args: ActionItemArgs,
    context: HubContext,
    info: GraphQLResolveInfo,
  ): Promise<Connection<ActionItem>> {
    const owner = ownerId ?? everything;
    const request = requestOf(scope, args, itemParts(info, 'edges.node'));
    const rows = await this.pagesLoader(request, context).load(owner);
    const place = (row: ActionItem) => cursorKeys(request.sort, (row as PlacedItem).place);
    const count = async () => (await this.countsLoader(request, context).load(owner)) ?? 0;
    return toConnection<ActionItem>(rows ?? [], request.first, request.after, place, count);
  }

  /** The four columns of a sub-group's board. */
  async board(
    subGroupId: string,
    firstPerColumn: number,
    context: HubContext,
    info: GraphQLResolveInfo,
  ): Promise<BoardColumn[]> {
    const first = pageSize(firstPerColumn, 10);
    const parts: readonly ItemPart[] = itemParts(info, 'items');
    const loader = context.loaders.getFor(families.columns, JSON.stringify([first, parts]), () =>
      byText((keys: readonly ColumnKey[]) => this.items.columns(keys, first, parts)),
    );
    const counts = context.loaders.getFor(families.columnCounts, '', () =>
      byText((keys: readonly ColumnKey[]) => this.items.columnCounts(keys)),
    );
    const asksCount = selects(info, 'totalCount');
    return Promise.all(
      Object.values(WorkStatus).map(async (status) => {
        const key = textOf({ subGroupId, status });
        const [items, totalCount] = await Promise.all([loader.load(key), asksCount ? counts.load(key) : 0]);
        return { status, totalCount: totalCount ?? 0, items: items ?? [] };
      }),
    );
  }

  private pagesLoader(request: ItemListRequest, context: HubContext) {
    return context.loaders.getFor(families.pages, JSON.stringify(request), () => ({
      load: (ownerIds: readonly string[]) => this.items.pages(request, requireViewer(context), ownerIds),
    }));
  }

  private countsLoader({ scope, filter }: ItemListRequest, context: HubContext) {
    return context.loaders.getFor(families.counts, JSON.stringify({ scope, filter }), () => ({
      load: (ownerIds: readonly string[]) => this.items.counts({ scope, filter }, requireViewer(context), ownerIds),
    }));
  }
}

function requestOf(scope: ItemScope, args: ActionItemArgs, parts: readonly ItemPart[]): ItemListRequest {
  return {
    scope,
    filter: args.filter ?? null,
    sort: args.sort ?? ActionItemSort.DUE_ON_ASCENDING,
    first: pageSize(args.first, 50),
    after: args.after ?? null,
    parts,
  };
}

const textOf = ({ subGroupId, status }: ColumnKey): string => `${subGroupId} ${status}`;

/** A loader knows a key by its identity, so a pair goes as text. */
function byText<V>(load: (keys: readonly ColumnKey[]) => Promise<Map<ColumnKey, V>>): LoaderDefinition<string, V> {
  return {
    load: async (texts) => {
      const keys = texts.map((text) => {
        const [subGroupId, status] = text.split(' ') as [string, WorkStatus];
        return { subGroupId, status };
      });
      const found = await load(keys);
      return new Map([...found].map(([key, value]) => [textOf(key), value]));
    },
  };
}
