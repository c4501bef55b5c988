import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lessonFiles } from '../domain/lessons/small-content.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import type { Office } from '../support/office.ts';
import { startSmallOffice } from '../support/small-office.ts';
import { openStudio, savedFiles, signInHere, untilSaved } from '../support/studio.ts';

describe('a trainer in the studio', { timeout: 60_000 }, () => {
  let office: Office;
  let browser: Browser;
  let context: BrowserContext;
  const complaints: string[] = [];
  beforeAll(async () => {
    [office, browser] = await Promise.all([startSmallOffice({ shade: lessonFiles() }), launchBrowser()]);
    context = await browser.newContext({ viewport: SIZES.office });
    await signInHere(context, office, 'teacher');
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });
  const form = (page: Page) => page.locator('form.insert');

  it('makes words a link and explains a word, by mouse and by keyboard; an address that is not safe is not taken', async () => {
    const page = await openStudio(context, office, 'feed', { complaints });
    const line = page.locator('.kind-text .column[data-language="zh"] .line').first();
    await mark(line, '体重');
    const tools = line.locator('xpath=..');
    await tools.getByRole('button', { name: 'Link' }).click();
    expect(await form(page).getByLabel('Word', { exact: true }).inputValue()).toBe('体重');
    const address = form(page).getByLabel('Address');
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', '//elsewhere.example', 'example.cn']) {
      await address.fill(bad);
      await form(page).getByText('Use an address with https://').waitFor();
      await address.press('Enter');
      expect(await form(page).count()).toBe(1);
    }
    await address.fill('https://example.cn/a_(b)');
    await address.press('Enter');
    await form(page).waitFor({ state: 'detached' });
    // By keyboard alone: the words stay marked while the tab key goes to the button.
    await mark(line, '吃多少');
    for (let press = 0; press < 3 && !(await page.evaluate('document.activeElement.textContent.includes("Explain")')); press += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await form(page).getByLabel('What it means').waitFor();
    expect(await form(page).getByLabel('Word', { exact: true }).inputValue()).toBe('吃多少');
    await page.keyboard.type('一天喂的“料”');
    await page.keyboard.press('Enter');
    await untilSaved(page);
    const text = async () => (await savedFiles(office, 'feed')).zh.split('\n\n')[1];
    expect(await text()).toBe('一只羊一天<Term word="吃多少" meaning="一天喂的“料”" />，按[体重](<https://example.cn/a_(b)>)算。');
    await page.getByText('No problems found').waitFor();
    // In the middle of bold words: the bold is parted, nothing is lost.
    await mark(line, '一只羊一天');
    await page.keyboard.press('Control+b');
    await mark(line, '羊一');
    await tools.getByRole('button', { name: 'Link' }).click();
    await address.fill('/zh/');
    await address.press('Enter');
    await untilSaved(page);
    expect(await text()).toBe(
      '**一只**[羊一](/zh/)**天**<Term word="吃多少" meaning="一天喂的“料”" />，按[体重](<https://example.cn/a_(b)>)算。',
    );
    await tools.getByRole('button', { name: 'Explain a word' }).click();
    await page.keyboard.press('Escape');
    expect(await form(page).count()).toBe(0);
    await page.close();
  });

  it('writes the source with what can be written offered: components, their props, what these may hold', async () => {
    const page = await openStudio(context, office, 'water', { complaints });
    await page.getByRole('button', { name: 'Edit the source' }).click();
    await page.getByRole('textbox', { name: 'Chinese zh.mdx' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n<Tru');
    const options = page.locator('.cm-tooltip-autocomplete li');
    await options.first().waitFor();
    expect(await options.allInnerTexts()).toEqual(['<TrueFalseTrue or not']);
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    // The cursor stops in each empty pair of quotes; the question has a name that is free.
    await page.keyboard.type('feed');
    await options.filter({ hasText: 'feed-enough' }).waitFor();
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('要先称吗？');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n\n<Figure ');
    await options.filter({ hasText: 'caption' }).waitFor();
    expect((await options.allInnerTexts()).map((label) => label.split(/(?=[A-Z])/)[0])).toEqual(['alt', 'src', 'caption']);
    await page.keyboard.type('src="');
    await options.filter({ hasText: 'cover.svg' }).waitFor();
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.keyboard.type('" alt="羊" />');
    // As fast as fingers never are: every letter stays in its place.
    await page.getByRole('textbox', { name: 'English en.mdx' }).focus();
    await page.keyboard.press('Control+End');
    const sentence = 'The quick brown fox jumps over the lazy dog, and a ewe of sixty kilograms looks on. '.repeat(3);
    await page.keyboard.type(`\n${sentence}`);
    await untilSaved(page);
    const { zh, en } = await savedFiles(office, 'water');
    expect(en).toContain(sentence);
    expect(zh.replaceAll('\r\n', '\n')).toContain('<TrueFalse id="q2" objective="feed-enough" prompt="要先称吗？" answer=""');
    expect(zh).toContain('<Figure src="cover.svg" alt="羊" />');
    await page.close();
  });

  it('is led to each problem by a click, in the source and in blocks', async () => {
    const page = await openStudio(context, office, 'shade', { complaints });
    await page.getByRole('button', { name: 'Edit the source' }).click();
    const source = (name: string) => page.getByRole('textbox', { name });
    await source('English en.mdx').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(
      lessonFiles()['en.mdx']?.replace(' right feedback', ' feedback').replace('feedback="Do not guess."', '') ?? '',
    );
    await source('Settings lesson.yaml').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(
      `${lessonFiles()['lesson.yaml']?.replace(/sources: .*/, 'sources: []')}`.replace("    en: Can work out a day's feed", '    en: ""'),
    );
    await untilSaved(page);
    await page.getByText(/[3-9] problems to mend/).click();
    const problem = (words: string) => page.locator('.problems li', { hasText: words }).getByRole('button').first();
    /** The words of the line the cursor is in, and whose file it is. */
    const cursorLine = () =>
      page.evaluate(() => {
        const root = document.activeElement?.shadowRoot;
        const selection = (root as unknown as { getSelection(): Selection })?.getSelection();
        const at = selection?.anchorNode instanceof Element ? selection.anchorNode : selection?.anchorNode?.parentElement;
        const line = at?.closest('.cm-line');
        const bar = document.querySelector('.studio .bar')?.getBoundingClientRect().bottom ?? 0;
        const { top = 0, bottom = 0 } = line?.getBoundingClientRect() ?? {};
        const isSeen = top >= bar && bottom <= innerHeight;
        return [document.activeElement?.closest('[data-source]')?.getAttribute('data-source'), line?.textContent, isSeen];
      });
    await problem('has no right answer').click();
    await expect.poll(cursorLine).toEqual(['en', expect.stringContaining('<SingleChoice id="q1"'), true]);
    await problem('write at least one source').click();
    await expect.poll(cursorLine).toEqual(['metadata', 'sources: []', true]);
    await problem('is not filled in').click();
    await expect.poll(cursorLine).toEqual(['metadata', '    en: ""', true]);
    // Where it is, and in the gutter, in the language of whoever reads the screen.
    for (const part of ['en', 'metadata']) {
      const file = page.locator(`[data-source="${part}"]`);
      await file.locator('.cm-lintRange-error, .cm-lintPoint-error').first().waitFor();
      const marker = file.locator('.cm-lint-marker-error').first();
      await marker.waitFor();
      expect(await marker.evaluate((element) => getComputedStyle(element, '::before').content)).toBe('"✗"');
    }
    const underlined = page.locator('[data-source="en"] .cm-lintRange-error').first();
    expect(await underlined.innerText()).toBe('<SingleChoice');
    await underlined.hover();
    await page.locator('.cm-tooltip-lint', { hasText: 'has no right answer' }).waitFor();

    await page.getByRole('button', { name: 'Edit in blocks' }).click();
    const place = () =>
      page.evaluate(() => {
        const field = document.activeElement;
        const label = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.labels?.[0]?.textContent : '';
        const { x = 0, y = 0, width = 0, height = 0 } = field?.getBoundingClientRect() ?? {};
        const isSeen = field?.contains(document.elementFromPoint(x + width / 2, y + height / 2)) === true;
        return [field?.closest('.row')?.className, field?.closest('li:not(.row)')?.querySelector('strong')?.textContent, label, isSeen];
      });
    await problem('has no right answer').click();
    await expect.poll(place).toEqual(['row kind-singlechoice', 'Choice 1', expect.stringContaining('Right answer'), true]);
    await problem('Question 1 · Choice 2 · English: one field is still empty').click();
    await expect
      .poll(place)
      .toEqual(['row kind-singlechoice', 'Choice 2', expect.stringContaining('What to say to whoever chooses it'), true]);
    expect(await page.evaluate('document.activeElement.lang')).toBe('en');
    await problem('write at least one source').click();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain('Add a source');
    await problem('is not filled in').click();
    await expect
      .poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")'))
      .toBe('What one can do afterwards 1 in English');
    // Chromium itself tries to keep the look of what was replaced in a field; the policy forbids it and nothing is lost.
    expect(complaints.filter((complaint) => !complaint.startsWith('Applying inline style'))).toEqual([]);
    await page.close();
  });

  it('who reads Chinese is told in Chinese, also in the English text; what is listed is underlined before anything is saved', async () => {
    const page = await openStudio(context, office, 'shade', { language: 'zh', complaints });
    await page.locator('.modes button').nth(1).click();
    const underlined = page.locator('[data-source="en"] .cm-lintRange-error').first();
    await underlined.hover();
    await page.locator('.cm-tooltip-lint', { hasText: '没有正确答案' }).waitFor();
    await page.close();
  });
});

/** Marks words of a line, as a mouse does. */
async function mark(line: Locator, words: string): Promise<void> {
  await line.focus();
  await line.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`no ${wanted}`);
  }, words);
}
