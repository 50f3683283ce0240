import { Injectable } from '@nestjs/common';
import { agencyJson, personJson } from '@sos/identity-server';
import { Calendar, Database, type LoaderDefinition, type Queryable } from '@sos/platform-server';
import type { Seat } from './seat.types';
import { groupedBy } from './workgroup.loader';
import { subGroupJson } from './workgroup.sql';

type KeyedSeat = Seat & { key: string };
type SeatLists = LoaderDefinition<string, Seat[]>;

const running = 's.starts_on <= $2::date and (s.ends_on is null or s.ends_on >= $2::date)';
const ended = 's.ends_on < $2::date';
/** Chairs first, vacant seats last among their kind. */
const byRank = `case s.role when 'chair' then 1 when 'co_chair' then 2 else 3 end, s.person_id is null, a.short_name, s.id`;

/** Seats with agency, person, alternate and sub-group, batched; a term that has not begun is in no list. */
@Injectable()
export class SeatLoader {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  readonly byId: LoaderDefinition<string, Seat> = {
    load: async (ids) => {
      const seats = await this.database.query<KeyedSeat>(statement('s.id', 'true', 's.id'), [ids]);
      return new Map(seats.map((seat) => [seat.id, seat]));
    },
  };
  /** One seat as it stands in a transaction. */
  async one(database: Queryable, id: string): Promise<Seat | null> {
    const [seat] = await database.query<KeyedSeat>(statement('s.id', 'true', 's.id'), [[id]]);
    return seat ?? null;
  }

  readonly runningBySubGroup = this.lists('s.sub_group_id', running, byRank);
  readonly formerBySubGroup = this.lists('s.sub_group_id', ended, 's.ends_on desc, s.id');
  /** The seats of the workgroup itself, without those of its sub-groups. */
  readonly runningByWorkgroup = this.lists('s.workgroup_id', `s.sub_group_id is null and ${running}`, byRank);
  readonly runningByAgency = this.lists('s.agency_id', running, `g.position nulls first, ${byRank}`);
  /** Every seat that the person has, had or will have, or is alternate of; running ones first. */
  readonly allByPerson = this.lists(
    'holder.id',
    'true',
    `coalesce(${ended}, false), s.starts_on desc, s.id`,
    'join person holder on holder.id in (s.person_id, s.alternate_id)',
  );
  readonly runningByPerson = this.lists('s.person_id', running, `g.position nulls first, ${byRank}`);

  private lists(key: string, condition: string, order: string, join = ''): SeatLists {
    const text = statement(key, condition, order, join);
    return {
      load: async (keys) =>
        groupedBy('key', keys, await this.database.query<KeyedSeat>(text, [keys, this.calendar.today()])),
    };
  }
}

function statement(key: string, condition: string, order: string, join = ''): string {
  return `select ${key} as key, s.id, s.role, s.starts_on as "startsOn", s.ends_on as "endsOn",
      s.workgroup_id as "workgroupId", s.version, ${agencyJson('a')} as agency, ${personJson('p')} as person,
      ${personJson('alternate')} as alternate, case when g.id is not null then ${subGroupJson('g')} end as "subGroup"
    from seat s
    join agency a on a.id = s.agency_id
    left join person p on p.id = s.person_id
    left join person alternate on alternate.id = s.alternate_id
    left join sub_group g on g.id = s.sub_group_id
    ${join}
    where ${key} = any($1::uuid[]) and ${condition} order by ${order}`;
}
