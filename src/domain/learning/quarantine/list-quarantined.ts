import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';

/** A sitting in doubt, with what helps to say whose it was. */
export interface QuarantinedSitting {
  sittingId: string;
  kioskName: string | null;
  baseId: string;
  beganAt: Date;
  /** Why it is in doubt: `wrong-pin`, `unknown-number`, … */
  reason: string;
  /** Whose number or card was given. */
  presumed: string | null;
  lessons: string[];
  answers: number;
  proposed: { farmer: string; why: string; by: string; isMine: boolean } | null;
}

const MOST_SHOWN = 200;

/** The sittings that wait for two people, oldest first, at most 200: a trainer's own bases, or all of them for the township. */
export async function listQuarantined(db: Database, actor: AccountActor): Promise<QuarantinedSitting[]> {
  requirePermission(actor, 'quarantine:decide');
  const seesAll = actor.isAdministrator || actor.isStaff;
  const { rows } = await sql<{
    sittingId: string;
    kioskName: string | null;
    baseId: string;
    beganAt: Date;
    reason: string;
    presumed: string | null;
    lessons: string[];
    answers: number;
    farmer: string | null;
    why: string | null;
    by: string | null;
    byId: string | null;
  }>`
    select q.sitting_id as "sittingId", k.name as "kioskName", s.base_id as "baseId", s.began_at as "beganAt", q.reason,
      p.name || ' ' || p.number as presumed, coalesce(r.lessons, '{}') as lessons, coalesce(r.answers, 0) as answers,
      l.name || ' ' || l.number as farmer, q.proposed_why as why, a.display_name as by, q.proposed_by as "byId"
    from quarantined_sitting q
    join sitting s on s.township_id = q.township_id and s.id = q.sitting_id
    left join kiosk k on k.township_id = s.township_id and k.id = s.kiosk_id
    left join learner p on p.township_id = q.township_id and p.id = q.presumed_learner_id
    left join learner l on l.township_id = q.township_id and l.id = q.proposed_learner_id
    left join account a on a.id = q.proposed_by
    left join lateral (
      select array_agg(distinct lesson_id) filter (where lesson_id is not null) as lessons, count(*) filter (where verb = 'answered')::int as answers
      from learning_record where township_id = q.township_id and sitting_id = q.sitting_id
    ) r on true
    where q.township_id = ${actor.townshipId} and q.confirmed_at is null and q.discarded_at is null
      ${seesAll ? sql`` : sql`and s.base_id = any(${[...actor.trainerOf]}::text[])`}
    order by q.quarantined_at, q.sitting_id limit ${MOST_SHOWN}`.execute(db);
  return rows.map(({ farmer, why, by, byId, ...row }) => ({
    ...row,
    proposed: farmer === null ? null : { farmer, why: why ?? '', by: by ?? '', isMine: byId === actor.accountId },
  }));
}
