import { type Kysely, sql } from 'kysely';

/**
 * A lesson's draft is its newest revision of the texts, as typed, right or wrong. Every revision that is kept is history: what was saved,
 * what was restored, and what lost a conflict.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table lesson_draft (
      township_id uuid not null,
      lesson_id text not null,
      revision int not null check (revision >= 1),
      last_revision int not null check (last_revision >= revision),
      primary key (township_id, lesson_id),
      foreign key (township_id, lesson_id) references lesson
    )`.execute(db);
  await sql`
    create table draft_revision (
      township_id uuid not null,
      lesson_id text not null,
      revision int not null check (revision >= 1),
      kind text not null check (kind in ('saved', 'restored', 'lost')),
      based_on int not null check (based_on >= 0 and based_on < revision),
      base_version int,
      metadata_source text not null,
      zh_source text not null,
      en_source text not null,
      digest text not null check (digest ~ '^[0-9a-f]{64}$'),
      client text not null check (client <> ''),
      saved_by uuid,
      began_at timestamptz not null,
      saved_at timestamptz not null check (saved_at >= began_at),
      published_version int,
      check (kind <> 'lost' or published_version is null),
      primary key (township_id, lesson_id, revision),
      foreign key (township_id, lesson_id) references lesson_draft,
      foreign key (township_id, saved_by) references account,
      foreign key (township_id, lesson_id, base_version) references lesson_version,
      foreign key (township_id, lesson_id, published_version) references lesson_version
    )`.execute(db);
  // Deferred: the draft and its first revision point at each other.
  await sql`
    alter table lesson_draft add constraint lesson_draft_revision_there
    foreign key (township_id, lesson_id, revision) references draft_revision (township_id, lesson_id, revision)
    deferrable initially deferred`.execute(db);
  // What a kept draft shows cannot be deleted.
  await sql`
    create table draft_revision_media (
      township_id uuid not null,
      lesson_id text not null,
      revision int not null,
      path text not null check (path <> ''),
      digest text not null,
      primary key (township_id, lesson_id, revision, path),
      foreign key (township_id, lesson_id, revision) references draft_revision on delete cascade,
      foreign key (township_id, digest) references media
    )`.execute(db);
  await sql`create index draft_revision_media_digest on draft_revision_media (township_id, digest)`.execute(db);
  // A lesson that a trainer put into a course stays there when a newer shipped course comes.
  await sql`alter table course_lesson add column placed_by uuid`.execute(db);
}
