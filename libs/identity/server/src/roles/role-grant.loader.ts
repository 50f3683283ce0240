import { Injectable } from '@nestjs/common';
import { Calendar, Database, type LoaderDefinition } from '@sos/platform-server';
import { findGrants } from './role-grants';
import type { RoleGrant } from './role.types';

/** Roles beside seats, batched: by key, and by the person who holds or held them. */
@Injectable()
export class RoleGrantLoader {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  readonly byId: LoaderDefinition<string, RoleGrant> = {
    load: async (ids) => {
      const grants = await findGrants(this.database, 'r.id', ids, this.calendar.today());
      return new Map(grants.map((grant) => [grant.id, grant]));
    },
  };

  readonly byPerson: LoaderDefinition<string, RoleGrant[]> = {
    load: async (personIds) => {
      const grants = new Map<string, RoleGrant[]>(personIds.map((id) => [id, []]));
      for (const grant of await findGrants(this.database, 'r.person_id', personIds, this.calendar.today())) {
        grants.get(grant.personId)?.push(grant);
      }
      return grants;
    },
  };
}
