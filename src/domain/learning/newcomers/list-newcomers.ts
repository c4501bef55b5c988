import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';
import { dayOf } from '../township-day.ts';
import { daysLeft, erasedBefore, REMINDER_DAYS, settledBefore, suggest } from './newcomer-rules.ts';
import { type Candidate, candidatesFor } from './newcomers-queries.ts';

interface Came {
  sittingId: string;
  name: string;
  villageId: string;
  villageZh: string;
  villageEn: string;
  birthYear: number;
  arrivedAt: Date;
  beganAt: Date;
  kioskName: string | null;
  lessons: string[];
  answers: number;
}

export interface WaitingNewcomer extends Came {
  daysLeft: number;
  /** Who it may be, likeliest first. */
  suggested: Candidate[];
}

export interface MatchedNewcomer extends Came {
  learner: { id: string; name: string; number: string };
  matchedBy: string;
  matchedAt: Date;
  wasAdded: boolean;
}

const MOST_SHOWN = 100;

/** Who learned as "new here" and waits to be found on the roster, the soonest erased first, and the matches that can still be taken back. At most 100 each. */
export async function listNewcomers(
  db: Database,
  actor: AccountActor,
  now: Date,
): Promise<{ waiting: WaitingNewcomer[]; matched: MatchedNewcomer[] }> {
  requirePermission(actor, 'roster:write');
  const { townshipId } = actor;
  const { rows } = await sql<
    Came & { learnerId: string | null; learnerName: string; number: string; matchedBy: string; matchedAt: Date | null; wasAdded: boolean }
  >`
    select n.sitting_id as "sittingId", n.name, n.village_id as "villageId", v.name_zh as "villageZh", v.name_en as "villageEn",
      n.birth_year as "birthYear", n.arrived_at as "arrivedAt", s.began_at as "beganAt", k.name as "kioskName",
      coalesce(r.lessons, '{}') as lessons, coalesce(r.answers, 0) as answers,
      l.id as "learnerId", l.name as "learnerName", l.number, a.display_name as "matchedBy", n.matched_at as "matchedAt",
      coalesce(n.was_added, false) as "wasAdded"
    from newcomer n
    join village v on v.township_id = n.township_id and v.id = n.village_id
    join sitting s on s.township_id = n.township_id and s.id = n.sitting_id
    left join kiosk k on k.township_id = s.township_id and k.id = s.kiosk_id
    left join learner l on l.township_id = n.township_id and l.id = n.matched_learner_id
    left join account a on a.id = n.matched_by
    left join lateral (
      select array_agg(distinct lesson_id) filter (where lesson_id is not null) as lessons, count(*) filter (where verb = 'answered')::int as answers
      from learning_record where township_id = n.township_id and sitting_id = n.sitting_id
    ) r on true
    where n.township_id = ${townshipId} and (n.arrived_at > ${erasedBefore(now)} or n.matched_at > ${settledBefore(now)})
    order by n.matched_at desc nulls first, n.arrived_at, n.sitting_id limit ${2 * MOST_SHOWN}`.execute(db);
  const waiting = rows.filter(({ matchedAt }) => matchedAt === null).slice(0, MOST_SHOWN);
  const ids = waiting.map(({ sittingId }) => sittingId);
  const candidates = ids.length > 0 ? await candidatesFor(db, townshipId, ids, dayOf(now)) : new Map<string, Candidate[]>();
  return {
    waiting: waiting.map((row) => ({
      ...row,
      daysLeft: daysLeft(row.arrivedAt, now),
      suggested: suggest(row, candidates.get(row.sittingId) ?? []),
    })),
    matched: rows.flatMap(({ learnerId, learnerName, number, matchedAt, ...row }) =>
      matchedAt === null || learnerId === null ? [] : [{ ...row, matchedAt, learner: { id: learnerId, name: learnerName, number } }],
    ),
  };
}

/** How many wait, and whether the township must be reminded: days until the first is erased, null while that is far off. */
export async function newcomersWaiting(
  db: Database,
  actor: AccountActor,
  now: Date,
): Promise<{ count: number; remindDays: number | null }> {
  requirePermission(actor, 'coverage:read');
  const row = await db
    .selectFrom('newcomer')
    .select((select) => [select.fn.countAll<number>().as('count'), select.fn.min('arrived_at').as('first')])
    .where('township_id', '=', actor.townshipId)
    .where('matched_at', 'is', null)
    .where('arrived_at', '>', erasedBefore(now))
    .executeTakeFirstOrThrow();
  const left = row.first ? daysLeft(row.first, now) : null;
  return { count: row.count, remindDays: left !== null && left <= REMINDER_DAYS ? left : null };
}
