import { Injectable } from '@nestjs/common';
import { Database, type LoaderDefinition, type Row } from '@sos/platform-server';
import { helpRequestSelect } from './help-request.sql';
import type { HelpRequest } from './help-request.types';

/** Requests for help by key, batched. */
@Injectable()
export class HelpRequestLoader {
  constructor(private readonly database: Database) {}

  readonly byId: LoaderDefinition<string, HelpRequest> = {
    load: async (ids) => {
      const rows = await this.database.query<HelpRequest & Row>(`${helpRequestSelect} where h.id = any($1::uuid[])`, [
        ids,
      ]);
      return new Map(rows.map((row) => [row.id, row]));
    },
  };
}
