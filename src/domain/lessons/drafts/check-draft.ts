import type { Database } from '../../../../db/connect.ts';
import type { LessonCheck } from '../../../lesson-mdx/check-lesson.ts';
import type { LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import { checkFolder } from '../check-folder.ts';
import { knownMedia } from '../media/media-queries.ts';
import type { DraftFiles, DraftMedia } from './draft.ts';

/** Checks a draft's texts with what is known of its media, in a worker with limits. */
export async function checkDraft(db: Database, townshipId: string, files: DraftFiles, media: DraftMedia): Promise<LessonCheck> {
  return checkFolder({ ...files, media: await knownMedia(db, townshipId, media) });
}

/** What its editor lists: what keeps the draft from being published, then what would be better. */
export function listedProblems(check: LessonCheck): LessonProblem[] {
  return [...(check.ok ? [] : check.problems), ...check.warnings];
}
