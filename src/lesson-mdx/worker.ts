import { parentPort, workerData } from 'node:worker_threads';
import { checkLesson } from './check-lesson.ts';
import { previewLesson } from './preview-lesson.ts';
import { lessonQuestions } from './question-files/lesson-questions.ts';
import { textChanges } from './text-changes.ts';
import type { WorkerJob } from './worker-job.ts';

// Loading takes longer than checking on a slow machine: the time limit starts at 'ready'.
parentPort?.postMessage('ready');
parentPort?.postMessage(await run(workerData as WorkerJob));

async function run(job: WorkerJob): Promise<unknown> {
  switch (job.kind) {
    case 'check':
      return checkLesson(job.files);
    case 'preview':
      return previewLesson(job.files, job.language);
    case 'changes':
      return textChanges(job.from, job.to);
    case 'questions':
      return lessonQuestions(job.source);
  }
}
