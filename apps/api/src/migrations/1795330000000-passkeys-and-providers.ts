import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two more ways in: passkeys, and the identity providers of agencies. */
export class PasskeysAndProviders1795330000000 implements MigrationInterface {
  name = 'PasskeysAndProviders1795330000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PASSKEYS);
    await runner.query(PROVIDERS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of SOS Hub only go forward. Restore a backup instead.');
  }
}

const PASSKEYS = `
create table passkey (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  is_synced boolean not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  removed_at timestamptz
);
create index passkey_person on passkey (person_id);
create table passkey_challenge (
  challenge_hash bytea primary key,
  browser_hash bytea not null,
  purpose text not null check (purpose in ('enrol', 'sign in', 'second step', 'confirm')),
  person_id uuid references person (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((purpose = 'sign in') = (person_id is null))
);
create index passkey_challenge_expires on passkey_challenge (expires_at);
`;

const PROVIDERS = `
create table identity_provider (
  id uuid primary key default gen_random_uuid(),
  key text not null unique check (key ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  display_name text not null,
  issuer text not null unique,
  client_id text not null,
  client_secret bytea,
  mail_domains text[] not null,
  verification_claim text not null default 'email_verified' check (verification_claim in ('email_verified', 'xms_edov')),
  enabled boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table identity_provider_agency (
  identity_provider_id uuid not null references identity_provider (id),
  agency_id uuid not null references agency (id),
  primary key (identity_provider_id, agency_id)
);
create index identity_provider_agency_agency on identity_provider_agency (agency_id);
create table person_identity (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  identity_provider_id uuid not null references identity_provider (id),
  subject text not null,
  email text,
  linked_at timestamptz not null default now(),
  last_used_at timestamptz,
  unique (identity_provider_id, subject),
  unique (identity_provider_id, person_id)
);
create index person_identity_person on person_identity (person_id);
create table provider_sign_in (
  state_hash bytea primary key,
  browser_hash bytea not null,
  identity_provider_id uuid not null references identity_provider (id),
  linking_person_id uuid references person (id),
  code_verifier text not null,
  nonce text not null,
  return_path text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index provider_sign_in_expires on provider_sign_in (expires_at);
`;
