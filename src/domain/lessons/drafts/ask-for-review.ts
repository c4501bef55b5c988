import type { Database } from '../../../../db/connect.ts';
import type { LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import type { AccountActor } from '../../people/actor.ts';
import { lockLesson } from '../lessons-queries.ts';
import { checkDraft } from './check-draft.ts';
import { currentDraft } from './drafts-queries.ts';
import { requireDraftPermission } from './require-draft-permission.ts';
import { openReview, withdrawReview } from './review-queries.ts';

interface Input {
  lesson: string;
  revision: number;
  note: string;
}

type Outcome =
  | { ok: true; review: string }
  | { ok: false; reason: 'unknown-lesson' | 'draft-changed-meanwhile' | 'nothing-changed' }
  | { ok: false; reason: 'lesson-has-problems'; problems: LessonProblem[] };

/** Asks another trainer of the base to read this revision. An older question about the lesson is taken back; the same one stands. */
export async function askForReview(
  db: Database,
  trainer: AccountActor,
  { lesson, revision, note }: Input,
  id: string,
  now: Date,
): Promise<Outcome> {
  const { townshipId, accountId } = trainer;
  if ((await requireDraftPermission(db, trainer, 'lesson:write', lesson)) === null) return { ok: false, reason: 'unknown-lesson' };
  const draft = await currentDraft(db, townshipId, lesson);
  if (draft?.revision !== revision) return { ok: false, reason: 'draft-changed-meanwhile' };
  if (revision === 0 || draft.revisionVersion !== null) return { ok: false, reason: 'nothing-changed' };
  const check = await checkDraft(db, townshipId, draft.files, draft.media);
  if (!check.ok) return { ok: false, reason: 'lesson-has-problems', problems: check.problems };

  return db.transaction().execute(async (trx): Promise<Outcome> => {
    await lockLesson(trx, townshipId, lesson, now);
    // A revision that a save took the place of meanwhile is no longer there to be read.
    if ((await currentDraft(trx, townshipId, lesson))?.revision !== revision) return { ok: false, reason: 'draft-changed-meanwhile' };
    const asked = await openReview(trx, townshipId, lesson);
    if (asked?.revision === revision) return { ok: true, review: asked.id };
    if (asked) await withdrawReview(trx, trainer, lesson, now);
    const review = {
      township_id: townshipId,
      id,
      lesson_id: lesson,
      revision,
      note: note.slice(0, 1000),
      asked_by: accountId,
      asked_at: now,
    };
    await trx.insertInto('draft_review').values(review).execute();
    return { ok: true, review: id };
  });
}
