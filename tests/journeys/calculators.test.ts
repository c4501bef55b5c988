import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SIZES } from '../support/browser.ts';
import type { RunningServer } from '../support/server.ts';
import { startWithScreen } from '../support/small-server.ts';

const TAGS =
  '<RationCalculator />\n\n<BudgetCalculator unit="ewe" />\n\n<BudgetCalculator unit="mu" />\n\n<CleanWoolCalculator />\n\n<WageCalculator />\n';

describe('the calculators in a lesson', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await startWithScreen(`## 5\n\n${TAGS}`);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: SIZES.kiosk });
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const sum = (name: string) => page.locator(`[data-sum="${name}"]`);
  const said = (name: string) => sum(name).locator('.sum').innerText();
  async function open(language: string): Promise<void> {
    await page.goto(`${server.url}/${language}/lessons/clip/#step-3`);
    await sum('wage').locator('.sum p').waitFor();
  }

  it('step by touch, say the sum in words and answer a bad number instead of calculating with it', async () => {
    await open('zh');
    expect(await said('clean-wool')).toBe('2.3 公斤净毛 = 6.9 公斤 × 34%。');
    await sum('clean-wool').getByRole('button', { name: '净毛率：多一点' }).click();
    expect(await said('clean-wool')).toContain('× 35%');
    const weight = sum('ration').locator('#sum-ration-weight');
    await weight.fill('60');
    expect(await sum('ration').locator('.complaint:visible').innerText()).toBe('请填数字，30 到 50 之间。');
    expect(await weight.getAttribute('aria-invalid')).toBe('true');
    expect(await said('ration')).not.toContain('60');
    await weight.fill('35');
    expect(await said('ration')).toContain('35 公斤的羊');
  });

  it('work in English, wait for what is missing, and keep nothing', async () => {
    await open('en');
    expect(await said('wage')).toContain('Fill in');
    await sum('wage').locator('#sum-wage-monthly').fill('3480');
    await sum('wage').locator('#sum-wage-working').fill('10');
    expect(await said('wage')).toContain('Still owed: 300 yuan');
    await sum('ewe').locator('#sum-ewe-amount').fill('1');
    await sum('ewe').locator('#sum-ewe-price').fill('900');
    expect(await said('ewe')).toContain('One ewe leaves 900 yuan');
    expect(await said('mu')).toContain('Fill in');
    await page.reload();
    await sum('wage').locator('.sum p').waitFor();
    expect(await sum('wage').locator('#sum-wage-monthly').inputValue()).toBe('');
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

  it('leave out on paper what is there to press', async () => {
    await open('zh');
    await page.emulateMedia({ media: 'print' });
    expect(await sum('clean-wool').locator('.sum').isVisible()).toBe(true);
    expect(await page.locator('.calculator button:visible, .controls:visible, .top:visible').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
  });
});
