import { type Kysely, sql } from 'kysely';

/** A list of lessons shows how many problems a draft has without checking each again; a course says from which other it shares a lesson. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table draft_revision add column problems int check (problems >= 0)`.execute(db);
  await sql`alter table course_lesson add column shared_from text check (shared_from <> course_id)`.execute(db);
  await sql`
    alter table course_lesson add constraint course_lesson_shared_from_there
    foreign key (township_id, shared_from) references course (township_id, id)`.execute(db);
}
