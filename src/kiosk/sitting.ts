import { uuidv7 } from './uuid.ts';

/** One farmer's stay at this kiosk, from sign-in to sign-out; it outlives a page, never the browser tab. */
export interface Sitting {
  id: string;
  name: string;
  nextSeq: number;
  /** `lesson@version` of every lesson opened in this sitting. */
  opened: string[];
}

const KEY = 'furrow.sitting';

export function currentSitting(): Sitting | null {
  const kept = sessionStorage.getItem(KEY);
  return kept ? (JSON.parse(kept) as Sitting) : null;
}

export function beginSitting(name: string): Sitting {
  const sitting: Sitting = { id: uuidv7(Date.now()), name, nextSeq: 0, opened: [] };
  keepSitting(sitting);
  return sitting;
}

export function keepSitting(sitting: Sitting): void {
  sessionStorage.setItem(KEY, JSON.stringify(sitting));
}

/** Forgets the farmer; what was learned is in the outbox, sealed. */
export function clearSitting(): void {
  sessionStorage.clear();
}
