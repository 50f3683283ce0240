import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, toConnection } from '@sos/platform-server';
import { personColumns } from './person.sql';
import type { Person, PersonConnection } from './person.types';

const matching = `from person p join agency a on a.id = p.agency_id
  where p.deactivated_at is null
    and ($1::uuid is null or p.agency_id = $1)
    and ($2::text is null or concat_ws(' ', p.full_name, p.job_title, a.name, a.abbreviation) ilike $2)`;

export interface PeopleFilter {
  text: string | null;
  agencyId: string | null;
}

@Injectable()
export class PersonRepository {
  constructor(private readonly database: Database) {}

  /** Active people by name; `text` is looked for in name, job and agency. */
  async list({ text, agencyId }: PeopleFilter, first: number, after: string | null): Promise<PersonConnection> {
    const start = decodeCursor(after, 2);
    const filter = [agencyId, text ? `%${escapeLike(text)}%` : null];
    const rows = await this.database.query<Person>(
      `select ${personColumns('p')} ${matching} and ($3::text is null or (p.full_name, p.id) > ($3, $4::uuid))
       order by p.full_name, p.id limit $5`,
      [...filter, start?.[0] ?? null, start?.[1] ?? null, first + 1],
    );
    const count = () => this.count(filter);
    return toConnection(rows, first, after, (row) => [row.fullName, row.id], count) as PersonConnection;
  }

  private async count(filter: (string | null)[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`select count(*) as count ${matching}`, filter);
    return row?.count ?? 0;
  }
}

/** What a person typed, as plain text within a LIKE pattern. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
