import { BASE, type BaseState, LOOK } from './base-state.ts';
import { SEND_TAG, sendInBackground } from './outbox/background-send.ts';
import { outboxKey } from './outbox/outbox-key.ts';
import { askManifest, bringUpToDate, heldItem, isFull, knownBase } from './worker/base.ts';
import { partOf } from './worker/part-of.ts';
import { worker } from './worker/scope.ts';
import { forgetOtherShells, installShell, type ShellFile, shellFile, shellName, standIn } from './worker/shell.ts';

/**
 * The kiosk without its network. Two caches: `furrow-shell-<build>` (scripts, styles, icons) and `furrow-base` (pages, pictures, sounds of the base).
 * Kiosk pages come from the kiosk first and are brought up to date behind them, by publication; `/api/` and the office pages are never kept.
 */
declare const __BUILD__: string;
// workbox-build writes the list here after the build.
const FILES = (globalThis as unknown as { __WB_MANIFEST: ShellFile[] }).__WB_MANIFEST;

const PAGE_PATIENCE_MS = 5_000;
const NOTHING = { build: __BUILD__, items: 0, bytes: 0, missingItems: 0, missingBytes: 0, doneItems: 0, doneBytes: 0 };

worker.addEventListener('install', (event) => {
  event.waitUntil(installOrSayWhy());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
  const path = url.pathname;
  if (path === '/') event.respondWith(frontDoor(event.request, url));
  else if (path.startsWith('/zh/') || path.startsWith('/en/')) event.respondWith(page(event.request, path));
  else if (path.startsWith('/media/')) event.respondWith(media(event.request, path));
  else if (/^\/(_astro|icons)\/|^\/(icon\.svg|manifest\.webmanifest)$/.test(path)) event.respondWith(shellFile(__BUILD__, event.request));
});

worker.addEventListener('sync', (event) => {
  if (event.tag === SEND_TAG) event.waitUntil(sendInBackground());
});

let looking: Promise<void> | null = null;
worker.addEventListener('message', (event) => {
  if ((event.data as { kind?: unknown } | null)?.kind !== LOOK) return;
  looking ??= look().finally(() => {
    looking = null;
  });
  event.waitUntil(looking);
});

/** A build that does not fit, or does not arrive whole, leaves the kiosk with the build it has. */
async function installOrSayWhy(): Promise<void> {
  try {
    await installShell(__BUILD__, FILES);
  } catch (error) {
    await caches.delete(shellName(__BUILD__));
    await tell({ ...NOTHING, kind: isFull(error) ? 'no-room' : 'network' });
    throw error;
  }
  await worker.skipWaiting();
}

/** `/` on a kiosk is its base's home, in the base's language unless the address asks for another. */
async function frontDoor(request: Request, url: URL): Promise<Response> {
  const known = await knownBase();
  if (!known) return orStandIn(request, url.pathname);
  const asked = url.searchParams.get('language');
  const language = asked === 'zh' || asked === 'en' ? asked : known.language;
  const home = `/${language}/bases/${known.base}/`;
  // A page that fetches `/` for itself wants the page, a browser that opens it wants the address.
  if (request.mode === 'navigate') return Response.redirect(home, 302);
  return page(new Request(home), home);
}

async function page(request: Request, path: string): Promise<Response> {
  return (await heldItem(path)) ?? orStandIn(request, path);
}

async function media(request: Request, path: string): Promise<Response> {
  const held = await heldItem(path);
  return held ? partOf(held, request.headers.get('range')) : fetch(request);
}

async function orStandIn(request: Request, path: string): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PAGE_PATIENCE_MS) });
  } catch {
    return standIn(path);
  }
}

/** Asks what this kiosk should hold, fetches what changed, tells every open page. */
async function look(): Promise<void> {
  const wanted = await askManifest();
  if (typeof wanted === 'string') {
    if (wanted === 'not-paired' && !(await knownBase())) await forgetOtherShells(__BUILD__);
    return tell({ ...NOTHING, kind: wanted });
  }
  // New pages need the new build's scripts: first the service worker of that build, then, from the page it takes over, the next look.
  if (wanted.build !== __BUILD__ && (await isReplaced())) return;
  const state = await bringUpToDate(wanted, __BUILD__, (change) => void tell(change));
  if (state.kind === 'whole') {
    await forgetOtherShells(__BUILD__);
    await outboxKey();
  }
  await tell(state);
}

/** Whether a newer service worker than this one is on its way, or could not be asked for. */
async function isReplaced(): Promise<boolean> {
  const { registration } = worker;
  try {
    await registration.update();
  } catch {
    await tell({ ...NOTHING, kind: 'network' });
    return true;
  }
  return Boolean(registration.installing ?? registration.waiting);
}

async function tell(state: BaseState): Promise<void> {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) client.postMessage({ kind: BASE, state });
}
