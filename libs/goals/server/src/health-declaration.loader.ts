import { Injectable } from '@nestjs/common';
import { Calendar, Database, type LoaderDefinition, type Queryable, type Row } from '@sos/platform-server';
import { personJson } from '@sos/identity-server';
import { lapsesOn } from './health.rules';
import type { HealthDeclaration } from './health.types';

/** A declaration belongs to a goal or to an objective: these are the two columns, and nothing else is put into SQL. */
export type DeclarationOwner = 'goal_id' | 'objective_id';

const columns = `d.id, d.health, d.reason, d.declared_at as "declaredAt", d.goal_id as "goalId",
  d.objective_id as "objectiveId", ${personJson('declarer')} as "declaredBy"`;

const byId = `select ${columns} from health_declaration d join person declarer on declarer.id = d.declared_by_id
  where d.id = any($1::uuid[])`;

type DeclarationRow = Row & Omit<HealthDeclaration, 'lapsesOn' | 'hasLapsed'>;

/** Declarations, batched by goal or objective, newest first. */
@Injectable()
export class HealthDeclarationLoader {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  readonly byId: LoaderDefinition<string, HealthDeclaration> = {
    load: async (ids) => {
      const rows = await this.database.query<DeclarationRow>(byId, [ids]);
      return new Map(rows.map((row) => [row.id, this.dated(row)]));
    },
  };

  /** @param queryable The transaction, for those who are in one. */
  async find(queryable: Queryable, id: string): Promise<HealthDeclaration | null> {
    const [row] = await queryable.query<DeclarationRow>(byId, [[id]]);
    return row ? this.dated(row) : null;
  }

  readonly latestOfGoal: LoaderDefinition<string, HealthDeclaration> = this.latestOf('goal_id');
  readonly latestOfObjective: LoaderDefinition<string, HealthDeclaration> = this.latestOf('objective_id');

  /** The latest declaration about one goal or objective, seen through the given transaction. */
  async latest(queryable: Queryable, owner: DeclarationOwner, ownerId: string): Promise<HealthDeclaration | null> {
    const [rows] = (await this.newest(queryable, owner, [ownerId], 1)).values();
    return rows?.[0] ?? null;
  }

  /** The newest few of each owner. */
  async newest(
    queryable: Queryable,
    owner: DeclarationOwner,
    ownerIds: readonly string[],
    first: number,
  ): Promise<Map<string, HealthDeclaration[]>> {
    const rows = await queryable.query<DeclarationRow & { ownerId: string }>(
      `select owner.id as "ownerId", ${columns}
       from unnest($1::uuid[]) as owner (id)
       cross join lateral (
         select * from health_declaration mine where mine.${owner} = owner.id
         order by mine.declared_at desc, mine.id desc limit $2
       ) d
       join person declarer on declarer.id = d.declared_by_id
       order by d.declared_at desc, d.id desc`,
      [ownerIds, first],
    );
    const found = new Map<string, HealthDeclaration[]>(ownerIds.map((id) => [id, []]));
    for (const row of rows) found.get(row.ownerId)?.push(this.dated(row));
    return found;
  }

  private latestOf(owner: DeclarationOwner): LoaderDefinition<string, HealthDeclaration> {
    return {
      load: async (ids) => {
        const found = await this.newest(this.database, owner, ids, 1);
        return new Map([...found].flatMap(([id, rows]) => rows.map((row) => [id, row] as const)));
      },
    };
  }

  private dated(row: DeclarationRow): HealthDeclaration {
    const lastDay = lapsesOn(this.calendar.dayOf(row.declaredAt));
    return { ...row, lapsesOn: lastDay, hasLapsed: this.calendar.today() > lastDay };
  }
}
