import { Injectable } from '@nestjs/common';
import { Database, type LoaderDefinition, type Row } from '@sos/platform-server';
import { visibleItem } from './action-item.visibility';
import { helpRequestSelect } from './help-request.sql';
import type { HelpRequest } from './help-request.types';
import { SqlParameters } from './sql-parameters';

/** Requests for help by key, batched. */
@Injectable()
export class HelpRequestLoader {
  constructor(private readonly database: Database) {}

  readonly byId: LoaderDefinition<string, HelpRequest> = {
    load: async (ids) => {
      const parameters = new SqlParameters();
      const rows = await this.database.query<HelpRequest & Row>(
        `${helpRequestSelect} where h.id = any(${parameters.add(ids)}::uuid[]) and ${visibleItem(parameters)}`,
        parameters.values,
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
  };
}
