import type { Transaction } from 'kysely';
import type { Schema } from '../../../../db/schema.ts';
import type { Actor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';
import { type CourseInput, type CourseRefusal, refuseCourse } from './course-input.ts';
import { freeId } from './free-id.ts';

/** Writes a new course at the end of its base's, inside the caller's transaction. It is empty, so kiosks show it with its first published lesson. */
export async function insertCourse(
  trx: Transaction<Schema>,
  actor: Actor,
  input: CourseInput,
  now: Date,
): Promise<{ ok: true; course: string } | { ok: false; reason: CourseRefusal | 'no-such-base' }> {
  requirePermission(actor, 'course:write', { base: input.base });
  const refused = refuseCourse(input);
  if (refused) return { ok: false, reason: refused };
  const { townshipId } = actor;
  // The base's row is held, so that two new courses do not take one id or one place.
  const base = await trx
    .selectFrom('base')
    .select('id')
    .where('township_id', '=', townshipId)
    .where('id', '=', input.base)
    .forUpdate()
    .executeTakeFirst();
  if (!base) return { ok: false, reason: 'no-such-base' };
  const id = await freeId(trx, townshipId, 'course', input.titleEn);
  const last = await trx
    .selectFrom('course')
    .select((eb) => eb.fn.max<number | null>('position').as('position'))
    .where('township_id', '=', townshipId)
    .where('base_id', '=', input.base)
    .executeTakeFirst();
  await trx
    .insertInto('course')
    .values({
      township_id: townshipId,
      id,
      base_id: input.base,
      title_zh: input.titleZh.trim(),
      title_en: input.titleEn.trim(),
      summary_zh: input.summaryZh.trim(),
      summary_en: input.summaryEn.trim(),
      class_hours: input.classHours,
      position: (last?.position ?? 0) + 1,
      source: null,
      created_at: now,
    })
    .execute();
  return { ok: true, course: id };
}
