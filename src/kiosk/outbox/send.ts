import { type Entry, keepSetting, STRICT, setting, store } from './store.ts';

interface Verdicts {
  epoch: string;
  accepted: string[];
  duplicate: string[];
  conflict: string[];
  rejected: { id: string; reason: string }[];
}

/** How a round of sending ended: everything answered, or why not and whether trying again may help. */
export type Round = { ok: true } | { ok: false; reason: 'unreachable' | 'server' | 'not-paired' };

const MOST_IN_A_BATCH = 50;
const KEEP_MS = 30 * 24 * 3600 * 1000;

/** Sends what waits, oldest first, batch by batch. Pages and the service worker share one lock, so a record is never on the way twice at once. */
export function sendWaiting(): Promise<Round> {
  const lock = globalThis.navigator?.locks;
  return lock ? lock.request('furrow-send', () => sendAll()) : sendAll();
}

/** How many entries wait, and how many the server refused. */
export async function countEntries(): Promise<{ waiting: number; refused: number }> {
  const database = await store();
  const waiting = await database.countFromIndex('entries', 'waiting', IDBKeyRange.bound([1], [1, []]));
  // An entry without a reason is not in this index.
  return { waiting, refused: await database.countFromIndex('entries', 'refused') };
}

async function sendAll(): Promise<Round> {
  let size = MOST_IN_A_BATCH;
  let after = 0;
  for (let batch = await nextBatch(after, size); batch.length > 0; batch = await nextBatch(after, size)) {
    const verdicts = await post(batch);
    if (verdicts === 'server' && size > 1) {
      // One record the server chokes on must not hold up its neighbours for ever: find it …
      size = Math.ceil(size / 4);
    } else if (verdicts === 'server' && after === 0) {
      // … and let the others pass it once.
      after = batch[0]?.n ?? 0;
    } else if (typeof verdicts === 'string') {
      return { ok: false, reason: verdicts };
    } else {
      await noteEpoch(verdicts.epoch);
      await settle(verdicts, after > 0);
      if (after > 0) after = batch.at(-1)?.n ?? after;
    }
  }
  if (after > 0) return { ok: false, reason: 'server' };
  await forgetOld();
  return { ok: true };
}

async function nextBatch(after: number, size: number): Promise<Entry[]> {
  return (await store()).getAllFromIndex('entries', 'waiting', IDBKeyRange.bound([1, after], [1, []], true), size);
}

async function post(batch: Entry[]): Promise<Verdicts | 'unreachable' | 'server' | 'not-paired'> {
  const sealed = batch.map(({ id, keyId, sealed: text }) => ({ id, keyId, sealed: text }));
  try {
    const response = await fetch('/api/records/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: new Date().toISOString(), sealed }),
      // A page that is being left still gets its last records out (browsers allow 64 kB).
      keepalive: batch.length <= 20,
      signal: AbortSignal.timeout(30_000),
    });
    if (response.ok) return (await response.json()) as Verdicts;
    if (response.status === 401) return 'not-paired';
    return response.status === 503 || response.status === 429 ? 'unreachable' : 'server';
  } catch {
    return 'unreachable';
  }
}

/** A new epoch says that the server's database was restored from a backup: what it had answered may be gone. */
async function noteEpoch(epoch: string): Promise<void> {
  const before = await setting('epoch');
  if (before === epoch) return;
  if (before !== undefined) await waitAgain();
  await keepSetting('epoch', epoch);
}

/** Everything still kept is sent once more; the server says "duplicate" to what it has. */
async function waitAgain(): Promise<void> {
  const transaction = (await store()).transaction('entries', 'readwrite', STRICT);
  for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
    await cursor.update({ ...cursor.value, waiting: 1, answeredAt: null, refused: null });
  }
  await transaction.done;
}

async function settle(verdicts: Verdicts, isPassing: boolean): Promise<void> {
  // Behind a record that is held up may be the rest of its sitting: "unknown" is no last word while the beginning still waits.
  const rejected = verdicts.rejected.filter(({ reason }) => !(isPassing && reason === 'unknown-sitting'));
  const reasons = new Map(rejected.map(({ id, reason }) => [id, reason]));
  for (const id of verdicts.conflict) reasons.set(id, 'conflict');
  const answered = [...verdicts.accepted, ...verdicts.duplicate, ...reasons.keys()];
  const transaction = (await store()).transaction('entries', 'readwrite', STRICT);
  for (const id of answered) {
    const entry = await transaction.store.index('id').get(id);
    if (entry) await transaction.store.put({ ...entry, waiting: 0, answeredAt: Date.now(), refused: reasons.get(id) ?? null });
  }
  await transaction.done;
}

/** Thirty days after its own id was answered an entry is forgotten: a backup older than that brings nothing of it back. */
async function forgetOld(): Promise<void> {
  const before = Date.now() - KEEP_MS;
  const transaction = (await store()).transaction('entries', 'readwrite', STRICT);
  for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
    if (cursor.value.waiting === 0 && (cursor.value.answeredAt ?? 0) < before) await cursor.delete();
  }
  await transaction.done;
}
