import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../support/answering.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { launchKillable } from '../support/killable-browser.ts';
import { filesNaming, heldInMemory, readableIn } from '../support/readable.ts';
import { type RunningServer, startServer, temporaryFolder } from '../support/server.ts';
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

  /** Signs in, learns as far as a question and answers it, looks at the own levels; gives the name and the pass that the page was told. */
  async function learn(farmer: Farmer, at: Page = page): Promise<{ name: string; secrets: string[] }> {
    const told = at.waitForResponse((response) => response.url().endsWith('/api/sign-in/'));
    await at.goto(`${server.url}/zh/sign-in/?back=/zh/lessons/drench-right/`);
    await at.locator('[data-village]', { hasText: farmer.village }).first().click();
    for (const digit of farmer.number + farmer.pin) await at.locator(`[data-key="${digit}"]`).click();
    const person = (await (await told).json()) as { name: string; learnerId: string; pass: string };
    await at.locator('[data-yes]').click();
    await at.locator('[data-begin]').click();
    do await at.locator('[data-next]').click();
    while ((await answer(at, 'wrong')) === null);
    await at.locator('[data-next]').click();
    // Going from page to page keeps the sitting.
    await at.locator('.brand').click();
    await at.locator('a[href$="/me/"]:visible').click();
    await at.locator('furrow-personal[data-ready]').waitFor();
    await at.locator('.brand').click();
    await at.locator('[data-hello]', { hasText: person.name }).waitFor();
    await at.locator('furrow-status', { hasText: '已送出' }).waitFor();
    return { name: person.name, secrets: [person.name, person.learnerId, person.pass, farmer.number] };
  }

  async function signOut(at: Page = page): Promise<void> {
    await at.locator('[data-signed-in] button', { hasText: '退出' }).click();
    await at.locator('[data-signed-out] a:visible').waitFor();
  }

  it('nothing of the first is readable to the second: storage, database, cache, cookie, history, back button', async () => {
    const [one, two] = farmers;
    if (!one || !two) throw new Error('The demo named fewer than two farmers.');
    const first = await learn(one);
    // While somebody learns, the document alone may name them.
    expect(await readableIn(page)).toContain(first.name);
    await signOut();
    const left = await readableIn(page);
    for (const secret of first.secrets) expect(left).not.toContain(secret);
    expect(left).toContain('sealed');

    for (let back = 0; back < 4; back += 1) {
      await page.goBack({ waitUntil: 'load' }).catch(() => null);
      if (page.url() === 'about:blank') break;
      await page.waitForTimeout(300);
      const seen = await readableIn(page);
      for (const secret of first.secrets) expect(seen).not.toContain(secret);
      expect(await page.locator('[data-signed-in]:visible').count()).toBe(0);
    }

    await page.goto(`${server.url}/`);
    const second = await learn(two);
    expect(second.name).not.toBe(first.name);
    const seen = await readableIn(page);
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
    const seen = await readableIn(page);
    expect(seen).not.toContain(secrets[0]);
  }, 60_000);

  it('nor does the memory of page and service worker hold any of it, nor a file of the browser’s, running or closed', async () => {
    const [one] = farmers;
    if (!one) throw new Error('The demo named no farmer.');
    const profile = temporaryFolder();
    const { context: own, kill } = await launchKillable(profile);
    try {
      const at = await own.newPage();
      await at.goto(`${server.url}/zh/kiosk/`);
      await at.locator('[data-courses]', { hasText: '都存好了' }).waitFor();
      const { name, secrets } = await learn(one, at);
      const kiosk = own.browser();
      if (!kiosk) throw new Error('no browser');
      expect((await heldInMemory(kiosk)).page).toContain(name);
      await signOut(at);
      const { page: inPage = '', service_worker: inWorker = '' } = await heldInMemory(kiosk);
      expect(inWorker).toContain('furrow');
      expect(secrets.filter((secret) => inPage.includes(secret) || inWorker.includes(secret))).toEqual([]);
      expect(filesNaming(profile, secrets)).toEqual([]);
      const session = await kiosk.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await expect.poll(() => kiosk.isConnected()).toBe(false);
      expect(filesNaming(profile, ['furrow']).length).toBeGreaterThan(0);
      expect(filesNaming(profile, secrets)).toEqual([]);
    } finally {
      await kill();
      rmSync(profile, { recursive: true, force: true });
    }
  }, 120_000);
});
