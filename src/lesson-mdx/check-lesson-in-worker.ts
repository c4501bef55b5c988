import type { LessonCheck, LessonFiles } from './check-lesson.ts';
import { FILE_START, lessonProblem } from './problems.ts';
import { runInWorker } from './run-in-worker.ts';

/** `checkLesson` in a thread apart, ended when it takes longer than `time` (milliseconds; `too-slow`) or too much memory (`too-large`). */
export async function checkLessonInWorker(files: LessonFiles, time?: number): Promise<LessonCheck> {
  const outcome = await runInWorker<LessonCheck>({ kind: 'check', files }, time);
  if (outcome.ok) return outcome.answer;
  const seconds = outcome.reason === 'too-slow' ? String(outcome.seconds) : '';
  return { ok: false, problems: [lessonProblem(files.names?.zh ?? 'zh.mdx', FILE_START, outcome.reason, seconds)], warnings: [] };
}
