import { type Kysely, sql } from 'kysely';

/** A farmer's PIN, the one-time code it is chosen with, and the counters that slow guessing down. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table learner_pin (
      township_id uuid not null,
      learner_id uuid not null,
      pin_hash text not null,
      set_at timestamptz not null,
      primary key (township_id, learner_id),
      foreign key (township_id, learner_id) references learner on delete cascade
    )`.execute(db);
  await sql`
    create table one_time_code (
      township_id uuid not null,
      learner_id uuid not null,
      code_hash text not null,
      issued_by uuid,
      issued_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (township_id, learner_id),
      foreign key (township_id, learner_id) references learner on delete cascade
    )`.execute(db);
  // scope 'pin' counts one PIN tried on many numbers: its key is a peppered HMAC of the PIN, never the PIN.
  await sql`
    create table sign_in_counter (
      scope text not null check (scope in ('learner', 'kiosk', 'township', 'pin', 'account', 'pairing', 'setup')),
      key text not null,
      failures int not null check (failures >= 0),
      first_failed_at timestamptz not null,
      last_failed_at timestamptz not null,
      blocked_until timestamptz,
      primary key (scope, key)
    )`.execute(db);
}
