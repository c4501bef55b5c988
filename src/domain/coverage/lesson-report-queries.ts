import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import type { Evidence } from '../learning/awareness-rules.ts';

/** Of `r`, a learning record: nobody took it back. */
export function notVoided(townshipId: string): RawBuilder<boolean> {
  return sql`r.id::text not in (select v.response #>> '{}' from learning_record v where v.township_id = ${townshipId} and v.verb = 'voided')`;
}

/** Somebody on the roster who began the lesson. */
export interface Beginner {
  learnerId: string;
  villageId: string | null;
  groupIds: string[];
  version: number;
  place: number;
  completedVersion: number | null;
  evidence: Evidence;
}

export async function beginnersOf(db: Database, townshipId: string, lessonId: string): Promise<Beginner[]> {
  const { rows } = await sql<Beginner>`
    select s.learner_id as "learnerId", r.village_id as "villageId", s.version, s.place, s.completed_version as "completedVersion", s.evidence,
      array(select m.group_id::text from group_membership m
        where m.township_id = s.township_id and m.learner_id = s.learner_id and m.until is null) as "groupIds"
    from lesson_state s join learner l on l.township_id = s.township_id and l.id = s.learner_id and l.removed_at is null
    left join residence r on r.township_id = s.township_id and r.learner_id = s.learner_id and r.until is null
    where s.township_id = ${townshipId} and s.lesson_id = ${lessonId}
    order by s.learner_id`.execute(db);
  return rows;
}

/** The moments of the lesson's records by sitting, in ms since 1970 and in the order of the sitting: what time spent is read from. */
export async function momentsOf(db: Database, townshipId: string, lessonId: string): Promise<{ learnerId: string; moments: number[] }[]> {
  const { rows } = await sql<{ learnerId: string; moments: number[] }>`
    select s.learner_id as "learnerId", array_agg((extract(epoch from r.occurred_at) * 1000)::float8 order by r.seq) as moments
    from learning_record r join sitting s on s.township_id = r.township_id and s.id = r.sitting_id and s.learner_id is not null
    where r.township_id = ${townshipId} and r.lesson_id = ${lessonId} and r.verb in ('opened', 'stepped', 'answered', 'finished')
    group by s.learner_id, s.id`.execute(db);
  return rows;
}

/** The last face each person touched after the lesson. */
export async function ratingsOf(db: Database, townshipId: string, lessonId: string): Promise<string[]> {
  const { rows } = await sql<{ rating: string }>`
    select distinct on (s.learner_id) r.response #>> '{}' as rating
    from learning_record r
    join sitting s on s.township_id = r.township_id and s.id = r.sitting_id and s.learner_id is not null
    join learner l on l.township_id = s.township_id and l.id = s.learner_id and l.removed_at is null
    where r.township_id = ${townshipId} and r.lesson_id = ${lessonId} and r.verb = 'rated' and ${notVoided(townshipId)}
    order by s.learner_id, r.occurred_at desc, s.sequence desc, r.seq desc`.execute(db);
  return rows.map(({ rating }) => rating);
}

/** Names of the township's villages and groups, in the order they are listed in. */
export async function placeNames(
  db: Database,
  townshipId: string,
): Promise<{ kind: 'village' | 'group'; id: string; name: Record<Language, string> }[]> {
  const { rows } = await sql<{ kind: 'village' | 'group'; id: string; zh: string; en: string }>`
    select 'village' as kind, id::text, name_zh as zh, name_en as en, position from village where township_id = ${townshipId}
    union all select 'group', id::text, name_zh, name_en, 0 from learner_group where township_id = ${townshipId}
    order by kind desc, position, zh`.execute(db);
  return rows.map(({ kind, id, zh, en }) => ({ kind, id, name: { zh, en } }));
}
