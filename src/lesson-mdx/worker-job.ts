import type { LessonFiles } from './check-lesson.ts';
import type { Language } from './checked-lesson.ts';
import type { LessonTexts } from './lesson-text.ts';

/** What a worker is asked to do: everything that reads a text somebody typed. */
export type WorkerJob =
  | { kind: 'check'; files: LessonFiles }
  | { kind: 'preview'; files: LessonFiles; language: Language }
  | { kind: 'changes'; from: LessonTexts; to: LessonTexts }
  | { kind: 'questions'; source: string };
