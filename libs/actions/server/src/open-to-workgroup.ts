import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import { Database, notAllowed, notFound, requireViewer, uuidOf, type HubContext } from '@sos/platform-server';
import type { GraphQLResolveInfo } from 'graphql';
import { itemParts } from './action-item.parts';
import { mayOpenToAll, whoOpensToAll } from './action-item.policy';
import { ActionItemRepository } from './action-item.repository';
import { lockItemDetails } from './lock-item-details';
import { staleItem } from './stale-item';
import type { EditActionItemResult, OpenToWorkgroupInput } from './write-action-item.types';

/** Lets the whole workgroup know of a restricted item and of what was posted on it. There is no way back. */
@Injectable()
export class OpenToWorkgroup {
  constructor(
    private readonly database: Database,
    private readonly items: ActionItemRepository,
    private readonly activity: ActivityRecorder,
  ) {}

  async open(
    { actionItemId, expectedVersion }: OpenToWorkgroupInput,
    context: HubContext,
    info: GraphQLResolveInfo,
  ): Promise<EditActionItemResult> {
    const viewer = requireViewer(context);
    const id = uuidOf('ActionItem', actionItemId);
    if (!id) return notFound('action item');
    return this.database.transaction(async (transaction) => {
      const locked = await lockItemDetails(transaction, id);
      if (!locked) return notFound('action item');
      if (locked.version !== expectedVersion) {
        return staleItem((await this.items.byId(transaction, itemParts(info, 'current'), id))!);
      }
      if (!mayOpenToAll(viewer, locked.stake)) {
        return notAllowed('You cannot open this item to the workgroup, or it is open already.', whoOpensToAll);
      }
      await transaction.query(
        'update action_item set restricted_to_sub_group_id = null, version = version + 1 where id = $1 and version = $2',
        [id, expectedVersion],
      );
      await this.activity.record(transaction, viewer, {
        action: 'opened to the workgroup',
        subjectType: 'ActionItem',
        subjectId: id,
        subjectLabel: locked.details.title,
        subjectPath: `/items/${locked.reference}`,
        workgroupId: locked.workgroupId,
        subGroupIds: locked.stake.subGroupIds,
        agencyIds: [locked.details.leadAgencyId, ...locked.details.supportingAgencyIds],
        before: { restricted: true, version: locked.version },
        after: { restricted: false, version: locked.version + 1 },
        requestId: context.requestId,
      });
      context.loaders.forget();
      const actionItem = await this.items.byId(transaction, itemParts(info, 'actionItem'), id);
      return { __typename: 'EditActionItemSuccess', actionItem: actionItem! };
    });
  }
}
