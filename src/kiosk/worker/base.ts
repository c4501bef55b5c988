import type { BaseState, KioskManifest, ManifestItem } from '../base-state.ts';

const CACHE = 'furrow-base';
const MANIFEST = '/api/kiosk-manifest/';
const DIGEST = 'x-furrow-digest';
const AT_ONCE = 4;
const PATIENCE_MS = 60_000;
/** Bytes a second: a video comes over a slow line too, as long as it comes. */
const SLOWEST_LINE = 20_000;

/** Which base this kiosk stands at and in which language it opens; null until it was told once. */
export async function knownBase(): Promise<KioskManifest | null> {
  const held = await caches.match(MANIFEST, { cacheName: CACHE });
  return held ? ((await held.json()) as KioskManifest) : null;
}

/** A page or a picture of the base; null when it is not held. What follows the question mark never changes a kiosk page. */
export async function heldItem(path: string): Promise<Response | null> {
  return (await caches.match(path, { cacheName: CACHE, ignoreVary: true })) ?? null;
}

/** The server's list of what this kiosk holds; the reason when there is none. */
export async function askManifest(): Promise<KioskManifest | 'not-paired' | 'network'> {
  try {
    const response = await fetch(MANIFEST, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.status === 401) return 'not-paired';
    return response.ok ? ((await response.json()) as KioskManifest) : 'network';
  } catch {
    return 'network';
  }
}

/**
 * Brings the base up to the list: only what changed is fetched, each item checked against its digest before it replaces the older one, and what is
 * listed no more is dropped at the end. `tell` hears the size first and then every item. Interrupted at any point it goes on where it stopped.
 */
export async function bringUpToDate(wanted: KioskManifest, build: string, tell: (state: BaseState) => void): Promise<BaseState> {
  const cache = await caches.open(CACHE);
  const missing: ManifestItem[] = [];
  for (const item of wanted.items) {
    const held = await cache.match(item.url);
    if (held?.headers.get(DIGEST) !== item.digest) missing.push(item);
  }
  // Pictures before the pages that show them.
  missing.sort((a, b) => Number(isPage(a)) - Number(isPage(b)));
  const state: BaseState = {
    kind: missing.length === 0 ? 'whole' : 'fetching',
    build,
    items: wanted.items.length,
    bytes: sum(wanted.items),
    missingItems: missing.length,
    missingBytes: sum(missing),
    doneItems: 0,
    doneBytes: 0,
  };
  try {
    await cache.put(MANIFEST, Response.json(wanted));
    if (missing.length > 0) tell(state);
    const queue = [...missing];
    const fetchNext = async () => {
      for (let item = queue.shift(); item; item = queue.shift()) {
        await keepItem(cache, item);
        state.doneItems += 1;
        state.doneBytes += item.bytes;
        tell({ ...state });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
    const listed = new Set([MANIFEST, ...wanted.items.map(({ url }) => url)]);
    for (const request of await cache.keys()) if (!listed.has(new URL(request.url).pathname)) await cache.delete(request);
    return { ...state, kind: 'whole' };
  } catch (error) {
    return { ...state, kind: isFull(error) ? 'no-room' : 'network' };
  }
}

/** The disk is full, or the browser grants this page no more of it. */
export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

async function keepItem(cache: Cache, { url, digest, bytes }: ManifestItem): Promise<void> {
  const patience = PATIENCE_MS + (bytes / SLOWEST_LINE) * 1000;
  const response = await fetch(url, { cache: isPage({ url }) ? 'no-cache' : 'default', signal: AbortSignal.timeout(patience) });
  if (response.status !== 200 || response.redirected) throw new Error(`${url} was answered with ${response.status}`);
  const body = await response.arrayBuffer();
  // A hotel's log-in page also answers 200. And a lesson published this minute comes with the next look.
  if ((await sha256(body)) !== digest) throw new Error(`${url} is not what the list promised`);
  const headers = new Headers(response.headers);
  headers.set(DIGEST, digest);
  await cache.put(url, new Response(body, { status: 200, headers }));
}

async function sha256(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isPage({ url }: { url: string }): boolean {
  return url.startsWith('/zh/') || url.startsWith('/en/');
}

function sum(items: ManifestItem[]): number {
  return items.reduce((bytes, item) => bytes + item.bytes, 0);
}
