import { type Kysely, sql } from 'kysely';

/**
 * A sitting whose first record could not say who sat there waits for two people: one says who it was and why, another confirms. A sitting that
 * was begun as "new here" waits for staff to find the farmer on the roster or to add them; after 90 days it is erased.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table quarantined_sitting (
      township_id uuid not null,
      sitting_id uuid not null,
      reason text not null,
      presumed_learner_id uuid,
      quarantined_at timestamptz not null,
      proposed_learner_id uuid,
      proposed_why text,
      proposed_by uuid,
      proposed_at timestamptz,
      confirmed_by uuid,
      confirmed_at timestamptz,
      discarded_why text,
      discarded_by uuid,
      discarded_at timestamptz,
      primary key (township_id, sitting_id),
      foreign key (township_id, sitting_id) references sitting on delete cascade,
      foreign key (township_id, presumed_learner_id) references learner on delete set null (presumed_learner_id),
      foreign key (township_id, proposed_learner_id) references learner on delete set null (proposed_learner_id),
      check (confirmed_by is distinct from proposed_by or confirmed_by is null),
      check (num_nonnulls(confirmed_at, discarded_at) <= 1)
    )`.execute(db);
  await sql`
    create index quarantined_sitting_open on quarantined_sitting (township_id, quarantined_at)
      where confirmed_at is null and discarded_at is null`.execute(db);
  await sql`
    create table newcomer (
      township_id uuid not null,
      sitting_id uuid not null,
      name text not null,
      village_id uuid not null,
      birth_year int not null,
      arrived_at timestamptz not null,
      reminded_at timestamptz,
      primary key (township_id, sitting_id),
      foreign key (township_id, sitting_id) references sitting on delete cascade,
      foreign key (township_id, village_id) references village
    )`.execute(db);
}
