import { Injectable } from '@nestjs/common';
import { SqlParameters, visibleItem } from '@sos/actions-server';
import { Database, type LoaderDefinition, type Queryable } from '@sos/platform-server';
import { dataSourceColumns, dataSourceJoins, selectDataSources } from './data-source.sql';
import type { DataSource } from './data-source.types';

const byId = selectDataSources('d.id = any($1::uuid[])');
const bySlug = selectDataSources('d.slug = $1');
const byActionItem = `select link.action_item_id as "actionItemId", ${dataSourceColumns()}
  from action_item_data_source link join data_source d on d.id = link.data_source_id ${dataSourceJoins()}
  where link.action_item_id = any($1::uuid[]) order by d.title, d.id`;

/** Data sources by key. Withdrawn ones are found too: links and the history lead to them. */
@Injectable()
export class DataSourceLoader {
  constructor(private readonly database: Database) {}

  readonly byId: LoaderDefinition<string, DataSource> = {
    load: async (ids) => {
      const rows = await this.database.query<DataSource>(byId, [ids]);
      return new Map(rows.map((row) => [row.id, row]));
    },
  };

  /** The sources that action items use, by title. */
  readonly byActionItem: LoaderDefinition<string, DataSource[]> = {
    load: async (itemIds) => {
      const rows = await this.database.query<DataSource & { actionItemId: string }>(byActionItem, [itemIds]);
      const found = new Map<string, DataSource[]>(itemIds.map((id) => [id, []]));
      for (const row of rows) found.get(row.actionItemId)?.push(row);
      return found;
    },
  };

  /** Ids of the action items that use sources, newest number first. */
  readonly itemIdsBySource: LoaderDefinition<string, string[]> = {
    load: async (sourceIds) => {
      const parameters = new SqlParameters();
      const rows = await this.database.query<{ sourceId: string; itemId: string }>(
        `select link.data_source_id as "sourceId", link.action_item_id as "itemId"
         from action_item_data_source link join action_item item on item.id = link.action_item_id
         where link.data_source_id = any(${parameters.add(sourceIds)}::uuid[]) and ${visibleItem(parameters, 'item')}
         order by item.number desc, item.id`,
        parameters.values,
      );
      const found = new Map<string, string[]>(sourceIds.map((id) => [id, []]));
      for (const row of rows) found.get(row.sourceId)?.push(row.itemId);
      return found;
    },
  };

  /** How many sources each agency stewards, or publishes where nobody else is steward. */
  readonly countByAgency: LoaderDefinition<string, number> = {
    load: async (agencyIds) => {
      const rows = await this.database.query<{ id: string; count: number }>(
        `select agency.id, count(d.id) as count from agency
         join data_source d on d.facet_agency = agency.key and d.withdrawn_at is null
         where agency.id = any($1::uuid[]) group by agency.id`,
        [agencyIds],
      );
      return new Map(rows.map((row) => [row.id, row.count]));
    },
  };

  async findBySlug(slug: string): Promise<DataSource | null> {
    const [row] = await this.database.query<DataSource>(bySlug, [slug]);
    return row ?? null;
  }

  /** In a transaction: the row as the transaction sees it. */
  async findIn(queryable: Queryable, id: string): Promise<DataSource | null> {
    const [row] = await queryable.query<DataSource>(byId, [[id]]);
    return row ?? null;
  }
}
