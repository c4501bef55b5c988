import { type Kysely, sql } from 'kysely';

/** How to hold a course as a class: the trainer's guide, a Markdown file in each language, as it came. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table course_guide (
      township_id uuid not null,
      course_id text not null,
      language text not null check (language in ('zh', 'en')),
      source text not null,
      primary key (township_id, course_id, language),
      foreign key (township_id, course_id) references course on delete cascade
    )`.execute(db);
}
