import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const ORDER = ['ask', 'sort', 'weigh', 'test', 'drench'];
const PAIRS = ['wait', 'crutch', 'apart', 'away'];

describe('things to put in order and in pairs', () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    server = await startServer({ isDemo: true });
    browser = await launchBrowser();
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: SIZES.kiosk, hasTouch: true, locale: 'zh-CN' });
    page = await context.newPage();
    await page.goto(`${server.url}/`);
  });
  afterEach(() => context.close());

  async function openQuestion(path: string, id: string): Promise<void> {
    await page.goto(`${server.url}${path}`);
    await page.locator('furrow-lesson[data-ready]').waitFor();
    await goTo(id);
  }
  async function goTo(id: string): Promise<void> {
    await page.locator('[data-begin]').first().click();
    const question = page.locator(`fieldset[data-question="${id}"]`);
    for (let step = 0; step < 40 && (await question.isHidden()); step += 1) await page.locator('[data-next]').click();
  }
  const here = (selector: string) => page.locator(`[data-screen]:not([hidden]) ${selector}`);
  const verdict = () => here('[data-verdict]').textContent();

  it('by touch: a wrong order is told, another try begins empty, and both answers are graded from the order given', async () => {
    const [, village = '', number = '', pin = ''] = /farmer\s+(\S+) (\d{6})\s+(\d{4})/.exec(server.output()) ?? [];
    await page.goto(`${server.url}/zh/sign-in/?back=/zh/lessons/drench-right/`);
    await page.locator('[data-village]', { hasText: village }).first().tap();
    for (const digit of number + pin) await page.locator(`[data-key="${digit}"]`).tap();
    await page.locator('[data-yes]').tap();
    await page.locator('furrow-lesson[data-ready]').waitFor();
    await goTo('drench-day');

    const began = new Date();
    await here('[data-check]').tap();
    expect(await verdict()).toBe('每一样都要点上。');
    const wrong = [...ORDER.slice(1), 'ask'];
    for (const item of wrong) await here(`[data-item="${item}"]`).tap();
    expect(await here('[data-item="ask"] .place').textContent()).toBe('5');
    await here('[data-check]').tap();
    expect(await verdict()).toContain('✗');
    expect(await here('.feedback:visible').count()).toBe(1);
    expect(await here('[data-item="ask"]').isDisabled()).toBe(true);
    await here('[data-again]').tap();
    expect((await here('.place').allTextContents()).join('')).toBe('');
    for (const item of ['sort', 'sort', ...ORDER]) await here(`[data-item="${item}"]`).tap();
    await here('[data-check]').tap();
    expect(await verdict()).toContain('✓');

    const db = connect(server.databaseUrl ?? '');
    const graded = () =>
      db
        .selectFrom('learning_record')
        .select(['response', 'is_correct'])
        .where('question_id', '=', 'drench-day')
        .where('kiosk_time', '>=', began)
        .orderBy('kiosk_time')
        .execute();
    await expect.poll(graded, { timeout: 15_000 }).toEqual([
      { response: wrong, is_correct: false },
      { response: ORDER, is_correct: true },
    ]);
    await db.destroy();
  }, 60_000);

  it('pairs by touch: a partner can be changed, and moves from one to the other', async () => {
    await openQuestion('/zh/lessons/keep-the-clip-pure/', 'what-then');
    const lefts = here('[data-left]');
    expect(await lefts.first().getAttribute('aria-current')).toBe('true');
    await here('[data-item="crutch"]').tap();
    expect(await lefts.nth(1).getAttribute('aria-current')).toBe('true');
    await lefts.first().tap();
    await here('[data-item="wait"]').tap();
    expect(await lefts.first().textContent()).toContain('等毛干了再剪');
    for (const item of PAIRS.slice(1)) await here(`[data-item="${item}"]`).tap();
    await here('[data-check]').tap();
    expect(await verdict()).toContain('✓');
  }, 30_000);

  it('in a review too, where a question comes into the page by itself', async () => {
    const lesson = await (await fetch(`${server.url}/zh/lessons/drench-right/`)).text();
    const html = /<fieldset class="question" data-question="drench-day".*?<\/fieldset>/s.exec(lesson)?.[0] ?? '';
    await page.goto(`${server.url}/zh/review/`);
    await page.locator('furrow-review[data-ready]').waitFor();
    const given = await page.evaluate((question) => {
      const box = document.querySelector('[data-question-html]') as HTMLElement;
      box.innerHTML = question;
      for (const item of box.querySelectorAll<HTMLElement>('[data-item]')) item.click();
      return (box.querySelector('furrow-ordering') as HTMLElement & { response: string[] }).response;
    }, html);
    expect(given.toSorted()).toEqual(ORDER.toSorted());
    expect(given).not.toEqual(ORDER);
  }, 30_000);

  it('by keyboard alone, in order and in pairs', async () => {
    await openQuestion('/en/lessons/drench-right/', 'drench-day');
    for (const item of ORDER) {
      await here(`[data-item="${item}"]`).focus();
      await page.keyboard.press(item === 'ask' ? 'Enter' : 'Space');
      expect(await verdict()).toBe('');
    }
    await page.keyboard.press('Tab');
    while ((await page.evaluate(() => document.activeElement?.hasAttribute('data-check'))) === false) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await verdict()).toContain('✓');

    await openQuestion('/en/lessons/keep-the-clip-pure/', 'what-then');
    for (const item of PAIRS) {
      await here(`[data-item="${item}"]`).focus();
      await page.keyboard.press('Space');
    }
    await here('[data-check]').focus();
    await page.keyboard.press('Enter');
    expect(await verdict()).toContain('✓');
  }, 40_000);
});
