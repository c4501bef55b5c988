import type { LessonCheck } from '../../lesson-mdx/check-lesson.ts';
import { checkLessonInWorker } from '../../lesson-mdx/check-lesson-in-worker.ts';
import type { KnownFolder } from './lesson-folder.ts';

/** Checks a folder away from this thread. The files are kept as they came; only the check does without a byte order mark. */
export async function checkFolder(folder: KnownFolder): Promise<LessonCheck> {
  return checkLessonInWorker({
    metadata: withoutMark(folder.metadata),
    zh: withoutMark(folder.zh),
    en: withoutMark(folder.en),
    media: folder.media,
  });
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
