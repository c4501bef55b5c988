import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lessonFiles } from '../domain/lessons/small-content.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import type { Office } from '../support/office.ts';
import { startSmallOffice } from '../support/small-office.ts';
import { openStudio, savedFiles, signInHere, typeAtEnd, untilSaved } from '../support/studio.ts';

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<h1>给羊剪毛</h1><p class=MsoNormal>先看“天气”<b>再动手</b>，别急。<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>磨好剪子</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>铺好席子</p>
<table><tr><td><p>春天</p><p>转暖</p></td><td>一次</td></tr><tr><td>秋天</td><td><table><tr><td>冷</td><td>再等</td></tr></table></td></tr></table>
<ul><li><p>剪子</p><ul><li>大的</li><li>小的</li></ul></li><li>席子</li></ul>
<p><img src="file:///C:/a.png" onerror="globalThis.hacked = 1"></p><script>globalThis.hacked = 1</script>
<p>看<a href="javascript:globalThis.hacked=1">这里</a>和<a href="https://example.cn/a">那里</a>，别写 {1+1} 也别写 &lt;b&gt;。</p></body></html>`;

describe('what should not be in a lesson', () => {
  let office: Office;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    [office, browser] = await Promise.all([
      startSmallOffice({ shade: lessonFiles(), salt: lessonFiles(), hay: lessonFiles() }),
      launchBrowser(),
    ]);
    context = await browser.newContext({ viewport: SIZES.office });
    await signInHere(context, office, 'teacher');
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });

  it('comes out of a pasted Word page; what stays is blocks, and what was left out is said', async () => {
    const page = await openStudio(context, office, 'feed');
    await page.locator('.kind-text .line').first().focus();
    await paste(page, WORD, '给羊剪毛');
    await page.getByText('1 table(s) became lists').waitFor();
    const said = await page.locator('.said').innerText();
    for (const words of ['1 picture(s)', '1 script(s)', '1 unsafe link(s)']) expect(said).toContain(words);
    await untilSaved(page);
    const { zh } = await savedFiles(office, 'feed');
    expect(zh).toContain(
      [
        '## 给羊剪毛',
        '先看“天气”**再动手**，别急。',
        '- 磨好剪子\n- 铺好席子\n- 春天 转暖 · 一次\n- 秋天 · 冷 再等\n- 剪子\n- 大的\n- 小的\n- 席子',
        '看这里和[那里](https://example.cn/a)，别写 \\{1+1\\} 也别写 \\<b>。',
      ].join('\n\n'),
    );
    expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
    await page.close();
  }, 60_000);

  it('typed into the source is kept and named in plain words, never run; the editor writes on', async () => {
    const page = await openStudio(context, office, 'shade');
    await page.getByRole('button', { name: 'Edit the source' }).click();
    await page.getByRole('textbox', { name: 'Chinese zh.mdx' }).click();
    await page.keyboard.press('Control+End');
    const hostile =
      '\n\n<script>globalThis.hacked = 1</script>\n\n<Tip onClick="globalThis.hacked = 1">a</Tip>\n\n[x](javascript:globalThis.hacked=1)\n\n{globalThis.hacked = 1}\n';
    await page.keyboard.insertText(hostile);
    await page.getByRole('button', { name: 'Edit in blocks' }).click();
    await untilSaved(page);
    await page.getByText('problems to mend').click();
    for (const words of ['web code', 'braces', 'not safe']) await page.locator('.problems li', { hasText: words }).first().waitFor();
    await page.locator('.problems li', { hasText: 'web code' }).first().getByRole('button').click();
    await expect.poll(() => page.evaluate('document.activeElement.value ?? ""')).toContain('<script>');
    expect((await savedFiles(office, 'shade')).zh).toContain(hostile);
    expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
    await typeAtEnd(page, page.locator('.kind-text .line').first(), '还能写。');
    await untilSaved(page);
    await page.close();
  }, 60_000);

  it('of every other kind too: a Chinese trainer is told in Chinese and led there; what was typed stays as it was typed', async () => {
    const page = await openStudio(context, office, 'hay', { language: 'zh' });
    await page.locator('.modes button').nth(1).click();
    await page.getByRole('textbox', { name: '中文 zh.mdx' }).click();
    await page.keyboard.press('Control+End');
    const hostile = [
      'import fs from "fs"',
      'export const secret = 1',
      '<Tip {...globalThis.props}>甲</Tip>',
      '<Tip>{globalThis.hacked = 1}</Tip>',
      '[看](data:text/html;base64,PHNjcmlwdD4=)',
      '![图](data:image/svg+xml;base64,PHN2Zz4=)',
      '<Figure src="https://elsewhere.example/a.png" alt="远处" />',
      '<img src="x" onerror="globalThis.hacked = 1" />',
      '<Marquee>跑</Marquee>',
    ].join('\n\n');
    await page.keyboard.insertText(`\n\n${hostile}\n`);
    await untilSaved(page);
    expect((await savedFiles(office, 'hay')).zh).toContain(hostile);
    await page.locator('.problems summary').click();
    const said = await page.locator('.problems').innerText();
    for (const words of ['程序代码', '花括号', '网址不安全', '网页代码', '图']) expect(said).toContain(words);
    expect(said).not.toMatch(/[a-z]{4,} [a-z]{2,} [a-z]{2,}/);
    await page.locator('.modes button').nth(0).click();
    await page.locator('.row').first().waitFor();
    const rows = await page.locator('.row').count();
    await page.locator('.problems li', { hasText: '程序代码' }).first().getByRole('button').click();
    await expect.poll(() => page.evaluate('document.activeElement.value ?? ""')).toContain('import fs');
    expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
    await typeAtEnd(page, page.locator('.kind-text .line').first(), '还能写。');
    await untilSaved(page);
    expect((await savedFiles(office, 'hay')).zh).toContain(hostile);
    // What nobody could read is one card; the blocks around it stay.
    const deep = [`${'> '.repeat(200)}深`, `${'<Tip>'.repeat(200)}深${'</Tip>'.repeat(200)}`];
    await page.locator('.modes button').nth(1).click();
    await page.getByRole('textbox', { name: '中文 zh.mdx' }).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(`\n\n${deep.join('\n\n')}`);
    await page.locator('.problems li', { hasText: '套得太深' }).waitFor({ timeout: 20_000 });
    await page.locator('.modes button').nth(0).click();
    await page.locator('.problems li', { hasText: '套得太深' }).getByRole('button').click();
    await expect.poll(() => page.evaluate('document.activeElement.value ?? ""')).toContain(deep[0]);
    expect(await page.locator('.row').count()).toBeGreaterThan(rows);
    await typeAtEnd(page, page.locator('.kind-text .line').first(), '还是能写。');
    await untilSaved(page);
    const saved = await savedFiles(office, 'hay');
    for (const words of ['还是能写。', ...deep]) expect(saved.zh).toContain(words);
    await page.close();
  }, 60_000);

  it('a tag that is not finished yet is saved as it is, letter by letter, and is a block once it is', async () => {
    const page = await openStudio(context, office, 'water', { language: 'zh' });
    await page.locator('.modes button').nth(1).click();
    await page.getByRole('textbox', { name: '中文 zh.mdx' }).click();
    await page.keyboard.press('Control+End');
    for (const [typed, unfinished] of [
      ['\n\n<Tip', 1],
      ['>别急', 1],
      ['</Ti', 1],
      ['p>', 0],
    ] as const) {
      await page.keyboard.insertText(typed);
      await page.waitForFunction(() => document.querySelector('.studio')?.getAttribute('data-keep') !== 'saved');
      await untilSaved(page);
      await expect.poll(() => page.locator('.problems li', { hasText: '还没写完，读不下去' }).count()).toBe(unfinished);
    }
    await page.locator('.modes button').nth(0).click();
    await page.locator('.kind-tip', { hasText: '别急' }).waitFor();
    await page.close();
  }, 60_000);

  it('five megabytes pasted into a block: as much as a lesson can hold is taken, and that is said', async () => {
    const page = await openStudio(context, office, 'hay');
    const line = page.locator('.kind-text .line').first();
    await line.focus();
    const rows = await page.locator('.row').count();
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', '太长了。'.repeat(20) + '\\n' + '太长了。'.repeat(1_250_000));
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }`);
    await page.locator('.said', { hasText: 'only its first 200,000 characters were taken' }).waitFor({ timeout: 30_000 });
    await expect.poll(() => page.locator('.row').count()).toBeGreaterThan(rows);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('.row').count()).toBe(rows);
    await untilSaved(page);
    await page.close();
  }, 90_000);

  it('as five megabytes of text is kept on this computer, and the server says that it is too long', async () => {
    const page = await openStudio(context, office, 'salt');
    await page.getByRole('button', { name: 'Edit the source' }).click();
    await page.getByRole('textbox', { name: 'Chinese zh.mdx' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(`\n\n${'太长了。'.repeat(1_250_000)}`);
    await page.getByText('The text is too long for the server').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Edit in blocks' }).click();
    await page.locator('.row').first().waitFor();
    for (let step = 0; step < 3 && (await page.getByText('too long for the server').count()) > 0; step += 1) {
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.waitForTimeout(2500);
    }
    expect(await page.getByText('too long for the server').count()).toBe(0);
    await page.close();
  }, 180_000);
});

/** What Word puts on the clipboard, pasted where the cursor is. */
async function paste(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/html', ${JSON.stringify(html)});
    data.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);
}
