import { outboxKey } from './outbox-key.ts';
import { seal } from './seal.ts';
import { STRICT, store } from './store.ts';

/** Why a record could not be written down; each has a sentence that tells the farmer what to do. */
export type CannotSave = 'no-key' | 'not-secure' | 'no-room' | 'broken';

/** Seals a record and writes it to the disk. Resolves when it would survive a pulled plug; throws `NotSaved` otherwise. */
export async function addToOutbox(record: { id: string; sequence?: number }): Promise<void> {
  if (!globalThis.isSecureContext) throw new NotSaved('not-secure');
  const key = await outboxKey();
  if (!key) throw new NotSaved('no-key');
  const entry = {
    id: record.id,
    keyId: key.keyId,
    sealed: await seal(key, record),
    storedAt: Date.now(),
    waiting: 1,
    answeredAt: null,
    refused: null,
  } as const;
  try {
    const transaction = (await store()).transaction('entries', 'readwrite', STRICT);
    await Promise.all([transaction.store.add(entry), transaction.done]);
  } catch (error) {
    throw new NotSaved(error instanceof DOMException && error.name === 'QuotaExceededError' ? 'no-room' : 'broken');
  }
}

export class NotSaved extends Error {
  readonly reason: CannotSave;
  constructor(reason: CannotSave) {
    super(`The record was not saved: ${reason}`);
    this.reason = reason;
  }
}
