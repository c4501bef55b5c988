import { type Kysely, sql } from 'kysely';

/** A printed card signs a farmer in; only the hash of what it says is kept. One card is good at a time, an earlier one stays as history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table learner_card (
      township_id uuid not null,
      id uuid not null,
      learner_id uuid not null,
      token_hash text not null,
      issued_by uuid,
      issued_at timestamptz not null,
      voided_by uuid,
      voided_at timestamptz,
      primary key (township_id, id),
      unique (township_id, token_hash),
      foreign key (township_id, learner_id) references learner on delete cascade
    )`.execute(db);
  await sql`create unique index learner_card_good on learner_card (township_id, learner_id) where voided_at is null`.execute(db);
  await sql`alter table township add column card_needs_pin boolean not null default true`.execute(db);
}
