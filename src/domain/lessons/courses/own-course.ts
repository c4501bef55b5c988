import type { Transaction } from 'kysely';
import type { Schema } from '../../../../db/schema.ts';
import type { Actor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';

/** Holds a course that the actor may write until the transaction ends; null when there is none. */
export async function ownCourse(trx: Transaction<Schema>, actor: Actor, courseId: string) {
  const course = await trx
    .selectFrom('course')
    .selectAll()
    .where('township_id', '=', actor.townshipId)
    .where('id', '=', courseId)
    .forUpdate()
    .executeTakeFirst();
  if (course) requirePermission(actor, 'course:write', { base: course.base_id });
  return course ?? null;
}

/** The lesson ids of a course in order, and the place after the last. */
export async function placesOf(trx: Transaction<Schema>, townshipId: string, courseId: string) {
  const places = await trx
    .selectFrom('course_lesson')
    .select(['lesson_id', 'position', 'shared_from'])
    .where('township_id', '=', townshipId)
    .where('course_id', '=', courseId)
    .orderBy('position')
    .execute();
  return { places, next: (places.at(-1)?.position ?? 0) + 1 };
}
