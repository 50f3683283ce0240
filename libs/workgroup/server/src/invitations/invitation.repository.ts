import { Injectable } from '@nestjs/common';
import { agencyJson, HubRole, personJson } from '@sos/identity-server';
import {
  Database,
  decodeCursor,
  toConnection,
  type Queryable,
  type Transaction,
  type Viewer,
} from '@sos/platform-server';
import type { SeatRole } from '../seat.types';
import { subGroupJson } from '../workgroup.sql';
import { mayInvite, mayInvitePredicate, type InvitationStake } from './invitation.policy';
import { InvitationState, type Invitation, type InvitationConnection } from './invitation.types';

/** The state is the database's: its clock decides when a link ends. */
const state = `case when i.accepted_at is not null then 'accepted' when i.revoked_at is not null then 'revoked'
  when i.expires_at <= now() then 'expired' else 'open' end`;

export const isOpen = 'i.accepted_at is null and i.revoked_at is null';

const columns = `i.id, i.email, i.full_name as "fullName", ${agencyJson('a')} as agency, i.seat_role as "seatRole",
  case when g.id is not null then ${subGroupJson('g')} end as "subGroup", i.roles, i.starts_on as "startsOn",
  i.ends_on as "endsOn", i.note, ${personJson('inviter')} as "invitedBy", i.invited_at as "invitedAt",
  i.expires_at as "expiresAt", i.mailed_at as "mailedAt", ${state} as state, ${personJson('guest')} as "acceptedBy",
  i.workgroup_id as "workgroupId", i.sub_group_id as "subGroupId", i.seat_id as "seatId",
  coalesce(g.ended_on, w.ended_on) as "bodyEndedOn", coalesce(g.name, w.name) as "bodyName", i.mail_count as "mailCount",
  i.mailed_at > now() - interval '60 seconds' as "wasJustMailed"`;

const source = `from invitation i join agency a on a.id = i.agency_id
  join person inviter on inviter.id = i.invited_by_id left join person guest on guest.id = i.accepted_by_id
  left join workgroup w on w.id = i.workgroup_id left join sub_group g on g.id = i.sub_group_id`;

/** An invitation with what the acts on it need to know. */
export interface InvitationRow extends Invitation {
  workgroupId: string | null;
  subGroupId: string | null;
  seatId: string | null;
  bodyEndedOn: string | null;
  bodyName: string | null;
  mailCount: number;
  wasJustMailed: boolean | null;
}

export const stakeOf = (row: {
  workgroupId: string | null;
  subGroupId: string | null;
  seatRole: SeatRole | null;
  bodyEndedOn: string | null;
  roles: HubRole[];
}): InvitationStake => ({
  seat: row.seatRole && { subGroupId: row.subGroupId, role: row.seatRole, bodyEndedOn: row.bodyEndedOn },
  roles: row.roles,
});

export interface InvitationFilter {
  state: InvitationState | null;
  subGroupId: string | null;
  email: string | null;
}

@Injectable()
export class InvitationRepository {
  constructor(private readonly database: Database) {}

  async lock(transaction: Transaction, id: string): Promise<InvitationRow | undefined> {
    const [row] = await transaction.query<InvitationRow>(
      `select ${columns} ${source} where i.id = $1 for update of i`,
      [id],
    );
    return row;
  }

  async byId(database: Queryable, id: string): Promise<InvitationRow | undefined> {
    const [row] = await database.query<InvitationRow>(`select ${columns} ${source} where i.id = $1`, [id]);
    return row;
  }

  /** Null for one that the viewer may not give, as for one that is not there. */
  async visibleTo(viewer: Viewer, id: string): Promise<InvitationRow | null> {
    const row = await this.byId(this.database, id);
    return row && mayInvite(viewer, stakeOf({ ...row, bodyEndedOn: null })) ? row : null;
  }

  /** The invitations that the viewer may give, latest first. */
  async list(
    viewer: Viewer,
    filter: InvitationFilter,
    first: number,
    after: string | null,
  ): Promise<InvitationConnection> {
    const start = decodeCursor(after, 2);
    const values: unknown[] = [filter.state, filter.subGroupId, filter.email];
    const parameter = (value: unknown) => `$${values.push(value)}`;
    const matching = `${source} where ($1::text is null or ${state} = $1) and ($2::uuid is null or i.sub_group_id = $2)
      and ($3::text is null or i.email = $3) and ${mayInvitePredicate(viewer, parameter)}`;
    const counted = [...values];
    const cursor = `(${parameter(start?.[0] ?? null)}::timestamptz is null or
      (date_trunc('milliseconds', i.invited_at), i.id) < ($${values.length}::timestamptz, ${parameter(start?.[1] ?? null)}::uuid))`;
    const rows = await this.database.query<InvitationRow>(
      `select ${columns} ${matching} and ${cursor}
       order by date_trunc('milliseconds', i.invited_at) desc, i.id desc limit ${parameter(first + 1)}`,
      values,
    );
    const count = async () =>
      (await this.database.query<{ count: number }>(`select count(*) as count ${matching}`, counted))[0]!.count;
    return toConnection<Invitation>(
      rows,
      first,
      after,
      (row) => [row.invitedAt, row.id],
      count,
    ) as InvitationConnection;
  }
}
