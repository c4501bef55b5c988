import { type Kysely, sql } from 'kysely';

/** What the fold of a learner's records says: per lesson, and per topic and base. Rebuilt at will, never a source. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Evidence: the first unhelped tries of the latest day, per question: {"q1":{"day":"2026-03-01","right":true}}.
  await sql`
    create table lesson_state (
      township_id uuid not null,
      learner_id uuid not null,
      lesson_id text not null,
      version int not null,
      place int not null default 0 check (place >= 0),
      started_at timestamptz not null,
      touched_at timestamptz not null,
      completed_at timestamptz,
      completed_version int,
      evidence jsonb not null default '{}',
      primary key (township_id, learner_id, lesson_id),
      check ((completed_at is null) = (completed_version is null)),
      foreign key (township_id, learner_id) references learner on delete cascade,
      foreign key (township_id, lesson_id) references lesson
    )`.execute(db);
  await sql`create index lesson_state_lesson on lesson_state (township_id, lesson_id)`.execute(db);
  // base_id '' means any base. Each rung keeps the first date on which its rule held.
  await sql`
    create table learner_standing (
      township_id uuid not null,
      learner_id uuid not null,
      base_id text not null default '',
      topic text not null check (topic in ('development', 'innovation', 'science', 'ecology', 'law', 'morality')),
      reached_on date,
      completed_on date,
      mastered_on date,
      retained_on date,
      adopted_on date,
      primary key (township_id, learner_id, base_id, topic),
      foreign key (township_id, learner_id) references learner on delete cascade
    )`.execute(db);
  await sql`
    create index learner_standing_topic on learner_standing (township_id, base_id, topic)
    include (learner_id, reached_on, completed_on, mastered_on, retained_on, adopted_on)`.execute(db);
}
