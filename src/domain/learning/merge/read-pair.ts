import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';
import { dayOf } from '../township-day.ts';
import { type Blanks, contradictions, filledFrom } from './merge-rules.ts';

/** One of two entries, as staff compare them. */
export interface Entry extends Blanks {
  id: string;
  number: string;
  name: string;
  villageZh: string | null;
  villageEn: string | null;
  since: string | null;
  hasPin: boolean;
  hasCard: boolean;
  sittings: number;
  classes: number;
  courses: number;
  groups: number;
}

export type NotAPair = { ok: false; reason: 'no-such-learner' | 'same-person' };

/** Two entries on the roster by their numbers, and what making them one will take and leave. Nothing is changed. */
export async function readPair(
  db: Database,
  actor: Actor,
  numbers: { kept: string; dropped: string },
  now: Date,
): Promise<{ ok: true; kept: Entry; dropped: Entry; taken: string[]; contradictions: ('sex' | 'birthYear')[] } | NotAPair> {
  requirePermission(actor, 'roster:write');
  if (numbers.kept === numbers.dropped) return { ok: false, reason: 'same-person' };
  const { rows } = await sql<Entry>`
    select l.id, l.number, l.name, l.sex, l.birth_year as "birthYear", l.literacy, l.trade, l.consent_on as "consentOn",
      v.name_zh as "villageZh", v.name_en as "villageEn", r.since,
      exists (select from learner_pin p where p.township_id = l.township_id and p.learner_id = l.id) as "hasPin",
      exists (select from learner_card c where c.township_id = l.township_id and c.learner_id = l.id and c.voided_at is null) as "hasCard",
      (select count(*)::int from sitting s where s.township_id = l.township_id and s.learner_id = l.id) as sittings,
      (select count(*)::int from class_seat s where s.township_id = l.township_id and s.learner_id = l.id) as classes,
      (select count(*)::int from enrolment e where e.township_id = l.township_id and e.learner_id = l.id) as courses,
      (select count(distinct group_id)::int from group_membership m where m.township_id = l.township_id and m.learner_id = l.id) as groups
    from learner l
    left join residence r on r.township_id = l.township_id and r.learner_id = l.id and r.since <= ${dayOf(now)}
      and (r.until is null or r.until > ${dayOf(now)})
    left join village v on v.township_id = r.township_id and v.id = r.village_id
    where l.township_id = ${actor.townshipId} and l.removed_at is null and l.number in (${numbers.kept}, ${numbers.dropped})`.execute(db);
  const [kept, dropped] = [numbers.kept, numbers.dropped].map((number) => rows.find((row) => row.number === number));
  if (!kept || !dropped) return { ok: false, reason: 'no-such-learner' };
  return { ok: true, kept, dropped, taken: filledFrom(kept, dropped).taken, contradictions: contradictions(kept, dropped) };
}

/** Entries that look like one person twice: the same name in the same village, with no other birth year. At most 50 pairs, the older first. */
export async function likelyPairs(
  db: Database,
  actor: Actor,
  now: Date,
): Promise<{ name: string; villageZh: string; villageEn: string; kept: string; dropped: string }[]> {
  requirePermission(actor, 'roster:write');
  const { rows } = await sql<{ name: string; villageZh: string; villageEn: string; kept: string; dropped: string }>`
    with lives as (
      select l.id, l.name, l.number, l.birth_year, l.created_at, r.village_id
      from learner l join residence r on r.township_id = l.township_id and r.learner_id = l.id and r.since <= ${dayOf(now)}
        and (r.until is null or r.until > ${dayOf(now)})
      where l.township_id = ${actor.townshipId} and l.removed_at is null
    )
    select a.name, v.name_zh as "villageZh", v.name_en as "villageEn", a.number as kept, b.number as dropped
    from lives a join lives b on b.name = a.name and b.village_id = a.village_id and (a.created_at, a.id) < (b.created_at, b.id)
      and (a.birth_year is null or b.birth_year is null or a.birth_year = b.birth_year)
    join village v on v.township_id = ${actor.townshipId} and v.id = a.village_id
    order by v.position, a.name, a.number, b.number limit 50`.execute(db);
  return rows;
}
