import { type Kysely, sql } from 'kysely';

/** What a kiosk last said about itself: unsent records, lasting storage, voices, how much of its base it holds. Nothing about a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table kiosk_report (
      township_id uuid not null,
      kiosk_id uuid not null,
      reported_at timestamptz not null,
      unsent int check (unsent >= 0),
      refused int check (refused >= 0),
      is_persisted boolean,
      voices text[],
      items int check (items >= 0),
      missing_items int check (missing_items >= 0),
      bytes bigint check (bytes >= 0),
      problem text check (problem in ('no-room', 'network')),
      build text not null default '',
      primary key (township_id, kiosk_id),
      foreign key (township_id, kiosk_id) references kiosk on delete cascade
    )`.execute(db);
}
