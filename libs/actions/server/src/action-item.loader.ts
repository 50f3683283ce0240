import { Injectable } from '@nestjs/common';
import type { LoaderDefinition } from '@sos/platform-server';
import { allParts } from './action-item.parts';
import { ActionItemRepository } from './action-item.repository';
import type { ActionItem } from './action-item.types';

/** Whole items by key, batched; a field that knows what is asked of it takes `ActionItemLists.item` instead. */
@Injectable()
export class ActionItemLoader {
  constructor(private readonly items: ActionItemRepository) {}

  readonly byId: LoaderDefinition<string, ActionItem> = { load: (ids) => this.items.byIds(allParts, ids) };
}
