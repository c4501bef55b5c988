import { type Kysely, sql } from 'kysely';

/** Courses and lessons; a version freezes metadata, both languages and media digests together; a publication points at one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table course (
      township_id uuid not null,
      id text not null check (id ~ '^[a-z][a-z0-9-]{0,59}$'),
      base_id text not null,
      title_zh text not null check (title_zh <> ''),
      title_en text not null check (title_en <> ''),
      summary_zh text not null default '',
      summary_en text not null default '',
      class_hours numeric(5, 1) not null default 1 check (class_hours >= 0),
      position int not null default 0,
      source text,
      created_at timestamptz not null,
      primary key (township_id, id),
      foreign key (township_id, base_id) references base
    )`.execute(db);
  await sql`
    create table lesson (
      township_id uuid not null references township,
      id text not null check (id ~ '^[a-z][a-z0-9-]{0,59}$'),
      created_at timestamptz not null,
      primary key (township_id, id)
    )`.execute(db);
  await sql`
    create table course_lesson (
      township_id uuid not null,
      course_id text not null,
      lesson_id text not null,
      position int not null,
      primary key (township_id, course_id, lesson_id),
      foreign key (township_id, course_id) references course on delete cascade,
      foreign key (township_id, lesson_id) references lesson
    )`.execute(db);
  await sql`
    create table media (
      township_id uuid not null references township,
      digest text not null check (digest ~ '^[0-9a-f]{64}$'),
      media_type text not null,
      bytes bytea not null,
      created_at timestamptz not null,
      primary key (township_id, digest)
    )`.execute(db);
  await sql`
    create table lesson_version (
      township_id uuid not null,
      lesson_id text not null,
      version int not null check (version >= 1),
      digest text not null,
      metadata_source text not null,
      zh_source text not null,
      en_source text not null,
      checked jsonb not null,
      created_by uuid,
      created_at timestamptz not null,
      primary key (township_id, lesson_id, version),
      unique (township_id, lesson_id, digest),
      foreign key (township_id, lesson_id) references lesson
    )`.execute(db);
  await sql`
    create table lesson_version_media (
      township_id uuid not null,
      lesson_id text not null,
      version int not null,
      path text not null,
      digest text not null,
      primary key (township_id, lesson_id, version, path),
      foreign key (township_id, lesson_id, version) references lesson_version on delete cascade,
      foreign key (township_id, digest) references media
    )`.execute(db);
  // A frozen version never changes; a mistake is mended by a new version.
  await sql`
    create function lesson_version_is_frozen() returns trigger language plpgsql as $$
    begin raise exception 'a lesson version is frozen' using errcode = 'restrict_violation'; end $$`.execute(db);
  await sql`
    create trigger lesson_version_frozen before update on lesson_version
    for each row execute function lesson_version_is_frozen()`.execute(db);
  // The newest row of a lesson says what kiosks show; version null says: nothing.
  await sql`
    create table lesson_publication (
      township_id uuid not null,
      id bigint generated always as identity,
      lesson_id text not null,
      version int,
      published_by uuid,
      published_at timestamptz not null,
      note text not null default '',
      primary key (township_id, id),
      foreign key (township_id, lesson_id) references lesson,
      foreign key (township_id, lesson_id, version) references lesson_version
    )`.execute(db);
  await sql`create index lesson_publication_newest on lesson_publication (township_id, lesson_id, id desc)`.execute(db);
}
