import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';
import { keepCourseFile } from './keep-course-file.ts';
import { ownCourse, placesOf } from './own-course.ts';

type Outcome = { ok: true } | { ok: false; reason: 'no-such-course' | 'not-shared-here' };

/** Takes a shared lesson out of a course again; the lesson stays in its own. What was learned of it stands. */
export async function unshareLesson(db: Database, actor: Actor, { course, lesson }: { course: string; lesson: string }): Promise<Outcome> {
  requirePermission(actor, 'course:write');
  const { townshipId } = actor;
  return db.transaction().execute(async (trx) => {
    if ((await ownCourse(trx, actor, course)) === null) return { ok: false, reason: 'no-such-course' };
    const { places } = await placesOf(trx, townshipId, course);
    if (!places.some((place) => place.lesson_id === lesson && place.shared_from !== null)) return { ok: false, reason: 'not-shared-here' };
    await trx
      .deleteFrom('course_lesson')
      .where('township_id', '=', townshipId)
      .where('course_id', '=', course)
      .where('lesson_id', '=', lesson)
      .execute();
    await keepCourseFile(trx, townshipId, { courseId: course });
    return { ok: true };
  });
}
