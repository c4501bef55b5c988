import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import { publishVersion } from '../freeze-version.ts';
import { lockLesson, publishedVersionNumber } from '../lessons-queries.ts';
import { requireDraftPermission } from './require-draft-permission.ts';

/** Takes a lesson off the kiosks. Versions, drafts and what was learned stand; publishing the draft shows it again. */
export async function unpublishLesson(
  db: Database,
  actor: Actor,
  { lesson, note }: { lesson: string; note: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'unknown-lesson' | 'not-published' }> {
  if ((await requireDraftPermission(db, actor, 'lesson:publish', lesson)) === null) return { ok: false, reason: 'unknown-lesson' };
  return db.transaction().execute(async (trx) => {
    await lockLesson(trx, actor.townshipId, lesson, now);
    if ((await publishedVersionNumber(trx, actor.townshipId, lesson)) === null) return { ok: false, reason: 'not-published' };
    await publishVersion(trx, actor, { lessonId: lesson, version: null, note: note.slice(0, 1000) }, now);
    return { ok: true };
  });
}
