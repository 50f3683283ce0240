import { Injectable } from '@nestjs/common';
import { Database, type LoaderDefinition } from '@sos/platform-server';
import { personColumns } from './person.sql';
import type { Person } from './person.types';

/** People by key, batched. People who have left are found too: the history names them. */
@Injectable()
export class PersonLoader {
  constructor(private readonly database: Database) {}

  readonly byId: LoaderDefinition<string, Person> = {
    load: async (ids) => {
      const rows = await this.database.query<Person>(
        `select ${personColumns('p')} from person p where p.id = any($1::uuid[])`,
        [ids],
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
  };

  /** The active people of an agency, by name. */
  readonly byAgency: LoaderDefinition<string, Person[]> = {
    load: async (agencyIds) => {
      const rows = await this.database.query<Person>(
        `select ${personColumns('p')} from person p
         where p.agency_id = any($1::uuid[]) and p.deactivated_at is null order by p.full_name, p.id`,
        [agencyIds],
      );
      const found = new Map<string, Person[]>(agencyIds.map((id) => [id, []]));
      for (const row of rows) found.get(row.agencyId)?.push(row);
      return found;
    },
  };
}
