import type { Transaction } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Schema } from '../../../../db/schema.ts';
import type { Actor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';
import { freeId } from '../courses/free-id.ts';
import { ownCourse, placesOf } from '../courses/own-course.ts';
import { lockLesson } from '../lessons-queries.ts';
import type { DraftFiles, DraftMedia } from './draft.ts';
import { refuseTexts } from './draft-rules.ts';
import { currentDraft, insertRevision } from './drafts-queries.ts';
import { asCopy } from './new-lesson-rules.ts';
import { titleOf } from './read-draft-title.ts';

interface Input {
  course: string;
  /** What it begins with: texts of a template or a dropped file, or another lesson as it stands. */
  from: { files: DraftFiles } | { copyOf: string };
  /** English, for a readable id; may be empty. */
  title: string;
  client: string;
}

export type NewLessonOutcome =
  | { ok: true; lesson: string; revision: number }
  | { ok: false; reason: 'no-such-course' | 'unknown-lesson' | 'too-large' | 'broken-character' };

/**
 * A new lesson at the end of a course, as a draft that no kiosk shows. A copy is a lesson of its own, with question ids of its own: the
 * figures of one are never mixed with the other's, not in a table that names questions by id alone either.
 */
export async function newLesson(db: Database, actor: Actor, input: Input, now: Date): Promise<NewLessonOutcome> {
  requirePermission(actor, 'lesson:write');
  const { townshipId } = actor;
  return db.transaction().execute(async (trx): Promise<NewLessonOutcome> => {
    if ((await ownCourse(trx, actor, input.course)) === null) return { ok: false, reason: 'no-such-course' };
    const text = await startingText(trx, townshipId, input, now);
    if (text === null) return { ok: false, reason: 'unknown-lesson' };
    const refused = refuseTexts(text.files);
    if (refused) return { ok: false, reason: refused.reason };
    const lesson = await freeId(trx, townshipId, 'lesson', input.title || text.title);
    await lockLesson(trx, townshipId, lesson, now);
    const { next } = await placesOf(trx, townshipId, input.course);
    const savedBy = actor.kind === 'account' ? actor.accountId : null;
    const place = { township_id: townshipId, course_id: input.course, lesson_id: lesson, position: next, placed_by: savedBy };
    await trx.insertInto('course_lesson').values(place).execute();
    const { files, media } = text;
    const first = {
      lessonId: lesson,
      kind: 'saved' as const,
      basedOn: 0,
      baseVersion: null,
      files,
      media,
      client: input.client,
      savedBy,
      beganAt: now,
    };
    return { ok: true, lesson, revision: await insertRevision(trx, townshipId, first, now) };
  });
}

async function startingText(
  trx: Transaction<Schema>,
  townshipId: string,
  { from }: Input,
  now: Date,
): Promise<{ files: DraftFiles; media: DraftMedia; title: string } | null> {
  if ('files' in from) return { files: from.files, media: {}, title: titleOf(from.files.en) ?? '' };
  if ((await currentDraft(trx, townshipId, from.copyOf)) === null) return null;
  // Held, so that no save lets go of one of its files before the copy has it.
  await lockLesson(trx, townshipId, from.copyOf, now);
  const original = await currentDraft(trx, townshipId, from.copyOf);
  return original && { files: asCopy(original.files, from.copyOf), media: original.media, title: titleOf(original.files.en) ?? '' };
}
