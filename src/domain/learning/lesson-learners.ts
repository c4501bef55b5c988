import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';

export interface LessonLearner {
  learnerId: string;
  number: string;
  name: string;
  village: { zh: string; en: string } | null;
  version: number;
  place: number;
  startedAt: Date;
  touchedAt: Date;
  completedAt: Date | null;
  completedVersion: number | null;
  /** Questions answered, and right, at the first try of the latest day. */
  answered: number;
  right: number;
}

/** Everyone who began a lesson, who touched it last first; at most 500. */
export async function lessonLearners(db: Database, actor: Actor, lessonId: string): Promise<LessonLearner[]> {
  requirePermission(actor, 'roster:read');
  const { rows } = await sql<Omit<LessonLearner, 'village'> & { village_zh: string | null; village_en: string | null }>`
    select l.id as "learnerId", l.number, l.name, v.name_zh as village_zh, v.name_en as village_en, s.version, s.place,
      s.started_at as "startedAt", s.touched_at as "touchedAt", s.completed_at as "completedAt", s.completed_version as "completedVersion",
      (select count(*)::int from jsonb_each(s.evidence)) as answered,
      (select count(*)::int from jsonb_each(s.evidence) as e where e.value ->> 'right' = 'true') as right
    from lesson_state s
    join learner l on l.township_id = s.township_id and l.id = s.learner_id and l.removed_at is null
    left join residence r on r.township_id = s.township_id and r.learner_id = s.learner_id and r.until is null
    left join village v on v.township_id = r.township_id and v.id = r.village_id
    where s.township_id = ${actor.townshipId} and s.lesson_id = ${lessonId}
    order by s.touched_at desc, l.id limit 500`.execute(db);
  return rows.map(({ village_zh: zh, village_en: en, ...row }) => ({ ...row, village: zh === null || en === null ? null : { zh, en } }));
}
