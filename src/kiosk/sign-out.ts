import { forgetLook } from './look.ts';
import { forgetWay, leaveFor } from './navigate.ts';
import { flush, record } from './records.ts';
import { clearSitting, currentSitting } from './sitting.ts';

const PATIENCE_MS = 2_000;
let isUnderWay = false;

/**
 * Ends the sitting, waits until it is on the disk (and a moment until it is sent), forgets the farmer and the way they took, and opens the welcome page
 * as a new document, in the language of the base.
 */
export async function signOut(): Promise<void> {
  if (isUnderWay) return;
  isUnderWay = true;
  if (currentSitting()) {
    await record({ verb: 'ended' });
    await flush(navigator.onLine ? PATIENCE_MS : 0);
  }
  clearSitting();
  forgetLook();
  await forgetLanguage();
  await forgetWay();
  await leaveFor('/');
  isUnderWay = false;
}

/** A language that a farmer chose goes with the farmer. */
async function forgetLanguage(): Promise<void> {
  try {
    await fetch('/api/sign-out/', { method: 'POST', signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    // Without a network the service worker opens the base's home, in the base's language.
  }
}
