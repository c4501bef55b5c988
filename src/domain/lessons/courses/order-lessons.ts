import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';
import { keepCourseFile } from './keep-course-file.ts';
import { ownCourse, placesOf } from './own-course.ts';

type Outcome = { ok: true } | { ok: false; reason: 'no-such-course' | 'course-changed-meanwhile' };

/** Puts a course's lessons in a new order. `lessons` names each of them once; where somebody added one meanwhile nothing changes. */
export async function orderLessons(
  db: Database,
  actor: Actor,
  { course, lessons }: { course: string; lessons: string[] },
): Promise<Outcome> {
  requirePermission(actor, 'course:write');
  const { townshipId } = actor;
  return db.transaction().execute(async (trx) => {
    if ((await ownCourse(trx, actor, course)) === null) return { ok: false, reason: 'no-such-course' };
    const before = (await placesOf(trx, townshipId, course)).places.map((place) => place.lesson_id);
    const isSameSet =
      before.length === lessons.length && new Set(lessons).size === lessons.length && lessons.every((id) => before.includes(id));
    if (!isSameSet) return { ok: false, reason: 'course-changed-meanwhile' };
    for (const [index, lessonId] of lessons.entries()) {
      await trx
        .updateTable('course_lesson')
        .set({ position: index + 1 })
        .where('township_id', '=', townshipId)
        .where('course_id', '=', course)
        .where('lesson_id', '=', lessonId)
        .execute();
    }
    await keepCourseFile(trx, townshipId, { courseId: course });
    return { ok: true };
  });
}
