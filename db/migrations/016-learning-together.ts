import { type Kysely, sql } from 'kysely';

/**
 * Classes: a trainer and 2 to 60 farmers before one screen. The sitting is the group's; who sat there is attendance, and attendance reaches a
 * farmer. A class whose code named no trainer waits for a trainer of its base to confirm it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table class_code (
      township_id uuid not null,
      account_id uuid not null,
      code_hash text not null,
      issued_at timestamptz not null,
      primary key (township_id, account_id),
      unique (township_id, code_hash),
      foreign key (township_id, account_id) references account on delete cascade
    )`.execute(db);
  await sql`
    create table training_class (
      township_id uuid not null,
      sitting_id uuid not null,
      trainer_id uuid,
      confirmed_at timestamptz,
      discarded_at timestamptz,
      discarded_by uuid,
      primary key (township_id, sitting_id),
      check ((confirmed_at is null) = (trainer_id is null)),
      foreign key (township_id, sitting_id) references sitting on delete cascade,
      foreign key (township_id, trainer_id) references account
    )`.execute(db);
  // learner_id is null while nobody on the roster has the number that was keyed in; an unknown card leaves no trace of what it said.
  await sql`
    create table class_seat (
      township_id uuid not null,
      sitting_id uuid not null,
      seat int not null check (seat between 1 and 999),
      learner_id uuid,
      number_given text,
      primary key (township_id, sitting_id, seat),
      unique (township_id, sitting_id, learner_id),
      foreign key (township_id, sitting_id) references training_class on delete cascade,
      foreign key (township_id, learner_id) references learner on delete cascade
    )`.execute(db);
  await sql`create index class_seat_learner on class_seat (township_id, learner_id)`.execute(db);
}
