import { type Kysely, sql } from 'kysely';

/** Trainers and staff sign in with a password; a session is kept only as the hash of its id. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account (
      township_id uuid not null references township,
      id uuid not null unique,
      username text not null check (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
      display_name text not null check (display_name <> ''),
      password_hash text not null,
      language text not null default 'zh' check (language in ('zh', 'en')),
      created_at timestamptz not null,
      disabled_at timestamptz,
      primary key (township_id, id),
      unique (username)
    )`.execute(db);
  await sql`
    create table account_role (
      township_id uuid not null,
      account_id uuid not null,
      role text not null check (role in ('administrator', 'staff', 'trainer')),
      base_id text,
      check ((role = 'trainer') = (base_id is not null)),
      unique nulls not distinct (township_id, account_id, role, base_id),
      foreign key (township_id, account_id) references account on delete cascade,
      foreign key (township_id, base_id) references base
    )`.execute(db);
  await sql`
    create table session (
      id_hash text primary key,
      township_id uuid not null,
      account_id uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      absolute_until timestamptz not null,
      foreign key (township_id, account_id) references account on delete cascade
    )`.execute(db);
  await sql`create index session_account on session (township_id, account_id)`.execute(db);
}
