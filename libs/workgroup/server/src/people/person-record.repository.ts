import { Injectable } from '@nestjs/common';
import { daysToUndo, escapeLike, personJson } from '@sos/identity-server';
import { Calendar, Database, decodeCursor, encodeId, toConnection } from '@sos/platform-server';
import { MemberRole, PersonState, type PersonRecord, type PersonRecordConnection } from './person-record.types';

export interface PersonRecordFilter {
  text: string | null;
  agencyId: string | null;
  role: MemberRole | null;
  state: PersonState | null;
}

const columns = `p.id, ${personJson('p')} as person, p.full_name as "fullName",
  case when p.deactivated_at is null then 'active' else 'left' end as state, p.deactivated_at as "leftAt",
  d.left_at + interval '${daysToUndo} days' as "undoUntil"`;

const source = `from person p join agency a on a.id = p.agency_id
  left join departure d on d.person_id = p.id and d.restored_at is null
    and d.left_at > now() - interval '${daysToUndo} days'`;

const runs = (alias: string) =>
  `${alias}.starts_on <= $1::date and (${alias}.ends_on is null or ${alias}.ends_on >= $1::date)`;
const seated = (condition: string) =>
  `exists (select from seat s where p.id in (s.person_id, s.alternate_id) and ${runs('s')} and ${condition})`;
const granted = (condition: string) =>
  `exists (select from role_grant r where r.person_id = p.id and ${runs('r')} and ${condition})`;

/** By what a role is told; `none` is who has neither seat nor role. */
const roleConditions: Record<MemberRole, string> = {
  chair: seated(`s.role <> 'member' and s.person_id = p.id`),
  member: seated(`(s.role = 'member' or s.alternate_id = p.id)`),
  representative: granted(`r.role = 'representative'`),
  data_steward: granted(`r.role = 'data_steward'`),
  staff: granted(`r.role = 'staff'`),
  administrator: granted(`r.role = 'administrator'`),
  none: `not ${seated('true')} and not ${granted('true')}`,
};

type Row = PersonRecord & { fullName: string };
const toRecord = ({ id, ...row }: Row): PersonRecord => ({ ...row, id: encodeId('Person', id) });

@Injectable()
export class PersonRecordRepository {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  async byId(id: string): Promise<PersonRecord | null> {
    const [row] = await this.database.query<Row>(`select ${columns} ${source} where p.id = $1`, [id]);
    return row ? toRecord(row) : null;
  }

  /** People by name; those who left too, unless the filter says otherwise. */
  async list(filter: PersonRecordFilter, first: number, after: string | null): Promise<PersonRecordConnection> {
    const start = decodeCursor(after, 2);
    const matching = `${source} where $1::date is not null and ($2::uuid is null or p.agency_id = $2)
      and ($3::text is null or concat_ws(' ', p.full_name, p.email, p.job_title, a.name, a.abbreviation) ilike $3)
      ${filter.state === null ? '' : `and p.deactivated_at is ${filter.state === PersonState.LEFT ? 'not ' : ''}null`}
      ${filter.role === null ? '' : `and ${roleConditions[filter.role]}`}`;
    const values = [this.calendar.today(), filter.agencyId, filter.text && `%${escapeLike(filter.text)}%`];
    const rows = await this.database.query<Row>(
      `select ${columns} ${matching} and ($4::text is null or (p.full_name, p.id) > ($4, $5::uuid))
       order by p.full_name, p.id limit $6`,
      [...values, start?.[0] ?? null, start?.[1] ?? null, first + 1],
    );
    const count = async () =>
      (await this.database.query<{ count: number }>(`select count(*) as count ${matching}`, values))[0]!.count;
    return toConnection(
      rows.map(toRecord),
      first,
      after,
      ({ person }) => [person.fullName, person.id],
      count,
    ) as PersonRecordConnection;
  }
}
