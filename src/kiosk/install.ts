import { LOOK } from './base-state.ts';
import './report.ts';

const LOOK_EVERY_MS = 5 * 60_000;

/** Asks the service worker to look for something new; without one (an unpaired browser, no secure context) nothing happens. */
export function look(): void {
  navigator.serviceWorker?.controller?.postMessage({ kind: LOOK });
}

// Without https a page may neither seal records nor hold the base: nobody should find that out by losing a lesson.
if (!globalThis.isSecureContext) {
  warn();
  // Every page brings a notice of its own.
  document.addEventListener('furrow:page', warn);
}

if ('serviceWorker' in navigator) {
  // A new service worker has taken over: it brings the pages of its build.
  navigator.serviceWorker.addEventListener('controllerchange', look);
  window.addEventListener('online', look);
  window.setInterval(look, LOOK_EVERY_MS);
  // After the page is whole: a farmer waits for the page, nobody for this.
  const install = () => {
    look();
    navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => undefined);
  };
  if (document.readyState === 'complete') install();
  else window.addEventListener('load', install);
}

function warn(): void {
  for (const notice of document.querySelectorAll<HTMLElement>('[data-insecure]')) notice.hidden = false;
}
