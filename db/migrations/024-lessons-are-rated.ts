import { type Kysely, sql } from 'kysely';

/** After a lesson a farmer may touch one of three faces. It is a learning record like any other, and no part of anybody's standing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table learning_record drop constraint learning_record_verb_check,
      add constraint learning_record_verb_check
        check (verb in ('began', 'opened', 'stepped', 'answered', 'finished', 'rated', 'adopted', 'voided', 'ended'))`.execute(db);
}
