import { type Kysely, sql } from 'kysely';

/**
 * Staff say who somebody new is, and can take it back while the particulars are kept. What the match changed in courses joined is noted, so
 * that taking it back leaves nothing behind. The reminder is a look at the date, not a fact of its own. Columns may be empty: an older backup has none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table newcomer drop column reminded_at,
      add column matched_learner_id uuid,
      add column matched_by uuid,
      add column matched_at timestamptz,
      add column was_added boolean,
      add column joined_before jsonb,
      add foreign key (township_id, matched_learner_id) references learner on delete set null (matched_learner_id),
      add check ((matched_at is null) = (matched_by is null))`.execute(db);
  await sql`create index newcomer_waiting on newcomer (township_id, arrived_at) where matched_at is null`.execute(db);
}
