import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../support/answering.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const PASSWORD = 'green millet in the rain';
const PIN = '8305';
const FILLED = {
  username: 'Wang.Li',
  displayName: '王丽',
  password: PASSWORD,
  passwordAgain: PASSWORD,
  townshipZh: '木头营子乡',
  villages: '青山村 | Qingshan\n木头营子村',
  kiosk: '门口一号机',
};

describe('a fresh installation becomes a township', () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const code = () => /with the code (\w+)/.exec(server.output())?.[1] ?? 'no code was printed';

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(() => open('zh', 'office'));
  afterEach(() => context.close());

  async function open(language: 'zh' | 'en', size: keyof typeof SIZES): Promise<void> {
    await context?.close();
    context = await browser.newContext({ viewport: SIZES[size], locale: language === 'zh' ? 'zh-CN' : 'en-GB', bypassCSP: true });
    page = await context.newPage();
    await page.goto(`${server.url}/`);
  }
  async function fill(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
  }
  const send = () => Promise.all([page.waitForLoadState('load'), page.locator('#set-up > button').click()]);
  const toMend = () => page.locator('[role="alert"] li').allTextContents();
  const value = (name: string) => page.locator(`[name="${name}"]`).inputValue();
  async function hasNoViolation(): Promise<void> {
    await page.evaluate(AXE);
    expect(await page.evaluate('axe.run().then((run) => run.violations.map(({ id, nodes }) => id + " " + nodes[0].html))')).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  }

  describe.each([
    ['zh', 'office', '请写名字', '第 2 行', '没有勾选要开', '一次性代码不对'],
    ['zh', 'kiosk', '请写名字', '第 2 行', '没有勾选要开', '一次性代码不对'],
    ['en', 'office', 'Write a name', 'line 2', 'not ticked above', 'code is wrong'],
    ['en', 'kiosk', 'Write a name', 'line 2', 'not ticked above', 'code is wrong'],
  ] as const)('with mistakes, in %s at the size of the %s', (language, size, nameless, secondLine, notOpen, wrongCode) => {
    it('tells every gap beside its field and loses nothing, in the other language neither', async () => {
      await open(language, size);
      await page.locator('#set-up').waitFor();
      await hasNoViolation();
      await send();
      expect((await toMend()).join()).toContain(nameless);
      expect(await page.locator('[aria-invalid="true"]').count()).toBe(7);
      await hasNoViolation();

      const wrong = { ...FILLED, code: 'WRONGCODE234', passwordAgain: 'another', villages: '青山村\n青山村 | Qingshan' };
      await fill(wrong);
      await page.locator('[name="base"][value="qingshan"]').uncheck();
      await send();
      const told = (await toMend()).join();
      for (const sentence of [secondLine, notOpen]) expect(told.toLowerCase()).toContain(sentence);
      await hasNoViolation();
      await Promise.all([page.waitForURL('**/set-up/?language=*'), page.locator('button[name="look"]').click()]);
      expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'en' : 'zh-CN');
      expect(await toMend()).toEqual([]);
      for (const [name, text] of Object.entries(wrong)) expect(await value(name)).toBe(text);
      expect(await page.locator('[name="base"][value="qingshan"]').isChecked()).toBe(false);

      await page.locator('button[name="look"]').click();
      await page.waitForURL(`**/set-up/?language=${language}`);
      await fill({ ...FILLED, code: 'WRONGCODE234' });
      await page.locator('[name="kioskBase"]').selectOption('mutouyingzi');
      await send();
      expect(await toMend()).toHaveLength(1);
      expect((await toMend())[0]).toContain(wrongCode);
      expect(await value('password')).toBe(PASSWORD);
    }, 60_000);
  });

  it('is set up, its kiosk paired, and its first farmer finishes a first lesson', async () => {
    await page.locator('#set-up').waitFor();
    await fill({ ...FILLED, code: code().toLowerCase() });
    await page.locator('[name="kioskBase"]').selectOption('mutouyingzi');
    await send();
    const pairingCode = ((await page.locator('[data-pairing-code]').textContent()) ?? '').trim();
    expect(pairingCode).toMatch(/^\w{8}$/);
    await hasNoViolation();

    await page.locator('main a.button', { hasText: '工作人员登录' }).click();
    await fill({ username: FILLED.username, password: PASSWORD });
    await page.locator('main form button').click();
    await page.waitForURL('**/township/');
    // A reload of the set-up page, or a second one who comes with the code, ends at the sign-in.
    await page.goto(`${server.url}/set-up/`);
    expect(page.url()).toContain('/sign-in/');
    await page.goto(`${server.url}/township/farmers/`);
    await fill({ name: '陈桂芳', birthYear: '1971' });
    await page.locator('#field-village').selectOption({ label: '木头营子村' });
    await page.locator('main form[method="post"] button').click();
    const number = /\d{6}/.exec((await page.locator('.notice.good').textContent()) ?? '')?.[0] ?? '';
    await page.locator('a', { hasText: '陈桂芳' }).click();
    await page.locator('button[value="code"]').click();
    const oneTimeCode = (await page.locator('.slip .code').nth(1).textContent()) ?? '';

    await open('zh', 'kiosk');
    await page.locator('a[href="/zh/pair/"]').click();
    await page.locator('#pairing-code').fill(pairingCode);
    await page.locator('furrow-pair button').click();
    await page.waitForURL('**/zh/kiosk/');
    await page.goto(`${server.url}/zh/sign-in/?back=/zh/lessons/pen-space/`);
    await page.locator('[data-village]', { hasText: '木头营子村' }).click();
    await page.locator('[data-first-time]').click();
    for (const digit of number + oneTimeCode.trim() + PIN + PIN) await page.locator(`[data-key="${digit}"]`).click();
    await page.locator('[data-your-name]', { hasText: '陈桂芳' }).waitFor();
    await page.locator('[data-yes]').click();
    await page.locator('[data-begin]').click();
    for (let step = 0; step < 40 && (await page.locator('.finish').isHidden()); step += 1) await answerOrRead();
    await page.locator('furrow-status', { hasText: '已送出' }).waitFor();

    await open('zh', 'office');
    await page.goto(`${server.url}/sign-in/`);
    await fill({ username: FILLED.username, password: PASSWORD });
    await page.locator('main form button').click();
    await page.goto(`${server.url}/township/?rung=reached`);
    const reached = await page.locator('tr[data-village="total"] td.figure').allTextContents();
    expect(reached.map((cell) => cell.replace(/\s+/g, ' ').trim())).toContain('1/1 100.0%');
  }, 120_000);

  async function answerOrRead(): Promise<void> {
    await answer(page, 'right');
    await page.locator('[data-next]').click();
  }
});
