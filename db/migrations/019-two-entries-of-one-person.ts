import { type Kysely, sql } from 'kysely';

/**
 * Two entries of the roster were one person: what was the one's is the other's. The entry that went keeps its number, so that what was written
 * under it while a kiosk had no network still finds its owner.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Deferrable: a backup is read in the order of its rows.
  await sql`
    alter table learner add column merged_into uuid,
      add foreign key (township_id, merged_into) references learner deferrable initially deferred,
      add check (merged_into is null or (removed_at is not null and merged_into <> id))`.execute(db);
  await sql`create index learner_merged on learner (township_id, merged_into) where merged_into is not null`.execute(db);
}
