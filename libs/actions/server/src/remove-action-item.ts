import { Injectable } from '@nestjs/common';
import { Removals, type RemoveResult } from '@sos/activity-server';
import {
  keysOfAnswer,
  notAllowed,
  notFound,
  Once,
  requireViewer,
  uuidOf,
  type HubContext,
  type Transaction,
} from '@sos/platform-server';
import { editingRule, mayEdit, whoEdits } from './action-item.policy';
import { lockItemDetails } from './lock-item-details';
import type { RemoveActionItemInput } from './write-action-item.types';

/** Takes an item out of the hub, with its updates and requests for help. Whoever may edit it can restore it. */
@Injectable()
export class RemoveActionItem {
  constructor(
    private readonly once: Once,
    private readonly removals: Removals,
  ) {}

  async remove(input: RemoveActionItemInput, context: HubContext): Promise<RemoveResult> {
    const viewer = requireViewer(context);
    const id = uuidOf('ActionItem', input.actionItemId);
    if (!id) return notFound('action item');
    const remove = async (transaction: Transaction): Promise<RemoveResult> => {
      const item = await lockItemDetails(transaction, id);
      if (!item) return notFound('action item');
      if (!mayEdit(viewer, item.stake)) return notAllowed('You cannot remove this item.', whoEdits);
      const removed = await this.removals.remove(transaction, viewer, {
        typeName: 'ActionItem',
        id,
        label: item.details.title,
        path: `/items/${item.reference}`,
        restorableBy: keysOfAnswer(editingRule.explain(viewer, item.stake)),
        restrictedToSubGroupId: item.stake.restrictedToSubGroupId,
        marks: { workgroupId: item.workgroupId, number: item.number },
        trail: {
          workgroupId: item.workgroupId,
          subGroupIds: item.stake.restrictedToSubGroupId ? [item.stake.restrictedToSubGroupId] : item.stake.subGroupIds,
          agencyIds: [item.details.leadAgencyId, ...item.details.supportingAgencyIds],
        },
        before: { ...item.details, reference: item.reference, version: item.version },
        requestId: context.requestId,
      });
      context.loaders.forget();
      return { __typename: 'RemoveSuccess', removed };
    };
    return this.once.do({ mutation: 'removeActionItem', input, context }, remove, this.removals.repetition(viewer));
  }
}
