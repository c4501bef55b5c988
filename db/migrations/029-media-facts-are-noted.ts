import { type Kysely, sql } from 'kysely';

/**
 * What the check of a lesson needs to know of a file (format, width and height, codecs) is noted when the file comes, so that checking a draft
 * reads no bytes. Null: not looked at yet. What is stored already is looked at once after this, by `noteMediaFacts`: SQL knows no codecs.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table media add column facts jsonb`.execute(db);
}
