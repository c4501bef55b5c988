import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { answer } from '../support/answering.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const COURSE = 'courses/mutton-sheep-first-steps';

describe('the questions before and after a course', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await startServer({ isDemo: true });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: SIZES.kiosk, locale: 'zh-CN' });
    await page.goto(`${server.url}/`);
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const panel = (name: string) => page.locator(`[data-panel="${name}"]`);
  /** How many questions there were, and at how many the answer was judged on the spot. */
  async function answerAll(): Promise<{ answered: number; told: number }> {
    let told = 0;
    await panel('start').locator('[data-begin]').click();
    let answered = 0;
    for (; answered < 20 && (await panel('end').isHidden()); answered += 1) {
      const verdict = await answer(page, 'right');
      const next = panel('question').locator('[data-next]');
      if (await next.isHidden()) continue;
      told += /[✓✗]/.test(verdict ?? '') ? 1 : 0;
      await next.click();
    }
    return { answered, told };
  }

  it('ask for a sign-in before they begin', async () => {
    await page.goto(`${server.url}/zh/${COURSE}/before/`);
    await panel('signed-out').waitFor();
    expect(await panel('question').isHidden()).toBe(true);
  });

  it('say nothing of right and wrong before, and everything after; both arrive as records of their own', async () => {
    const [, village = '', number = '', pin = ''] = /farmer\s+(\S+) (\d{6})\s+(\d{4})/.exec(server.output()) ?? [];
    await page.goto(`${server.url}/zh/sign-in/?back=/zh/${COURSE}/`);
    await page.locator('[data-village]', { hasText: village }).first().click();
    for (const digit of number + pin) await page.locator(`[data-key="${digit}"]`).click();
    await page.locator('[data-yes]').click();
    await page.locator('a[href$="/after/"]').click();
    const after = await answerAll();
    expect(after).toEqual({ answered: after.answered, told: after.answered });
    expect(await panel('end').locator('[data-right-of]').textContent()).toMatch(/^\d+ 题里答对 \d+ 题。$/);
    await panel('end').locator('a').first().click();
    await page.locator('a[href$="/before/"]').click();
    const before = await answerAll();
    expect(before).toEqual({ answered: after.answered, told: 0 });
    expect(before.answered).toBeGreaterThan(3);

    const db = connect(server.databaseUrl ?? '');
    const kept = () =>
      db.selectFrom('learning_record').select('is_correct').where('verb', 'in', ['tested-before', 'tested-after']).execute();
    await expect.poll(async () => (await kept()).length, { timeout: 20_000 }).toBe(before.answered + after.answered);
    expect((await kept()).every(({ is_correct }) => is_correct !== null)).toBe(true);
    await db.destroy();
  }, 60_000);

  it('are on the kiosk for a day without the network', async () => {
    const listed = await page.evaluate(async () => (await fetch('/api/kiosk-manifest/')).json());
    const urls = (listed as { items: { url: string }[] }).items.map(({ url }) => url);
    for (const language of ['zh', 'en'])
      for (const stage of ['before', 'after']) expect(urls).toContain(`/${language}/${COURSE}/${stage}/`);
  });
});
