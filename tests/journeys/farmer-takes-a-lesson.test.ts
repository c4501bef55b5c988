import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { learnerAt } from '../support/stay.ts';

const LESSON = '/zh/lessons/drench-right/';
const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

describe('a farmer at the kiosk', () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let farmer: { village: string; number: string; pin: string };

  beforeAll(async () => {
    server = await startServer({ isDemo: true });
    browser = await launchBrowser();
    const [, village = '', number = '', pin = ''] = /farmer\s+(\S+) (\d{6})\s+(\d{4})/.exec(server.output()) ?? [];
    farmer = { village, number, pin };
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: SIZES.kiosk, locale: 'zh-CN' });
    page = await context.newPage();
    await page.goto(`${server.url}/`);
  });
  afterEach(() => context.close());

  async function enter(pin: string): Promise<void> {
    await page.goto(`${server.url}/zh/sign-in/?back=${LESSON}`);
    await page.locator('[data-village]', { hasText: farmer.village }).first().click();
    for (const digit of farmer.number + pin) await page.locator(`[data-key="${digit}"]`).click();
  }

  it('signs in, takes a lesson to its end, and every record arrives', async () => {
    await enter(farmer.pin);
    await page.locator('[data-yes]').click();
    await page.waitForURL(`**${LESSON}`);
    await page.locator('[data-begin]').click();
    for (let step = 0; step < 40 && (await page.locator('.finish').isHidden()); step += 1) {
      const question = page.locator('[data-screen]:not([hidden]) fieldset.question');
      if ((await question.count()) > 0) {
        const number = question.locator('input.number');
        if ((await number.count()) > 0) await number.fill('1');
        else await question.locator('.choice').first().click();
        await page.locator('[data-screen]:not([hidden]) [data-check]').click();
        expect(await page.locator('[data-screen]:not([hidden]) [data-verdict]').textContent()).toMatch(/[✓✗]/);
      }
      await page.locator('[data-next]').click();
    }
    expect(await page.locator('[data-finished]').isVisible()).toBe(true);
    await page.waitForFunction(() => document.querySelector('furrow-status')?.textContent === '已送出');
    expect((await learnerAt(page))?.lessons['drench-right']?.completedAt).not.toBeNull();
  }, 60_000);

  it('sees no name and no place after a wrong PIN', async () => {
    await enter(farmer.pin === '9174' ? '9175' : '9174');
    await page.waitForFunction(() => document.querySelector('[data-message]')?.textContent !== '');
    expect(await page.locator('[data-yes]').isVisible()).toBe(false);
    expect(await learnerAt(page)).toBeNull();
  }, 30_000);

  it('changes the language in one tap and stays on the step', async () => {
    await page.goto(`${server.url}${LESSON}#step-2`);
    await page.locator('[data-other-language]').click();
    await page.waitForURL('**/en/lessons/drench-right/#step-2');
    expect(await page.locator('[data-screen]:not([hidden]) .where').textContent()).toContain('Step 2');
  }, 30_000);

  it('is asked "still learning?" after a quiet while and then signed out', async () => {
    await enter(farmer.pin);
    await page.locator('[data-yes]').click();
    await page.waitForURL(`**${LESSON}`);
    await page.locator('furrow-lesson[data-ready]').waitFor();
    await page.locator('furrow-idle').evaluate((idle: HTMLElement) => {
      idle.dataset.seconds = '1';
      idle.dataset.countdown = '2';
    });
    await page.locator('furrow-idle dialog').waitFor({ state: 'visible' });
    await page.waitForURL('**/zh/bases/**');
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
  }, 30_000);

  it('meets no accessibility fault on any kiosk page, in either language', async () => {
    for (const language of ['zh', 'en']) {
      for (const path of [
        '',
        'bases/mutouyingzi/',
        'sign-in/',
        'courses/mutton-sheep-first-steps/',
        'lessons/drench-right/',
        'lessons/drench-right/#step-2',
        'me/',
        'pair/',
        'new-here/',
      ]) {
        await page.goto(`${server.url}/${language}/${path}`);
        const found = await page.evaluate<string[]>(`(() => { ${axe}; return axe.run().then((r) => r.violations.map((v) => v.id)) })()`);
        expect(found, `/${language}/${path}`).toEqual([]);
      }
    }
  }, 60_000);
});
