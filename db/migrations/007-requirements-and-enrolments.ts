import { type Kysely, sql } from 'kysely';

/** What is required of whom, from when; and who joined a course, and by whose hand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A base's requirement reaches the residents of the village where the base stands; a group's reaches its members.
  await sql`
    create table requirement (
      township_id uuid not null,
      id uuid not null,
      course_id text not null,
      base_id text,
      group_id uuid,
      since date not null,
      until date check (until > since),
      set_by uuid,
      primary key (township_id, id),
      check (num_nonnulls(base_id, group_id) = 1),
      foreign key (township_id, course_id) references course,
      foreign key (township_id, base_id) references base,
      foreign key (township_id, group_id) references learner_group on delete cascade
    )`.execute(db);
  await sql`
    create table enrolment (
      township_id uuid not null,
      learner_id uuid not null,
      course_id text not null,
      enrolled_at timestamptz not null,
      enrolled_by text not null check (enrolled_by in ('learner', 'group', 'staff')),
      account_id uuid,
      primary key (township_id, learner_id, course_id),
      foreign key (township_id, learner_id) references learner on delete cascade,
      foreign key (township_id, course_id) references course
    )`.execute(db);
  await sql`create index enrolment_course on enrolment (township_id, course_id)`.execute(db);
}
