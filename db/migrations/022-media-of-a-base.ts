import { type Kysely, sql } from 'kysely';

/** What trainers of a base have added to write lessons with, and what is still on its way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Pictures, sounds and videos are compressed already; kept as they are, a part can be read without the rest.
  await sql`alter table media alter column bytes set storage external`.execute(db);
  await sql`
    create table base_medium (
      township_id uuid not null,
      base_id text not null,
      digest text not null,
      name text not null check (name <> ''),
      added_by uuid,
      added_at timestamptz not null,
      primary key (township_id, base_id, digest),
      foreign key (township_id, base_id) references base,
      foreign key (township_id, digest) references media,
      foreign key (township_id, added_by) references account
    )`.execute(db);
  await sql`create index base_medium_digest on base_medium (township_id, digest)`.execute(db);
  await sql`create index lesson_version_media_digest on lesson_version_media (township_id, digest)`.execute(db);
  // A finished upload keeps its answer, for the answer may get lost on the way.
  await sql`
    create table upload (
      township_id uuid not null,
      id uuid not null,
      account_id uuid not null,
      base_id text not null,
      name text not null check (name <> ''),
      stamp text not null default '',
      size int not null check (size > 0),
      received int not null default 0 check (received between 0 and size),
      finished_as text check (finished_as ~ '^[0-9a-f]{64}$'),
      begun_at timestamptz not null,
      seen_at timestamptz not null,
      primary key (township_id, id),
      foreign key (township_id, account_id) references account on delete cascade,
      foreign key (township_id, base_id) references base
    )`.execute(db);
  await sql`
    create table upload_part (
      township_id uuid not null,
      upload_id uuid not null,
      first int not null check (first >= 0),
      bytes bytea not null check (octet_length(bytes) > 0),
      primary key (township_id, upload_id, first),
      foreign key (township_id, upload_id) references upload on delete cascade
    )`.execute(db);
  await sql`alter table upload_part alter column bytes set storage external`.execute(db);
}
