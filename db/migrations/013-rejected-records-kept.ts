import { type Kysely, sql } from 'kysely';

/** What a kiosk sent and the server could not take, kept for a trainer to look at. The id is text: it may be anything. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table rejected_record (
      township_id uuid not null,
      kiosk_id uuid not null,
      id text not null,
      reason text not null,
      learner_id uuid,
      body jsonb not null,
      first_received_at timestamptz not null,
      last_received_at timestamptz not null,
      times int not null default 1,
      put_away_by uuid,
      put_away_at timestamptz,
      primary key (township_id, kiosk_id, id),
      foreign key (township_id, kiosk_id) references kiosk,
      foreign key (township_id, learner_id) references learner on delete cascade
    )`.execute(db);
}
