import type { Transaction } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Schema } from '../../../../db/schema.ts';
import type { LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../../people/actor.ts';
import { checkFolder } from '../check-folder.ts';
import { keepCourseFile } from '../courses/keep-course-file.ts';
import { freezeVersion, publishVersion } from '../freeze-version.ts';
import { lockLesson } from '../lessons-queries.ts';
import { knownMedia } from '../media/media-queries.ts';
import type { Draft } from './draft.ts';
import { namedMedia } from './draft-rules.ts';
import { currentDraft } from './drafts-queries.ts';
import { requireDraftPermission } from './require-draft-permission.ts';
import { isApproved, needsReview } from './review-queries.ts';

interface Input {
  lesson: string;
  /** The revision the trainer has before them. */
  revision: number;
  note: string;
  /** The newer version that this text may go over, after the trainer was told of it. */
  over?: number | undefined;
}

export type PublishDraftOutcome =
  | { ok: true; version: number }
  | { ok: false; reason: 'lesson-has-problems'; problems: LessonProblem[] }
  /** Somebody published `version` after this text was begun; say it as `over` to publish all the same. */
  | { ok: false; reason: 'published-meanwhile'; version: number }
  | { ok: false; reason: 'unknown-lesson' | 'draft-changed-meanwhile' | 'review-needed' | 'nothing-changed' };

/** Checks a draft, freezes it as the next version and shows it on every kiosk; or does nothing and says why. */
export async function publishDraft(db: Database, actor: Actor, input: Input, now: Date): Promise<PublishDraftOutcome> {
  const { townshipId } = actor;
  const bases = await requireDraftPermission(db, actor, 'lesson:publish', input.lesson);
  const draft = bases === null ? null : await currentDraft(db, townshipId, input.lesson);
  if (bases === null || draft === null) return { ok: false, reason: 'unknown-lesson' };
  const folder = { ...draft.files, media: namedMedia(draft.files, await knownMedia(db, townshipId, draft.media)) };
  const check = await checkFolder(folder);
  if (!check.ok) return { ok: false, reason: 'lesson-has-problems', problems: check.problems };

  return db.transaction().execute(async (trx): Promise<PublishDraftOutcome> => {
    await lockLesson(trx, townshipId, input.lesson, now);
    const current = await currentDraft(trx, townshipId, input.lesson);
    const refused = await refuse(trx, townshipId, { input, bases, current, wasChecked: draft });
    if (refused) return refused;
    const { version } = await freezeVersion(trx, actor, { lessonId: input.lesson, folder, checked: check.lesson }, now);
    if (version === current?.publishedVersion) return { ok: false, reason: 'nothing-changed' };
    await publishVersion(trx, actor, { lessonId: input.lesson, version, note: input.note.slice(0, 1000) }, now);
    await trx
      .updateTable('draft_revision')
      .set({ published_version: version })
      .where('township_id', '=', townshipId)
      .where('lesson_id', '=', input.lesson)
      .where('revision', '=', input.revision)
      .execute();
    await keepCourseFile(trx, townshipId, { lessonId: input.lesson });
    return { ok: true, version };
  });
}

async function refuse(
  trx: Transaction<Schema>,
  townshipId: string,
  { input, bases, current, wasChecked }: { input: Input; bases: string[]; current: Draft | null; wasChecked: Draft },
): Promise<PublishDraftOutcome | null> {
  if (current?.revision !== input.revision || wasChecked.revision !== input.revision)
    return { ok: false, reason: 'draft-changed-meanwhile' };
  const { publishedVersion, baseVersion } = current;
  if (publishedVersion !== null && publishedVersion > (baseVersion ?? 0) && publishedVersion !== input.over) {
    return { ok: false, reason: 'published-meanwhile', version: publishedVersion };
  }
  // A frozen version that is only shown again was read when it was first published.
  const isNew = current.revision > 0 && current.revisionVersion === null;
  if (isNew && (await needsReview(trx, townshipId, bases)) && !(await isApproved(trx, townshipId, input.lesson, input.revision))) {
    return { ok: false, reason: 'review-needed' };
  }
  return null;
}
