import { STRICT, store } from './store.ts';

/** The number of the sitting that begins now: one more than the last on this kiosk, whatever its clock says. */
export async function takeSittingSequence(): Promise<number> {
  const transaction = (await store()).transaction('settings', 'readwrite', STRICT);
  const kept = await transaction.store.get('nextSitting');
  // A kiosk whose storage was wiped starts above every number it gave before.
  const next = typeof kept === 'number' ? kept : Date.now();
  await transaction.store.put(next + 1, 'nextSitting');
  await transaction.done;
  return next;
}
