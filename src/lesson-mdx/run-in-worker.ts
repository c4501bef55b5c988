import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import Tinypool from 'tinypool';
import type { WorkerJob } from './worker-job.ts';

/** Milliseconds for the job itself, counted from the moment the worker begins it. */
const TIME = 5_000;
/** Milliseconds until a worker begins it: it may have to load first, or to wait for others. */
const BEGINNING_TIME = 30_000;

let pool: Tinypool | undefined;

/**
 * One job in a thread apart, ended when it takes longer than `time` (milliseconds) or too much memory; the next job gets another thread then.
 * Two threads at most, one job each; a thread that did its job well is used again, since loading takes far longer than a job.
 */
export async function runInWorker<Answer>(
  job: WorkerJob,
  time = TIME,
): Promise<{ ok: true; answer: Answer } | { ok: false; reason: 'too-slow'; seconds: number } | { ok: false; reason: 'too-large' }> {
  const { port1: begun, port2: begins } = new MessageChannel();
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), BEGINNING_TIME);
  begun.once('message', () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), time);
  });
  try {
    pool ??= startPool();
    return { ok: true, answer: await pool.run({ job, begins }, { signal: stop.signal, transferList: [begins] }) };
  } catch (error) {
    if (stop.signal.aborted) return { ok: false, reason: 'too-slow', seconds: time / 1000 };
    if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY') return { ok: false, reason: 'too-large' };
    throw error;
  } finally {
    clearTimeout(timer);
    begun.close();
  }
}

function startPool(): Tinypool {
  return new Tinypool({
    filename: workerAddress(),
    // Never none: jobs that wait while a thread is ended would wait for ever.
    minThreads: 1,
    maxThreads: 2,
    idleTimeout: 60_000,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
}

// By path and not by import.meta.url: in the built server this file is bundled elsewhere, while Node runs the worker's source as it is.
function workerAddress(): string {
  return pathToFileURL(resolve(process.env.FURROW_ROOT ?? process.cwd(), 'src/lesson-mdx/worker.ts')).href;
}
