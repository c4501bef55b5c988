import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** Everything whoever stands before the screen can read in this browser: storages, databases, caches, cookies, what the history remembers, the document. */
export async function readableIn(page: Page): Promise<string> {
  const inPage = await page.evaluate(async () => {
    const seen: unknown[] = [
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      history.state,
      window.navigation.entries().map((entry) => [entry.url, entry.getState()]),
      performance.getEntries().map(({ name }) => name),
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input')].map(({ value }) => value),
      window.name,
    ];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        seen.push(rows);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) seen.push(request.url, await (await cache.match(request))?.text());
    }
    return JSON.stringify(seen);
  });
  return inPage + JSON.stringify(await page.context().cookies());
}

/** Every string in the memory of the pages and workers of a browser, once what nobody holds any more was swept away. */
export async function heldInMemory(browser: Browser): Promise<Record<string, string>> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const held: Record<string, string> = {};
  for (const { targetId, type } of targetInfos.filter((target) => ['page', 'service_worker'].includes(target.type))) {
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    let snapshot = '';
    const taken = new Promise<void>((done) => {
      session.on('Target.receivedMessageFromTarget', (event) => {
        if (event.sessionId !== sessionId) return;
        const message = JSON.parse(event.message) as { id?: number; method?: string; params?: { chunk: string } };
        if (message.method === 'HeapProfiler.addHeapSnapshotChunk') snapshot += message.params?.chunk ?? '';
        if (message.id === 1) done();
      });
    });
    const take = JSON.stringify({ id: 1, method: 'HeapProfiler.takeHeapSnapshot', params: { reportProgress: false } });
    await session.send('Target.sendMessageToTarget', { sessionId, message: take });
    await taken;
    await session.send('Target.detachFromTarget', { sessionId });
    held[type] = (held[type] ?? '') + (JSON.parse(snapshot) as { strings: string[] }).strings.join('\n');
  }
  await session.detach();
  return held;
}

/** The files of a browser's profile in which one of these texts stands, in either way Chromium writes text. */
export function filesNaming(profile: string, texts: readonly string[]): string[] {
  const wanted = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return wanted.some((text) => bytes.includes(text));
    });
}
