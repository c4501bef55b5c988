import type { Database } from '../../../db/connect.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';
import { publishVersion } from './freeze-version.ts';
import { basesOfLesson, lockLesson, newestVersionNumber, publishedVersionNumber } from './lessons-queries.ts';
import { requireLessonPermission } from './require-lesson-permission.ts';

/**
 * Takes back what kiosks show of a lesson: the version frozen before it is published again. The version taken back stays frozen;
 * completions that point at it stand. Taking back once more goes one further, never forward again.
 */
export async function takeBackVersion(
  db: Database,
  actor: Actor,
  { lessonId, note }: { lessonId: string; note: string },
  now: Date,
): Promise<{ ok: true; version: number } | { ok: false; reason: 'unknown-lesson' | 'no-previous-version' }> {
  requirePermission(actor, 'lesson:publish');
  const townshipId = actor.townshipId;
  const bases = await basesOfLesson(db, townshipId, lessonId);
  if (bases.length === 0) return { ok: false, reason: 'unknown-lesson' };
  requireLessonPermission(actor, 'lesson:publish', bases);

  return db.transaction().execute(async (trx) => {
    await lockLesson(trx, townshipId, lessonId, now);
    const published = await publishedVersionNumber(trx, townshipId, lessonId);
    const previous = published === null ? null : await newestVersionNumber(trx, townshipId, lessonId, published);
    if (previous === null) return { ok: false, reason: 'no-previous-version' };
    await publishVersion(trx, actor, { lessonId, version: previous, note }, now);
    return { ok: true, version: previous };
  });
}
