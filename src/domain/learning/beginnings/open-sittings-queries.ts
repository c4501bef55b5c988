import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Beginning } from './beginning.ts';

/** Keeps what is known of who began these sittings where that is not settled yet, by sitting. */
export async function keepWhoIsOpen(
  db: Database,
  townshipId: string,
  beginnings: ReadonlyMap<string, Beginning>,
  now: Date,
): Promise<void> {
  const open = [...beginnings].map(([sittingId, beginning]) => ({ sittingId, ...beginning }));
  const doubtful = open.filter(({ kind }) => kind === 'quarantined');
  if (doubtful.length > 0) {
    await sql`
      insert into quarantined_sitting (township_id, sitting_id, reason, presumed_learner_id, quarantined_at)
      select ${townshipId}::uuid, "sittingId", reason, "presumedLearnerId", ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(doubtful)}::json) as x("sittingId" uuid, reason text, "presumedLearnerId" uuid)`.execute(db);
  }
  const newcomers = open.filter(({ kind }) => kind === 'new-here');
  if (newcomers.length === 0) return;
  await sql`
    insert into newcomer (township_id, sitting_id, name, village_id, birth_year, arrived_at)
    select ${townshipId}::uuid, "sittingId", name, "villageId", "birthYear", ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(newcomers)}::json) as x("sittingId" uuid, name text, "villageId" uuid, "birthYear" int)`.execute(
    db,
  );
}
