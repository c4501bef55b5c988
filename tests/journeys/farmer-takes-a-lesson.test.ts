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
      const here = page.locator('[data-screen]:not([hidden])');
      const number = here.locator('input.number');
      if ((await number.count()) > 0) await number.fill('1');
      else if ((await here.locator('[data-item]').count()) > 0)
        for (const item of await here.locator('[data-item]').all()) await item.click();
      else if ((await here.locator('.choice').count()) > 0) await here.locator('.choice').first().click();
      if ((await here.locator('[data-check]').count()) > 0) {
        await here.locator('[data-check]').click();
        expect(await here.locator('[data-verdict]').textContent()).toMatch(/[✓✗]/);
      }
      await page.locator('[data-next]').click();
    }
    expect(await page.locator('[data-finished]').isVisible()).toBe(true);
    await page.waitForFunction(() => document.querySelector('furrow-status')?.textContent === '已送出');
    expect((await learnerAt(page))?.lessons['drench-right']?.completedAt).not.toBeNull();
    // What the farmer thinks of it: one touch of a face, and another one corrects it.
    for (const face of ['poor', 'good']) await page.locator(`[data-rating="${face}"]`).click();
    await page.locator('[data-thanked]', { hasText: '记下了' }).waitFor();
    expect(await page.locator('[data-rating][aria-pressed="true"]').getAttribute('data-rating')).toBe('good');
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

  const introduction = () => page.locator('dialog.introduction[open]');
  /** Which of the three scenes can be seen. */
  const seen = () =>
    page.locator('.scene').evaluateAll((scenes) => scenes.map((scene) => Number(getComputedStyle(scene).opacity) > 0.5).join(' '));

  it('is shown how to touch, go on and listen when nobody touches the welcome page; a touch ends it and opens nothing else', async () => {
    await page.goto(`${server.url}/zh/bases/mutouyingzi/`);
    await page.locator('furrow-introduction').evaluate((element: HTMLElement) => {
      element.dataset.after = '1';
    });
    await introduction().waitFor();
    const order: string[] = [];
    while (order.length < 4) {
      const now = await seen();
      if (now.includes('true') && order.at(-1) !== now) order.push(now);
    }
    // For ever: after the third comes the first.
    expect(order).toEqual(['true false false', 'false true false', 'false false true', 'true false false']);
    const found = await page.evaluate<string[]>(
      `(() => { ${axe}; return axe.run('dialog').then((r) => r.violations.map((v) => v.id)) })()`,
    );
    expect(found).toEqual([]);
    const start = await page.locator('a.start:visible').boundingBox();
    await page.mouse.click((start?.x ?? 0) + 20, (start?.y ?? 0) + 20);
    await introduction().waitFor({ state: 'detached' });
    expect(page.url()).toBe(`${server.url}/zh/bases/mutouyingzi/`);
  }, 60_000);

  it('is shown it by a button, all at once where nothing should move, and Enter ends it without opening it again', async () => {
    const still = await browser.newContext({ viewport: SIZES.kiosk, reducedMotion: 'reduce' });
    const calm = await still.newPage();
    await calm.goto(`${server.url}/en/bases/mutouyingzi/`);
    await calm.locator('[data-open]').press('Enter');
    const dialog = calm.locator('dialog.introduction[open]');
    await dialog.waitFor();
    expect(await dialog.locator('.scene p').allTextContents()).toEqual([
      'Touch with one finger',
      'Touch “Next” to go on',
      'Touch “Listen” to hear it read',
    ]);
    for (const scene of await dialog.locator('.scene').all())
      expect(
        await scene.evaluate((element) => [getComputedStyle(element).opacity, element.getAnimations({ subtree: true }).length]),
      ).toEqual(['1', 0]);
    await calm.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await still.close();
  }, 60_000);

  it('who learns is never interrupted by it', async () => {
    await enter(farmer.pin);
    await page.locator('[data-yes]').click();
    await page.waitForURL(`**${LESSON}`);
    // The lesson itself, not only its address: a click on a page that is being replaced goes with it.
    await page.locator('[data-begin]:visible').first().waitFor();
    await page.locator('.brand').click();
    await page.locator('furrow-personal[data-ready]').waitFor();
    await page.locator('furrow-introduction').evaluate((element: HTMLElement) => {
      element.dataset.after = '0';
    });
    await page.waitForTimeout(2_500);
    expect(await introduction().count()).toBe(0);
  }, 60_000);

  it('meets no accessibility fault on any kiosk page, in either language', async () => {
    for (const language of ['zh', 'en']) {
      for (const path of [
        '',
        'bases/mutouyingzi/',
        'sign-in/',
        'courses/mutton-sheep-first-steps/',
        'lessons/drench-right/',
        'lessons/drench-right/#step-2',
        'lessons/drench-right/#step-9',
        'lessons/keep-the-clip-pure/#step-8',
        'lessons/keep-the-clip-pure/#step-11',
        'courses/mutton-sheep-first-steps/before/',
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
