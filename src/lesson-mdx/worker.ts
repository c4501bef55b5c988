import type { MessagePort } from 'node:worker_threads';
import { checkLesson } from './check-lesson.ts';
import { previewLesson } from './preview-lesson.ts';
import { lessonQuestions } from './question-files/lesson-questions.ts';
import { textChanges } from './text-changes.ts';
import type { WorkerJob } from './worker-job.ts';

/** What a thread of the pool runs. It says on `begins` that the job has begun: from then on the time counts. */
export default function work({ job, begins }: { job: WorkerJob; begins: MessagePort }): unknown {
  begins.postMessage('begun');
  begins.close();
  return run(job);
}

function run(job: WorkerJob): unknown {
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
