import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LessonCheck, LessonFiles } from './check-lesson.ts';
import { FILE_START, lessonProblem } from './problems.ts';

interface Limits {
  /** Milliseconds for the check itself, counted once the worker has loaded. */
  time: number;
  /** Megabytes of heap. */
  memory: number;
}

const LIMITS: Limits = { time: 5_000, memory: 128 };
const LOADING_TIME = 30_000;

/** `checkLesson` in a thread of its own, ended when it takes too long (`too-slow`) or too much memory (`too-large`). */
export function checkLessonInWorker(files: LessonFiles, limits: Partial<Limits> = {}): Promise<LessonCheck> {
  const { time, memory } = { ...LIMITS, ...limits };
  const file = files.names?.zh ?? 'zh.mdx';
  const { promise, resolve: answer, reject } = Promise.withResolvers<LessonCheck>();
  const worker = new Worker(workerPath(), {
    workerData: files,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  const stop = () => answer({ ok: false, problems: [lessonProblem(file, FILE_START, 'too-slow', String(time / 1000))] });
  let timer = setTimeout(stop, LOADING_TIME);
  worker.on('message', (message: 'ready' | LessonCheck) => {
    clearTimeout(timer);
    if (message === 'ready') timer = setTimeout(stop, time);
    else answer(message);
  });
  worker.on('error', (error: Error & { code?: string }) => {
    const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (isMemory) answer({ ok: false, problems: [lessonProblem(file, FILE_START, 'too-large')] });
    else reject(error);
  });
  worker.on('exit', (code) => reject(new Error(`The lesson check ended without an answer (exit code ${code})`)));
  return promise.finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}

// By path and not by import.meta.url: in the built server this file is bundled elsewhere, while Node runs the worker's source as it is.
function workerPath(): string {
  return resolve(process.env.FURROW_ROOT ?? process.cwd(), 'src/lesson-mdx/worker.ts');
}
