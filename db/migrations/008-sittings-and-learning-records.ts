import { type Kysely, sql } from 'kysely';

/** Learning records are facts, appended once, never edited. A record belongs to a sitting. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sitting (
      township_id uuid not null,
      id uuid not null,
      kiosk_id uuid,
      base_id text not null,
      learner_id uuid,
      group_id uuid,
      sequence bigint not null,
      began_at timestamptz not null,
      received_at timestamptz not null,
      primary key (township_id, id),
      check (num_nonnulls(learner_id, group_id) <= 1),
      foreign key (township_id, kiosk_id) references kiosk,
      foreign key (township_id, base_id) references base,
      foreign key (township_id, learner_id) references learner on delete cascade,
      foreign key (township_id, group_id) references learner_group
    )`.execute(db);
  await sql`create index sitting_learner on sitting (township_id, learner_id)`.execute(db);
  await sql`
    create table learning_record (
      township_id uuid not null,
      id uuid not null,
      sitting_id uuid not null,
      seq int not null check (seq >= 0),
      verb text not null check (verb in ('began', 'opened', 'stepped', 'answered', 'finished', 'adopted', 'voided', 'ended')),
      lesson_id text,
      version int,
      question_id text,
      response jsonb,
      occurred_at timestamptz not null,
      kiosk_time timestamptz not null,
      received_at timestamptz not null,
      was_future boolean not null default false,
      skew_ms bigint,
      is_correct boolean,
      bytes_hash text not null,
      primary key (township_id, id),
      unique (township_id, sitting_id, seq),
      foreign key (township_id, sitting_id) references sitting on delete cascade,
      foreign key (township_id, lesson_id, version) references lesson_version
    )`.execute(db);
  await sql`create index learning_record_lesson on learning_record (township_id, sitting_id, lesson_id)`.execute(db);
  await sql`
    create table record_conflict (
      township_id uuid not null references township,
      id uuid not null,
      bytes_hash text not null,
      body jsonb not null,
      kiosk_id uuid not null,
      received_at timestamptz not null,
      primary key (township_id, id, bytes_hash)
    )`.execute(db);
}
