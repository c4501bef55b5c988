import type { Medium } from '../../domain/lessons/media/add-medium.ts';
import type { LessonProblem } from '../../lesson-mdx/checked-lesson.ts';

/** How an upload stands; bytes sent of `size`. `waiting`: the line is away, and it goes on by itself. */
export interface UploadState {
  kind: 'sending' | 'waiting' | 'checking';
  sent: number;
  size: number;
}

export type UploadOutcome = { ok: true; medium: Medium } | { ok: false; reason: string; problems?: LessonProblem[] };

const PATIENCE_MS = 60_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Sends a file in parts and comes back with the medium. A broken line is waited for; begun again with the same file it goes on where it stopped. Ends
 * with `session-ended` when nobody is signed in any more (call it again after signing in) and with `stopped` on `signal`.
 */
export async function uploadFile(
  file: File,
  base: string,
  tell: (state: UploadState) => void,
  signal: AbortSignal,
): Promise<UploadOutcome> {
  const size = file.size;
  const ask = (path: string, init: RequestInit, sent: number) => persist(path, init, signal, () => tell({ kind: 'waiting', sent, size }));
  const json = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ base, name: file.name, size, stamp: String(file.lastModified) }),
  };
  const begun = await ask('/api/uploads/', json, 0);
  if (!begun.ok) return begun as UploadOutcome;
  const { id, part } = begun as unknown as { id: string; part: number };
  let sent = Number(begun.received);
  while (sent < size) {
    tell({ kind: 'sending', sent, size });
    const answer = await ask(`/api/uploads/${id}/?first=${sent}`, { method: 'PATCH', body: file.slice(sent, sent + part) }, sent);
    // A part whose answer was lost is there already: the server says where to go on.
    if (!answer.ok && answer.reason !== 'upload-offset') return answer as UploadOutcome;
    sent = Number(answer.received);
  }
  tell({ kind: 'checking', sent, size });
  return (await ask(`/api/uploads/${id}/`, { method: 'POST' }, sent)) as UploadOutcome;
}

type Answer = Record<string, unknown> & { ok: boolean; reason?: string };

/** Asks until there is an answer. */
async function persist(path: string, init: RequestInit, signal: AbortSignal, isWaiting: () => void): Promise<Answer> {
  for (let pause = 1_000; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      const response = await fetch(path, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) });
      if (response.status < 500) return (await response.json()) as Answer;
    } catch {
      if (signal.aborted) return { ok: false, reason: 'stopped' };
    }
    isWaiting();
    await rest(pause, signal);
    if (signal.aborted) return { ok: false, reason: 'stopped' };
  }
}

/** Until `ms` are over, the network is back, or nobody waits any more. */
function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(clock);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const clock = setTimeout(done, ms);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
