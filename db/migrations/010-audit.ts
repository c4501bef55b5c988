import { type Kysely, sql } from 'kysely';

/** Who did what to whom, for the deeds a person may have to answer for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit (
      township_id uuid not null references township,
      id bigint generated always as identity,
      at timestamptz not null,
      account_id uuid,
      deed text not null,
      subject text not null default '',
      detail jsonb not null default '{}',
      primary key (township_id, id)
    )`.execute(db);
}
