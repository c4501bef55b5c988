import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { learnerAt } from '../support/stay.ts';

/** What the demo prints of one farmer. */
interface Farmer {
  village: string;
  number: string;
  pin: string;
}

describe('two farmers in a row on one kiosk', () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let farmers: Farmer[];

  beforeAll(async () => {
    server = await startServer({ isDemo: true });
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: SIZES.kiosk, locale: 'zh-CN' });
    page = await context.newPage();
    farmers = Array.from(server.output().matchAll(/farmer\s+(\S+) (\d{6})\s+(\d{4})/g), ([, village = '', number = '', pin = '']) => ({
      village,
      number,
      pin,
    }));
    await page.goto(`${server.url}/`);
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Signs in, learns two steps and an answer; gives the name and the pass that the page was told. */
  async function learn(farmer: Farmer): Promise<{ name: string; secrets: string[] }> {
    const told = page.waitForResponse((response) => response.url().endsWith('/api/sign-in/'));
    await page.goto(`${server.url}/zh/sign-in/?back=/zh/lessons/drench-right/`);
    await page.locator('[data-village]', { hasText: farmer.village }).first().click();
    for (const digit of farmer.number + farmer.pin) await page.locator(`[data-key="${digit}"]`).click();
    const answer = (await (await told).json()) as { name: string; learnerId: string; pass: string };
    await page.locator('[data-yes]').click();
    await page.locator('[data-begin]').click();
    for (let step = 0; step < 2; step += 1) await page.locator('[data-next]').click();
    // Going from page to page keeps the sitting.
    await page.locator('.brand').click();
    await page.locator('[data-hello]', { hasText: answer.name }).waitFor();
    await page.locator('furrow-status', { hasText: '已送出' }).waitFor();
    return { name: answer.name, secrets: [answer.name, answer.learnerId, answer.pass, farmer.number] };
  }

  async function signOut(): Promise<void> {
    await page.locator('[data-signed-in] button', { hasText: '退出' }).click();
    await page.locator('[data-signed-out] a:visible').waitFor();
  }

  /** Everything a page can read in this browser: storages, databases, caches, cookies, history state, the document. */
  async function readable(): Promise<string> {
    const inPage = await page.evaluate(async () => {
      const seen: unknown[] = [
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        history.state,
        document.documentElement.outerHTML,
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
    return inPage + JSON.stringify(await context.cookies());
  }

  it('nothing of the first is readable to the second: storage, database, cache, cookie, history, back button', async () => {
    const [one, two] = farmers;
    if (!one || !two) throw new Error('The demo named fewer than two farmers.');
    const first = await learn(one);
    // While somebody learns, the document alone may name them.
    expect(await readable()).toContain(first.name);
    await signOut();
    const left = await readable();
    for (const secret of first.secrets) expect(left).not.toContain(secret);
    expect(left).toContain('sealed');

    for (let back = 0; back < 4; back += 1) {
      await page.goBack({ waitUntil: 'load' }).catch(() => null);
      if (page.url() === 'about:blank') break;
      await page.waitForTimeout(300);
      const seen = await readable();
      for (const secret of first.secrets) expect(seen).not.toContain(secret);
      expect(await page.locator('[data-signed-in]:visible').count()).toBe(0);
    }

    await page.goto(`${server.url}/`);
    const second = await learn(two);
    expect(second.name).not.toBe(first.name);
    const seen = await readable();
    for (const secret of first.secrets) expect(seen).not.toContain(secret);
    expect((await learnerAt(page))?.learnerId).toBe(second.secrets[1]);
    await signOut();
  }, 90_000);

  it('a reload signs out: whoever comes next starts anew', async () => {
    const [one] = farmers;
    if (!one) throw new Error('The demo named no farmer.');
    const { secrets } = await learn(one);
    await page.reload();
    await page.locator('[data-signed-out] a:visible').waitFor();
    const seen = await readable();
    expect(seen).not.toContain(secrets[0]);
  }, 60_000);
});
