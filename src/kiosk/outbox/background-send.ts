import { sendWaiting } from './send.ts';

/** The name under which the service worker is woken when the network is back, with no page open. */
export const SEND_TAG = 'furrow-send';

/** For the service worker's `sync` event: throws while something still waits, so that the browser wakes it again. */
export async function sendInBackground(): Promise<void> {
  const round = await sendWaiting();
  if (!round.ok && round.reason !== 'not-paired') throw new Error(`Records still wait: ${round.reason}`);
}
