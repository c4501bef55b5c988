import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerJob } from './worker-job.ts';

export interface Limits {
  /** Milliseconds for the job itself, counted once the worker has loaded. */
  time: number;
  /** Megabytes of heap. */
  memory: number;
}

const LIMITS: Limits = { time: 5_000, memory: 128 };
const LOADING_TIME = 30_000;

/** One job in a thread of its own, ended when it takes too long (`seconds` it was given) or too much memory. */
export function runInWorker<Answer>(
  job: WorkerJob,
  limits: Partial<Limits> = {},
): Promise<{ ok: true; answer: Answer } | { ok: false; reason: 'too-slow'; seconds: number } | { ok: false; reason: 'too-large' }> {
  type Outcome = Awaited<ReturnType<typeof runInWorker<Answer>>>;
  const { time, memory } = { ...LIMITS, ...limits };
  const { promise, resolve: answer, reject } = Promise.withResolvers<Outcome>();
  const worker = new Worker(workerPath(), {
    workerData: job,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  const stop = () => answer({ ok: false, reason: 'too-slow', seconds: time / 1000 });
  let timer = setTimeout(stop, LOADING_TIME);
  worker.on('message', (message: 'ready' | Answer) => {
    clearTimeout(timer);
    if (message === 'ready') timer = setTimeout(stop, time);
    else answer({ ok: true, answer: message as Answer });
  });
  worker.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') answer({ ok: false, reason: 'too-large' });
    else reject(error);
  });
  worker.on('exit', (code) => reject(new Error(`The worker ended without an answer (exit code ${code})`)));
  return promise.finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}

// By path and not by import.meta.url: in the built server this file is bundled elsewhere, while Node runs the worker's source as it is.
function workerPath(): string {
  return resolve(process.env.FURROW_ROOT ?? process.cwd(), 'src/lesson-mdx/worker.ts');
}
