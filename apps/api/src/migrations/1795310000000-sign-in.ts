import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that know their browser, when they were last used and when the person proved who they are. */
export class SignIn1795310000000 implements MigrationInterface {
  name = 'SignIn1795310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session
        add column id uuid not null default gen_random_uuid() unique,
        add column last_seen_at timestamptz not null default now(),
        add column authenticated_at timestamptz not null default now(),
        add column method text not null default 'one-time address',
        add column user_agent text not null default '';
      create table sign_in_code (
        session_id uuid primary key references session (id) on delete cascade,
        code_hash bytea not null,
        wrong_answers integer not null default 0,
        expires_at timestamptz not null
      );
      create table sign_in_request (
        subject bytea primary key,
        requests integer not null,
        window_ends_at timestamptz not null
      );
      create index sign_in_request_window on sign_in_request (window_ends_at);
      create table setup_token (
        token_hash bytea primary key,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      alter table person
        add column notification_email text check (notification_email = lower(notification_email)),
        add column language text not null default 'en' check (language in ('en', 'es'));
      create table address_confirmation (
        person_id uuid primary key references person (id),
        token_hash bytea not null unique,
        email text not null check (email = lower(email)),
        expires_at timestamptz not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
