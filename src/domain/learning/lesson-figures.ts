import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';

/** How many people began a lesson, how many of them completed it. People on the roster only. */
export interface LessonFigures {
  learners: number;
  completed: number;
}

/** The figures of several lessons by lesson id; a lesson nobody began is not in it. */
export async function lessonFigures(db: Database, actor: Actor, lessonIds: readonly string[]): Promise<Map<string, LessonFigures>> {
  requirePermission(actor, 'roster:read');
  const { rows } = await sql<LessonFigures & { lessonId: string }>`
    select s.lesson_id as "lessonId", count(*)::int as learners, count(s.completed_at)::int as completed
    from lesson_state s join learner l on l.township_id = s.township_id and l.id = s.learner_id and l.removed_at is null
    where s.township_id = ${actor.townshipId} and s.lesson_id = any(${[...lessonIds]}::text[])
    group by s.lesson_id`.execute(db);
  return new Map(rows.map(({ lessonId, ...figures }) => [lessonId, figures]));
}
