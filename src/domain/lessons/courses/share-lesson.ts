import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';
import { keepCourseFile } from './keep-course-file.ts';
import { ownCourse, placesOf } from './own-course.ts';

type Outcome = { ok: true } | { ok: false; reason: 'no-such-course' | 'unknown-lesson' | 'already-in-course' };

/** Puts a published lesson of another course at the end of this one. It stays one lesson: what one base publishes, both show. */
export async function shareLesson(db: Database, actor: Actor, { course, lesson }: { course: string; lesson: string }): Promise<Outcome> {
  requirePermission(actor, 'course:write');
  const { townshipId } = actor;
  return db.transaction().execute(async (trx) => {
    if ((await ownCourse(trx, actor, course)) === null) return { ok: false, reason: 'no-such-course' };
    const { places, next } = await placesOf(trx, townshipId, course);
    if (places.some((place) => place.lesson_id === lesson)) return { ok: false, reason: 'already-in-course' };
    const home = await trx
      .selectFrom('course_lesson as place')
      .innerJoin('course', (join) => join.onRef('course.township_id', '=', 'place.township_id').onRef('course.id', '=', 'place.course_id'))
      .innerJoin('lesson_version as frozen', (join) =>
        join
          .onRef('frozen.township_id', '=', 'place.township_id')
          .onRef('frozen.lesson_id', '=', 'place.lesson_id')
          .on('frozen.version', '=', 1),
      )
      .select('course.id')
      .where('place.township_id', '=', townshipId)
      .where('place.lesson_id', '=', lesson)
      .where('place.shared_from', 'is', null)
      .orderBy('course.created_at')
      .orderBy('course.id')
      .limit(1)
      .executeTakeFirst();
    if (!home) return { ok: false, reason: 'unknown-lesson' };
    await trx
      .insertInto('course_lesson')
      .values({
        township_id: townshipId,
        course_id: course,
        lesson_id: lesson,
        position: next,
        placed_by: actor.kind === 'account' ? actor.accountId : null,
        shared_from: home.id,
      })
      .execute();
    await keepCourseFile(trx, townshipId, { courseId: course });
    return { ok: true };
  });
}
