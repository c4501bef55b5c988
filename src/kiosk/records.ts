import { addToOutbox, type CannotSave, NotSaved } from './outbox/add.ts';
import { SEND_TAG } from './outbox/background-send.ts';
import { hasRoom } from './outbox/room.ts';
import { countEntries, type Round, sendWaiting } from './outbox/send.ts';
import { takeSittingSequence } from './outbox/sitting-sequence.ts';
import { currentSitting } from './sitting.ts';
import { uuidv7 } from './uuid.ts';

/** Who begins: the pass the server gave, or, while it is out of reach, a card or a number with the PIN, to be judged when it arrives. */
export type Beginner =
  | { who: string }
  | { card: { token: string; pin?: string } }
  | { claim: { villageId: string; number: string; pin: string } }
  | { newHere: { name: string; villageId: string; birthYear: number } }
  | { group: { code: string; seats: { seat: number; number?: string; card?: string }[] } };

/** What happened, without what every record carries anyway. */
export type Happening =
  | ({ verb: 'began' } & Beginner)
  | { verb: 'opened' | 'finished'; lesson: string; version: number }
  | { verb: 'rated'; lesson: string; version: number; rating: 'good' | 'fair' | 'poor' }
  | { verb: 'stepped'; lesson: string; version: number; step: number }
  | {
      verb: 'answered' | 'tested-before' | 'tested-after';
      lesson: string;
      version: number;
      question: string;
      response: string | string[] | boolean | number;
    }
  | { verb: 'ended' };

/** How the records of this kiosk stand, for the quiet line at the foot of the page. */
export interface RecordStatus {
  waiting: number;
  refused: number;
  isSending: boolean;
  /** Why the last record could not be written down, or the last round was not answered. */
  problem: CannotSave | 'not-paired' | null;
}

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

let lastWritten: Promise<unknown> = Promise.resolve();
let sending: Promise<Round> | null = null;
let problem: RecordStatus['problem'] = null;
let isAskedAgain = false;
let tries = 0;
let retry: number | undefined;

/**
 * Writes down what happened in the sitting. Resolves with true when it is sealed on this kiosk's disk, where a pulled plug does not reach it, and
 * with false when it could not be saved (the line at the foot says why). Without a sitting (just looking) nothing is written.
 */
export function record(happening: Happening): Promise<boolean> {
  const sitting = currentSitting();
  if (!sitting) return Promise.resolve(true);
  const now = Date.now();
  const made = { ...happening, id: uuidv7(now), sitting: sitting.id, seq: sitting.nextSeq, at: new Date(now).toISOString() };
  sitting.nextSeq += 1;
  // One after the other: the order on the disk is the order of what happened.
  const written = lastWritten.then(() => write(made));
  lastWritten = written;
  return written;
}

/** Resolves with true when the server has answered for everything, or with false after `limitMs`. */
export async function flush(limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  await lastWritten;
  void send();
  for (;;) {
    if ((await countEntries()).waiting === 0) return true;
    if (Date.now() >= until) return false;
    await pause(Math.min(200, until - Date.now()));
  }
}

/** Sends whatever waits, from this page or from an earlier day; tries again by itself, ever less often. */
export function send(): Promise<Round> {
  // A round that is about to end may have looked before this record was there.
  if (sending) isAskedAgain = true;
  sending ??= sendOnce().finally(() => {
    sending = null;
    if (isAskedAgain) void send();
    else void announce();
  });
  return sending;
}

async function sendOnce(): Promise<Round> {
  window.clearTimeout(retry);
  isAskedAgain = false;
  void announce();
  const round = await sendWaiting().catch((): Round => ({ ok: false, reason: 'server' }));
  if (round.ok) {
    tries = 0;
    if (problem === 'not-paired') problem = null;
    return round;
  }
  if (round.reason === 'not-paired') problem = 'not-paired';
  // With jitter: the kiosks of a base must not knock all at once when the network is back.
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries) * (0.5 + Math.random());
  retry = window.setTimeout(() => void send(), pauseMs);
  tries += 1;
  void wakeServiceWorker();
  return round;
}

async function write(made: Happening & { id: string }): Promise<boolean> {
  try {
    // Nobody begins to learn what could not be kept.
    if (made.verb === 'began' && !(await hasRoom())) throw new NotSaved('no-room');
    await addToOutbox(made.verb === 'began' ? { ...made, sequence: await takeSittingSequence() } : made);
    if (problem !== 'not-paired') problem = null;
  } catch (error) {
    problem = error instanceof NotSaved ? error.reason : 'broken';
    void announce();
    return false;
  }
  void announce();
  void send();
  return true;
}

/** Where the browser knows Background Sync, it sends even after this page is closed. */
async function wakeServiceWorker(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration().catch(() => undefined)) as
    | (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } })
    | undefined;
  await registration?.sync?.register(SEND_TAG).catch(() => undefined);
}

/** Tells the line at the foot of the page how the records stand. */
export async function announce(): Promise<void> {
  const counted = await countEntries().catch(() => ({ waiting: 0, refused: 0 }));
  const detail: RecordStatus = { ...counted, isSending: sending !== null, problem };
  document.dispatchEvent(new CustomEvent('furrow:records', { detail }));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
