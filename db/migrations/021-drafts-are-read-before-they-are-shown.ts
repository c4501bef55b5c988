import { type Kysely, sql } from 'kysely';

/** A base may ask that another trainer reads a draft before it is published. Who has a lesson open is seen by the others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table base add column needs_review boolean not null default false`.execute(db);
  await sql`
    create table draft_review (
      township_id uuid not null,
      id uuid not null,
      lesson_id text not null,
      revision int not null,
      note text not null default '',
      asked_by uuid not null,
      asked_at timestamptz not null,
      decision text check (decision in ('approved', 'sent-back', 'withdrawn')),
      decided_by uuid,
      decided_at timestamptz,
      reason text not null default '',
      primary key (township_id, id),
      check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
      check (decision not in ('approved', 'sent-back') or decided_by <> asked_by),
      check (decision is distinct from 'sent-back' or reason <> ''),
      foreign key (township_id, lesson_id, revision) references draft_revision,
      foreign key (township_id, asked_by) references account,
      foreign key (township_id, decided_by) references account
    )`.execute(db);
  await sql`create unique index draft_review_one_open on draft_review (township_id, lesson_id) where decision is null`.execute(db);
  await sql`create index draft_review_revision on draft_review (township_id, lesson_id, revision)`.execute(db);
  await sql`
    create table draft_presence (
      township_id uuid not null,
      lesson_id text not null,
      client text not null check (client <> ''),
      account_id uuid not null,
      language text check (language in ('zh', 'en')),
      since timestamptz not null,
      seen_at timestamptz not null,
      primary key (township_id, lesson_id, client),
      foreign key (township_id, lesson_id) references lesson,
      foreign key (township_id, account_id) references account on delete cascade
    )`.execute(db);
}
