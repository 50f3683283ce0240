import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles for agencies, who gave a role or a seat and when, the line of a seat's holders, invitations, leaving. */
export class People1795320000000 implements MigrationInterface {
  name = 'People1795320000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLES_AND_SEATS);
    await runner.query(INVITATIONS);
    await runner.query(LEAVING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}

// "When" stays unknown for what was given before the hub kept it, hence the default after the column.
const ROLES_AND_SEATS = `
alter table role_grant
  drop constraint role_grant_role_check,
  drop constraint role_grant_check,
  add constraint role_grant_role_check check (role in ('staff', 'administrator', 'data_steward', 'representative')),
  add constraint role_grant_scope_check check ((role in ('data_steward', 'representative')) = (agency_id is not null)),
  add column granted_by_id uuid references person (id),
  add column granted_at timestamptz,
  add column version integer not null default 1;
alter table role_grant alter column granted_at set default now();
alter table seat
  add column filled_by_id uuid references person (id),
  add column filled_at timestamptz,
  add column follows_id uuid references seat (id),
  add column version integer not null default 1;
alter table seat alter column filled_at set default now();
create index seat_alternate on seat (alternate_id) where alternate_id is not null;
create index seat_agency on seat (agency_id);
create unique index seat_follows on seat (follows_id) where follows_id is not null;
`;

const INVITATIONS = `
create table invitation (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email)),
  full_name text not null default '',
  agency_id uuid not null references agency (id),
  workgroup_id uuid references workgroup (id),
  sub_group_id uuid references sub_group (id),
  seat_id uuid references seat (id) on delete set null,
  seat_role text check (seat_role in ('chair', 'co_chair', 'member')),
  roles text[] not null default '{}' check (roles <@ '{staff,administrator,data_steward,representative}'),
  starts_on date not null,
  ends_on date,
  note text not null default '',
  invited_by_id uuid not null references person (id),
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  mailed_at timestamptz,
  mail_count integer not null default 0,
  accepted_at timestamptz,
  accepted_by_id uuid references person (id),
  revoked_at timestamptz,
  revoked_by_id uuid references person (id),
  check (ends_on is null or ends_on >= starts_on),
  check ((seat_role is null) = (workgroup_id is null)),
  check (accepted_at is null or revoked_at is null)
);
create index invitation_email on invitation (email);
create index invitation_open on invitation (expires_at) where accepted_at is null and revoked_at is null;
create index invitation_invited_by on invitation (invited_by_id);
create table invitation_token (
  token_hash bytea primary key,
  invitation_id uuid not null references invitation (id) on delete cascade,
  created_at timestamptz not null default now()
);
create index invitation_token_invitation on invitation_token (invitation_id);
`;

const LEAVING = `
create table departure (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  left_at timestamptz not null default now(),
  recorded_by_id uuid references person (id),
  ended jsonb not null,
  restored_at timestamptz,
  restored_by_id uuid references person (id)
);
create unique index departure_open on departure (person_id) where restored_at is null;
`;
