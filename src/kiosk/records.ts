import { currentSitting, keepSitting } from './sitting.ts';
import { uuidv7 } from './uuid.ts';

/** What happened, without what every record carries anyway. */
export type Happening =
  | { verb: 'began'; who: string }
  | { verb: 'opened' | 'finished'; lesson: string; version: number }
  | { verb: 'stepped'; lesson: string; version: number; step: number }
  | { verb: 'answered'; lesson: string; version: number; question: string; response: string | string[] | boolean | number }
  | { verb: 'ended' };

type LearningRecord = Happening & { id: string; sitting: string; seq: number; at: string };

interface Verdicts {
  accepted: string[];
  duplicate: string[];
  conflict: string[];
  rejected: { id: string; reason: string }[];
}

/** How the records of this kiosk stand, for the quiet line at the foot of the page. */
export interface RecordStatus {
  waiting: number;
  refused: number;
  isSending: boolean;
}

// Unsent records wait here from page to page; sign-out leaves what is still unsent.
const KEY = 'furrow.unsent';
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];
const MOST_IN_A_BATCH = 50;

let tries = 0;
let refused = 0;
let sending: Promise<void> | null = null;
let retry: number | undefined;

/** Writes down what happened in the sitting and sends it at once. Without a sitting (just looking) nothing is written. */
export function record(happening: Happening): void {
  const sitting = currentSitting();
  if (!sitting) return;
  const now = Date.now();
  const made = {
    ...happening,
    id: uuidv7(now),
    sitting: sitting.id,
    seq: sitting.nextSeq,
    at: new Date(now).toISOString(),
  } as LearningRecord;
  sitting.nextSeq += 1;
  keepSitting(sitting);
  keepUnsent([...unsent(), made]);
  void send();
}

/** Resolves with true when everything was answered, or with false after `limitMs`. */
export async function flush(limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (unsent().length > 0 && Date.now() < until) {
    await Promise.race([send(), pause(until - Date.now())]);
    if (unsent().length > 0) await pause(200);
  }
  return unsent().length === 0;
}

/** Forgets the farmer, keeps what has not been sent. */
export function clearSitting(): void {
  const waiting = unsent();
  sessionStorage.clear();
  if (waiting.length > 0) keepUnsent(waiting);
}

/** Tries again with whatever an earlier page left. */
export function send(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = null;
    announce();
  });
  return sending;
}

async function sendAll(): Promise<void> {
  window.clearTimeout(retry);
  while (unsent().length > 0) {
    announce();
    const batch = unsent().slice(0, MOST_IN_A_BATCH);
    const verdicts = await post(batch);
    if (!verdicts) {
      retry = window.setTimeout(send, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]);
      tries += 1;
      return;
    }
    tries = 0;
    refused += verdicts.rejected.length + verdicts.conflict.length;
    const answered = new Set([...verdicts.accepted, ...verdicts.duplicate, ...verdicts.conflict, ...verdicts.rejected.map(({ id }) => id)]);
    if (answered.size === 0) return;
    keepUnsent(unsent().filter(({ id }) => !answered.has(id)));
  }
}

async function post(records: LearningRecord[]): Promise<Verdicts | null> {
  try {
    const body = JSON.stringify({ now: new Date().toISOString(), records });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/api/records/', { method: 'POST', keepalive: true, headers, body });
    return response.ok ? ((await response.json()) as Verdicts) : null;
  } catch {
    return null;
  }
}

function unsent(): LearningRecord[] {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as LearningRecord[];
}

function keepUnsent(records: LearningRecord[]): void {
  sessionStorage.setItem(KEY, JSON.stringify(records));
}

function announce(): void {
  const detail: RecordStatus = { waiting: unsent().length, refused, isSending: sending !== null };
  document.dispatchEvent(new CustomEvent('furrow:records', { detail }));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
