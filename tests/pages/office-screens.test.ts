import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

describe.each(['zh', 'en'])('office screens in use, in %s', (language) => {
  let office: Office;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [office, browser] = await Promise.all([startOffice(), launchBrowser()]);
    const context = await browser.newContext({ bypassCSP: true, viewport: SIZES.office });
    const [name = '', value = ''] = (await office.signIn('admin')).split('=');
    await context.addCookies([
      { name, value, url: office.server.url },
      { name: 'furrow_language', value: language, url: office.server.url },
    ]);
    page = await context.newPage();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });
  const open = (path: string) => page.goto(office.server.url + path);
  async function violations(): Promise<unknown> {
    await page.evaluate(AXE);
    return page.evaluate('axe.run().then((run) => run.violations.map(({ id, nodes }) => id + " " + nodes[0].html))');
  }
  const asked = () => Object.fromEntries(new URL(page.url()).searchParams);

  it('coverage is filtered by hand, narrowed to a period by one touch, opened to a village and left the same way', async () => {
    await open('/township/');
    await page.selectOption('[name="rung"]', 'reached');
    await page.selectOption('[name="base"]', 'qingshan');
    await page.locator('[name="asOf"]').fill('2026-05-20');
    await page.locator('main form button').click();
    await page.locator('.periods a').nth(2).click();
    const filter = { rung: 'reached', base: 'qingshan', asOf: '2026-05-20', from: '2026-04-01' };
    expect(asked()).toEqual(filter);
    expect(await page.locator('.periods a[aria-current]').count()).toBe(1);
    expect(await page.locator('[name="base"]').inputValue()).toBe('qingshan');
    expect(await page.locator('caption').textContent()).toContain('2026-04-01');
    await page.locator('tr[data-village] th a').first().click();
    expect(asked()).toEqual(filter);
    expect(await page.locator('[data-filter]').count()).toBe(1);
    expect(await violations()).toEqual([]);
    await page.locator('main .actions a').first().click();
    expect(new URL(page.url()).pathname).toBe('/township/');
    expect(asked()).toEqual(filter);
    await page.locator('.periods a').first().click();
    expect(asked().from).toBeUndefined();
  }, 60_000);

  it('what is refused is told without an axe violation, and what was typed stays', async () => {
    await open('/township/?from=2026-05-01&asOf=2026-04-01');
    await page.locator('[role="alert"]').waitFor();
    expect(await violations()).toEqual([]);
    const refusals: [string, Record<string, string>, string][] = [
      ['/township/farmers/', { name: '陈明', birthYear: '1066' }, 'main form[method="post"] button'],
      ['/township/kiosks/', { name: office.township.kiosk.name }, 'button[value="create"]'],
      ['/township/groups/?', { nameZh: '   ', nameEn: 'Kept' }, 'button[value="create"]'],
      ['/trainer/visits/', { number: '000000', note: 'pen is wide' }, 'main form button'],
      ['/trainer/publish/', { lesson: 'kept-id', note: 'kept' }, 'main form button'],
    ];
    for (const [path, typed, button] of refusals) {
      await open(path);
      for (const [name, value] of Object.entries(typed))
        await page.locator(`main form[method="post"] [name="${name}"]`).first().fill(value);
      for (const name of ['village', 'topic']) {
        const select = page.locator(`main form[method="post"] select[name="${name}"]`);
        if ((await select.count()) > 0) await select.selectOption({ index: 1 });
      }
      await page.locator(button).last().click();
      await page.locator('[role="alert"]').first().waitFor();
      expect([path, await violations()]).toEqual([path, []]);
      for (const [name, value] of Object.entries(typed)) {
        expect([path, name, await page.locator(`main form[method="post"] [name="${name}"]`).first().inputValue()]).toEqual([
          path,
          name,
          value.trim(),
        ]);
      }
    }
  }, 90_000);

  it('a table prints with its definition, cut-off and signatures, and without what only a screen can do', async () => {
    await open('/township/?rung=reached&base=qingshan');
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.who', '.sections', 'main form', '.periods', '.actions'])
      expect(await page.locator(gone).first().isVisible()).toBe(false);
    for (const kept of ['.brand', 'h1', 'caption', 'tfoot', '.on-paper']) expect(await page.locator(kept).first().isVisible()).toBe(true);
    const overflow = await page.locator('.scroll').evaluate((region) => getComputedStyle(region).overflowX);
    expect(overflow).toBe('visible');
    const pdf = await page.pdf({ format: 'A4', landscape: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: null });
  }, 30_000);

  it('one-time codes print as slips, nothing else on the page', async () => {
    await open(`/township/farmers/${office.farmer.learnerId}/`);
    await page.locator('button[value="code"]').click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.slip').isVisible()).toBe(true);
    for (const gone of ['.card h2', 'main form', '.sections']) expect(await page.locator(gone).first().isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  }, 30_000);
});
