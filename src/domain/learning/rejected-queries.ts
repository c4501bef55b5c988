import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { KeptRejected } from './rejected-rules.ts';

/** Keeps what was rejected, once each, and forgets what a kiosk sent again and was taken (`taken`, ids). */
export async function keepRejected(
  db: Database,
  kiosk: { townshipId: string; kioskId: string },
  rejected: readonly (KeptRejected & { learnerId: string | null })[],
  taken: readonly string[],
  now: Date,
): Promise<void> {
  const { townshipId, kioskId } = kiosk;
  // `body` arrives as text inside the JSON, so that its own shape does not matter here.
  await sql`
    with forgotten as (
      delete from rejected_record where township_id = ${townshipId} and kiosk_id = ${kioskId} and id = any(${taken}::text[])
    )
    insert into rejected_record (township_id, kiosk_id, id, reason, learner_id, body, first_received_at, last_received_at)
    select ${townshipId}::uuid, ${kioskId}::uuid, id, reason, "learnerId", body::jsonb, ${now}::timestamptz, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rejected)}::json) as x(id text, reason text, "learnerId" uuid, body text)
    order by id
    on conflict (township_id, kiosk_id, id) do update set reason = excluded.reason, learner_id = excluded.learner_id, body = excluded.body,
      last_received_at = excluded.last_received_at, times = rejected_record.times + 1,
      put_away_by = case when rejected_record.reason = excluded.reason then rejected_record.put_away_by end,
      put_away_at = case when rejected_record.reason = excluded.reason then rejected_record.put_away_at end`.execute(db);
}

export interface RejectedRow {
  kioskId: string;
  id: string;
  reason: string;
  body: Record<string, unknown>;
  firstReceivedAt: Date;
  lastReceivedAt: Date;
  times: number;
  kioskName: string;
  baseId: string;
  learnerName: string | null;
  learnerNumber: string | null;
}

/** The newest of what is not put away, of these bases or of all (null), and how many there are. */
export async function findRejected(
  db: Database,
  townshipId: string,
  bases: readonly string[] | null,
  most: number,
): Promise<{ rows: RejectedRow[]; count: number }> {
  const { rows } = await sql<RejectedRow & { count: number }>`
    select r.kiosk_id as "kioskId", r.id, r.reason, r.body, r.first_received_at as "firstReceivedAt", r.last_received_at as "lastReceivedAt",
      r.times, k.name as "kioskName", k.base_id as "baseId", l.name as "learnerName", l.number as "learnerNumber",
      count(*) over ()::int as count
    from rejected_record r
    join kiosk k on k.township_id = r.township_id and k.id = r.kiosk_id
    left join learner l on l.township_id = r.township_id and l.id = r.learner_id
    where r.township_id = ${townshipId} and r.put_away_at is null and (${bases}::text[] is null or k.base_id = any(${bases}::text[]))
    order by r.last_received_at desc, r.id limit ${most}`.execute(db);
  return { rows, count: rows[0]?.count ?? 0 };
}
