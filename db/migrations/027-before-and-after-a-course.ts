import { type Kysely, sql } from 'kysely';

/** A course's test before its first lesson and after its last: records of their own kind, graded, and no evidence of progress. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table learning_record drop constraint learning_record_verb_check`.execute(db);
  await sql`
    alter table learning_record add constraint learning_record_verb_check check (verb in
      ('began', 'opened', 'stepped', 'answered', 'finished', 'rated', 'adopted', 'voided', 'ended', 'tested-before', 'tested-after'))`.execute(
    db,
  );
}
