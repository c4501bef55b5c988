import type { Database } from '../../../db/connect.ts';
import type { Language, LessonProblem } from '../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';
import { checkFolder } from './check-folder.ts';
import { frozenText } from './drafts/drafts-queries.ts';
import { needsReview } from './drafts/review-queries.ts';
import { folderProblem } from './folder-problems.ts';
import { freezeVersion, publishVersion } from './freeze-version.ts';
import { decodeText } from './lesson-folder.ts';
import { basesOfLesson, lockLesson, newestVersionNumber, publishedVersionNumber } from './lessons-queries.ts';
import { knownMedia } from './media/media-queries.ts';
import { requireLessonPermission } from './require-lesson-permission.ts';

export type PublishOutcome =
  | { ok: true; version: number }
  | { ok: false; reason: 'lesson-has-problems'; problems: LessonProblem[] }
  | {
      ok: false;
      reason:
        | 'unknown-lesson'
        | 'unknown-course'
        | 'nothing-changed'
        | 'lesson-changed-meanwhile'
        | 'lesson-of-another-course'
        | 'not-a-lesson-id'
        /** The base has its drafts read first, and a file sent here would pass by that. */
        | 'review-needed';
    };

interface LanguageFile {
  lessonId: string;
  language: Language;
  source: Uint8Array;
  note: string;
}

/**
 * Publishes one language's new text, paired with what kiosks show now of the rest: the other language, metadata and pictures.
 * Refused, with nothing written, when the pair has problems (question ids, choices or answers that differ among them).
 */
export async function publishLanguageFile(
  db: Database,
  actor: Actor,
  { lessonId, language, source, note }: LanguageFile,
  now: Date,
): Promise<PublishOutcome> {
  requirePermission(actor, 'lesson:publish');
  const townshipId = actor.townshipId;
  const bases = await basesOfLesson(db, townshipId, lessonId);
  const before = await publishedVersionNumber(db, townshipId, lessonId);
  const partner = before ?? (await newestVersionNumber(db, townshipId, lessonId));
  const current = partner === null ? null : await frozenText(db, townshipId, lessonId, partner);
  if (bases.length === 0 || current === null) return { ok: false, reason: 'unknown-lesson' };
  requireLessonPermission(actor, 'lesson:publish', bases);

  if (await needsReview(db, townshipId, bases)) return { ok: false, reason: 'review-needed' };
  const text = decodeText(source);
  if (!text.ok) return { ok: false, reason: 'lesson-has-problems', problems: [folderProblem(`${language}.mdx`, text.reason)] };
  const folder = { ...current.files, media: await knownMedia(db, townshipId, current.media), [language]: text.text };
  const check = await checkFolder(folder);
  if (!check.ok) return { ok: false, reason: 'lesson-has-problems', problems: check.problems };

  return db.transaction().execute(async (trx): Promise<PublishOutcome> => {
    await lockLesson(trx, townshipId, lessonId, now);
    // Someone published while this was being checked: the pair that was checked is no longer the pair that would be shown.
    if ((await publishedVersionNumber(trx, townshipId, lessonId)) !== before) return { ok: false, reason: 'lesson-changed-meanwhile' };
    const { version } = await freezeVersion(trx, actor, { lessonId, folder, checked: check.lesson }, now);
    if (version === before) return { ok: false, reason: 'nothing-changed' };
    await publishVersion(trx, actor, { lessonId, version, note }, now);
    return { ok: true, version };
  });
}
