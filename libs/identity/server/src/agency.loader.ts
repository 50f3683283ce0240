import { Injectable } from '@nestjs/common';
import { Database, type LoaderDefinition } from '@sos/platform-server';
import { agencyColumns } from './agency.sql';
import type { Agency } from './agency.types';

const byIds = `select ${agencyColumns('a')} from agency a where a.id = any($1::uuid[])`;

/** Agencies by key, batched: `context.loaders.get(agencyLoader.byId).load(id)`. */
@Injectable()
export class AgencyLoader {
  constructor(private readonly database: Database) {}

  readonly byId: LoaderDefinition<string, Agency> = {
    load: async (ids) => {
      const rows = await this.database.query<Agency>(byIds, [ids]);
      return new Map(rows.map((row) => [row.id, row]));
    },
  };
}
