import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import { ActionItemRepository, allParts, mayEdit } from '@sos/actions-server';
import { Database, notAllowed, notFound, requireViewer, uuidOf, type HubContext } from '@sos/platform-server';
import type { LinkDataSourceResult } from './data-source.inputs';
import { DataSourceLoader } from './data-source.loader';

const statements = {
  // Both ends are held: one that is removed at this moment takes no new tie.
  link: `insert into action_item_data_source (action_item_id, data_source_id)
    select item.id, source.id from action_item item cross join data_source source
    where item.id = $1 and source.id = $2 for key share
    on conflict do nothing returning data_source_id`,
  unlink: `delete from action_item_data_source where action_item_id = $1 and data_source_id = $2 returning data_source_id`,
};

/** Says which sources an action item uses; whoever may edit the item may say so. */
@Injectable()
export class LinkDataSource {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityRecorder,
    private readonly items: ActionItemRepository,
    private readonly sources: DataSourceLoader,
  ) {}

  async change(
    act: 'link' | 'unlink',
    ids: { actionItemId: string; dataSourceId: string },
    context: HubContext,
  ): Promise<LinkDataSourceResult> {
    const viewer = requireViewer(context);
    const itemId = uuidOf('ActionItem', ids.actionItemId);
    const sourceId = uuidOf('DataSource', ids.dataSourceId);
    if (!itemId) return notFound('action item');
    if (!sourceId) return notFound('data source');
    const result = await this.database.transaction(async (transaction): Promise<LinkDataSourceResult> => {
      const actionItem = await this.items.byId(transaction, allParts, itemId);
      if (!actionItem) return notFound('action item');
      const dataSource = await this.sources.findIn(transaction, sourceId);
      if (!dataSource) return notFound('data source');
      if (!mayEdit(viewer, actionItem.stake)) {
        return notAllowed(
          'You cannot change which data sources this item uses.',
          'People who are assigned to the item or belong to its lead agency, chairs of its sub-groups, and staff.',
        );
      }
      const changed = await transaction.query(statements[act], [itemId, sourceId]);
      if (changed.length > 0) {
        const link = { dataSourceId: sourceId, dataSource: dataSource.title };
        await this.activity.record(transaction, viewer, {
          action: act === 'link' ? 'linked a data source to' : 'unlinked a data source from',
          subjectType: 'ActionItem',
          subjectId: itemId,
          subjectLabel: actionItem.title,
          subjectPath: `/items/${actionItem.reference}`,
          detail: dataSource.title,
          workgroupId: actionItem.goal.workgroupId,
          subGroupIds: actionItem.stake.subGroupIds,
          before: act === 'link' ? null : link,
          after: act === 'link' ? link : null,
          restrictedToSubGroupId: actionItem.stake.restrictedToSubGroupId,
        });
      }
      return { __typename: 'LinkDataSourceSuccess', actionItem, dataSource };
    });
    context.loaders.forget();
    return result;
  }
}
