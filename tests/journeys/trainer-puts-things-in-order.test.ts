import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lessonFiles } from '../domain/lessons/small-content.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import type { Office } from '../support/office.ts';
import { startSmallOffice } from '../support/small-office.ts';
import { openStudio, savedFiles, signInHere, untilSaved } from '../support/studio.ts';

const BLOCKS = {
  zh: ['先备料。', '再称羊。', '<Tip>只有中文。</Tip>', '后喂料。'],
  en: ['Get the feed ready.', 'Weigh the sheep.', 'Feed it.'],
};
const lesson = (title: Record<'zh' | 'en', string>) => {
  const { 'zh.mdx': zh = '', 'en.mdx': en = '', ...rest } = lessonFiles();
  const text = (source: string, name: string, lines: string[]) =>
    source.replace(/^# .+/, `# ${name}`).replace(/^(## .+)\n\n.+\n/m, `$1\n\n${lines.join('\n\n')}\n`);
  return { ...rest, 'zh.mdx': text(zh, title.zh, BLOCKS.zh), 'en.mdx': text(en, title.en, BLOCKS.en) };
};

describe('a trainer puts things in order', { timeout: 60_000 }, () => {
  let office: Office;
  let browser: Browser;
  let context: BrowserContext;
  const complaints: string[] = [];
  beforeAll(async () => {
    const lessons = { shade: lesson({ zh: '遮阴', en: 'Shade' }), salt: lesson({ zh: '喂盐', en: 'Salt' }) };
    [office, browser] = await Promise.all([startSmallOffice(lessons), launchBrowser()]);
    context = await browser.newContext({ viewport: SIZES.office });
    await signInHere(context, office, 'teacher');
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });

  const row = (page: Page, words: string) => page.locator('.row', { has: page.locator('.line', { hasText: words }) }).first();
  /** The paragraphs of the first screen, as a text has them. */
  const paragraphs = (source: string) => source.split('\n\n').slice(3, -1);
  const shown = (page: Page) => page.locator('.row:is(.kind-text, .kind-tip) .column[data-language="zh"] .line').allInnerTexts();
  async function drag(page: Page, grip: Locator, target: Locator, half: 'upper' | 'lower', seen?: () => Promise<void>): Promise<void> {
    const [from, to] = [await grip.boundingBox(), await target.boundingBox()];
    if (!from || !to) throw new Error('not on the screen');
    const y = half === 'upper' ? to.y + 8 : to.y + to.height - 8;
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, y, { steps: 4 });
    await page.mouse.move(to.x + 61, y);
    await seen?.();
    await page.mouse.up();
  }

  it('blocks with the mouse: both languages move together, and a block that is missing in one leaves the others paired', async () => {
    const page = await openStudio(context, office, 'shade', { complaints });
    await page.setViewportSize({ width: 1280, height: 2400 });
    // A line says where it goes, before it is let go.
    const mark = page.locator('.row[data-drop="before"]', { hasText: 'Get the feed ready' });
    await drag(page, row(page, '后喂料').locator('.grip'), row(page, '先备料').locator('.block'), 'upper', () => mark.waitFor());
    expect(await page.locator('.row[data-drop]').count()).toBe(0);
    await expect.poll(() => shown(page).then((lines) => lines.slice(1))).toEqual(['后喂料。', '先备料。', '再称羊。', '只有中文。']);
    await page.locator('.said', { hasText: 'Text moved' }).waitFor();
    // Onto the block that English lacks: the English text goes to the same place.
    await drag(page, row(page, '先备料').locator('.grip'), row(page, '只有中文').locator('.block'), 'lower');
    const order = ['后喂料。', '再称羊。', '只有中文。', '先备料。'];
    await expect.poll(() => shown(page).then((lines) => lines.slice(1))).toEqual(order);
    await untilSaved(page);
    const saved = await savedFiles(office, 'shade');
    expect(paragraphs(saved.zh)).toEqual(['后喂料。', '再称羊。', '<Tip>只有中文。</Tip>', '先备料。']);
    expect(paragraphs(saved.en)).toEqual(['Feed it.', 'Weigh the sheep.', 'Get the feed ready.']);
    await page.reload();
    await page.locator('.studio .row').first().waitFor();
    expect((await shown(page)).slice(1)).toEqual(order);
    expect(await row(page, '先备料').innerText()).toContain('Get the feed ready.');
    await page.close();
  });

  it('blocks with the keyboard alone: the key goes on from where the block went', async () => {
    const page = await openStudio(context, office, 'salt', { complaints });
    const before = await page.locator('.row').allInnerTexts();
    await row(page, '先备料').locator('.line').first().focus();
    // Back from the text to the tools of its block.
    for (let press = 0; press < 4 && !(await page.evaluate('document.activeElement.dataset.move === "1"')); press += 1)
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.said', { hasText: 'Text moved' }).waitFor();
    await page.waitForFunction('document.activeElement.dataset.move === "1"');
    await page.keyboard.press('Enter');
    await expect.poll(() => shown(page).then((lines) => lines.slice(1))).toEqual(['再称羊。', '只有中文。', '先备料。', '后喂料。']);
    await untilSaved(page);
    const saved = await savedFiles(office, 'salt');
    expect(paragraphs(saved.en)).toEqual(['Weigh the sheep.', 'Get the feed ready.', 'Feed it.']);
    await page.reload();
    await page.locator('.studio .row').first().waitFor();
    expect((await shown(page)).slice(1)).toEqual(['再称羊。', '只有中文。', '先备料。', '后喂料。']);
    await page.getByRole('button', { name: 'Move up' }).first().waitFor();
    expect(await page.locator('.row').count()).toBe(before.length);
    await page.close();
  });

  it('the lessons of a course, with the mouse and with the keyboard; kiosks show that order', async () => {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    const open = () => page.goto(`${office.server.url}/trainer/studio/courses/sheep/?language=en`);
    await open();
    const order = () => page.locator('ol.order > li').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.lesson));
    expect(await order()).toEqual(['feed', 'water', 'shade', 'salt']);
    const item = (id: string) => page.locator(`ol.order > li[data-lesson="${id}"]`);
    const status = page.locator('[data-order-status]', { hasText: 'The order is changed' });
    await drag(page, item('salt').locator('.grip'), item('feed'), 'upper');
    await status.waitFor();
    await item('feed').getByRole('button', { name: /^Down/ }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(order).toEqual(['salt', 'water', 'feed', 'shade']);
    // The key is still on the lesson that went, so that it can be pressed again.
    await page.waitForFunction('document.activeElement.closest("li")?.dataset.lesson === "feed"');
    await page.keyboard.press('Enter');
    await expect.poll(order).toEqual(['salt', 'water', 'shade', 'feed']);
    await status.waitFor();
    await open();
    expect(await order()).toEqual(['salt', 'water', 'shade', 'feed']);
    const kiosk = await (await fetch(`${office.server.url}/en/courses/sheep/`)).text();
    const places = ['salt', 'water', 'shade', 'feed'].map((id) => kiosk.indexOf(`/en/lessons/${id}/`));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(complaints).toEqual([]);
    await page.close();
  });
});
