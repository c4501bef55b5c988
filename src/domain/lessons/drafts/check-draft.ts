import type { Database } from '../../../../db/connect.ts';
import type { LessonCheck } from '../../../lesson-mdx/check-lesson.ts';
import { checkFolder } from '../check-folder.ts';
import type { DraftFiles, DraftMedia } from './draft.ts';
import { mediaBytes } from './drafts-queries.ts';

/** Checks a draft's texts with its media, in a worker with limits. */
export async function checkDraft(db: Database, townshipId: string, files: DraftFiles, media: DraftMedia): Promise<LessonCheck> {
  return checkFolder({ ...files, media: await mediaBytes(db, townshipId, media) });
}
