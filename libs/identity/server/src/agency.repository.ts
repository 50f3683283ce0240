import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, toConnection } from '@sos/platform-server';
import { agencyColumns } from './agency.sql';
import type { Agency, AgencyConnection } from './agency.types';

@Injectable()
export class AgencyRepository {
  constructor(private readonly database: Database) {}

  async findByKey(key: string): Promise<Agency | null> {
    const [agency] = await this.database.query<Agency>(`select ${agencyColumns('a')} from agency a where a.key = $1`, [
      key,
    ]);
    return agency ?? null;
  }

  /** Agencies by name. */
  async list(first: number, after: string | null): Promise<AgencyConnection> {
    const start = decodeCursor(after, 2);
    const rows = await this.database.query<Agency & { total: number }>(
      `select ${agencyColumns('a')}, (select count(*) from agency) as total from agency a
       where $1::text is null or (a.name, a.id) > ($1, $2::uuid)
       order by a.name, a.id limit $3`,
      [start?.[0] ?? null, start?.[1] ?? null, first + 1],
    );
    return toConnection(
      rows,
      first,
      after,
      (row) => [row.name, row.id],
      rows[0]?.total ?? (() => this.count()),
    ) as AgencyConnection;
  }

  private async count(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>('select count(*) as count from agency');
    return row?.count ?? 0;
  }
}
