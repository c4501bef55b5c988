import { type Kysely, sql } from 'kysely';

/** The coverage report reads three indexes side by side, all in the order of learners, and never the tables themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index learner_standing_coverage on learner_standing (township_id, base_id, learner_id)
    include (topic, reached_on, completed_on, mastered_on, retained_on, adopted_on)`.execute(db);
  // The one by topic served the same report; keeping both would only slow down every fold.
  await sql`drop index learner_standing_topic`.execute(db);
  await sql`create index residence_coverage on residence (township_id, learner_id) include (village_id, since, until)`.execute(db);
  await sql`create index learner_coverage on learner (township_id, id) include (is_away, removed_at, birth_year)`.execute(db);
}
