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
import { curatedFeedKey } from './catalog-feed.types';
import type { RemoveDataSourceInput } from './data-source.inputs';
import { DataSourceLoader } from './data-source.loader';
import { editingSourceRule, mayEditDataSource, whoMaySteward } from './data-source.policy';

/** Takes a record of the curated catalog out of it. Whoever may edit it can restore it. */
@Injectable()
export class RemoveDataSource {
  constructor(
    private readonly once: Once,
    private readonly removals: Removals,
    private readonly sources: DataSourceLoader,
  ) {}

  async remove(input: RemoveDataSourceInput, context: HubContext): Promise<RemoveResult> {
    const viewer = requireViewer(context);
    const id = uuidOf('DataSource', input.dataSourceId);
    if (!id) return notFound('data source');
    const remove = async (transaction: Transaction): Promise<RemoveResult> => {
      await transaction.query('select 1 from data_source where id = $1 for update', [id]);
      const source = await this.sources.findIn(transaction, id);
      if (!source) return notFound('data source');
      if (source.feed.key !== curatedFeedKey) {
        return notAllowed(
          `This record comes from the feed “${source.feed.title}” and is removed there; the next import brings the change.`,
          'The publisher of the feed.',
        );
      }
      if (!mayEditDataSource(viewer, source)) return notAllowed('You cannot remove this data source.', whoMaySteward);
      const removed = await this.removals.remove(transaction, viewer, {
        typeName: 'DataSource',
        id,
        label: source.title,
        path: `/data/${source.slug}`,
        restorableBy: keysOfAnswer(editingSourceRule.explain(viewer, source)),
        marks: { slug: source.slug },
        trail: { agencyIds: source.stewardAgency ? [source.stewardAgency.id] : [] },
        action: 'removed the data source',
        before: { slug: source.slug, version: source.version },
        requestId: context.requestId,
      });
      context.loaders.forget();
      return { __typename: 'RemoveSuccess', removed };
    };
    return this.once.do({ mutation: 'removeDataSource', input, context }, remove, this.removals.repetition(viewer));
  }
}
