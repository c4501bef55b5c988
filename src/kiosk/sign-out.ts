import { forgetLook } from './look.ts';
import { flush, record } from './records.ts';
import { clearSitting, currentSitting } from './sitting.ts';

/** Ends the sitting, waits a moment for its records, forgets the farmer and opens the welcome page. */
export async function signOut(): Promise<void> {
  if (currentSitting()) {
    await record({ verb: 'ended' });
    await flush(4_000);
  }
  clearSitting();
  forgetLook();
  await forgetCookie();
  window.location.replace(`/?language=${document.documentElement.lang.slice(0, 2)}`);
}

/** The pass in the cookie, without a sitting: "not me" right after the PIN. */
export async function forgetCookie(): Promise<void> {
  try {
    await fetch('/api/sign-out/', { method: 'POST' });
  } catch {
    // Without a network the server cannot be asked either; the cookie ends with the browser.
  }
}
