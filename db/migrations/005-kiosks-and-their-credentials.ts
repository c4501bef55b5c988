import { type Kysely, sql } from 'kysely';

/** A kiosk stands at a base and authenticates its batches with a credential kept here only as a hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table kiosk (
      township_id uuid not null,
      id uuid not null,
      base_id text not null,
      name text not null check (name <> ''),
      is_demo boolean not null default false,
      created_by uuid,
      created_at timestamptz not null,
      revoked_at timestamptz,
      last_heard_at timestamptz,
      last_skew_ms bigint,
      next_sequence bigint not null default 1,
      primary key (township_id, id),
      unique (township_id, name),
      foreign key (township_id, base_id) references base
    )`.execute(db);
  await sql`
    create table kiosk_credential (
      credential_hash text primary key,
      township_id uuid not null,
      kiosk_id uuid not null,
      issued_at timestamptz not null,
      revoked_at timestamptz,
      foreign key (township_id, kiosk_id) references kiosk on delete cascade
    )`.execute(db);
  await sql`
    create table kiosk_pairing_code (
      code_hash text primary key,
      township_id uuid not null,
      kiosk_id uuid not null,
      issued_at timestamptz not null,
      expires_at timestamptz not null,
      foreign key (township_id, kiosk_id) references kiosk on delete cascade
    )`.execute(db);
}
