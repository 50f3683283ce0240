import { Injectable } from '@nestjs/common';
import { Database, encodeId } from '@sos/platform-server';
import type { DemonstrationPerson } from './viewer.types';

@Injectable()
export class DemonstrationPersons {
  constructor(private readonly database: Database) {}

  /** Persons with a suggested role first, in the order of the story; then everybody by name. */
  async list(): Promise<DemonstrationPerson[]> {
    const rows = await this.database.query<DemonstrationPerson>(
      `select p.id, p.full_name as "fullName", p.job_title as "jobTitle", a.name as "agencyName",
         a.abbreviation as "agencyAbbreviation", p.demonstration_role as "demonstrationRole"
       from person p join agency a on a.id = p.agency_id
       where p.is_demonstration and p.deactivated_at is null
       order by p.demonstration_role is null, case when p.demonstration_role is not null then p.created_at end, p.full_name`,
    );
    return rows.map((row) => ({ ...row, id: encodeId('Person', row.id) }));
  }
}
