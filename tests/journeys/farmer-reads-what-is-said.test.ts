import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SIZES } from '../support/browser.ts';
import type { RunningServer } from '../support/server.ts';
import { startWithScreen } from '../support/small-server.ts';

const SAID = '这是羊咳嗽的声音：一声接一声，又短又干。\n听到这样的声音，先把这只羊隔开。';

describe('a sound in a lesson, for who cannot hear it', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: SIZES.kiosk });
    server = await startWithScreen(`## 听一听\n\n<Audio src="cough.ogg" title="羊咳嗽" transcript="${SAID}" />`, {
      'cough.ogg': new TextEncoder().encode('OggS nothing to hear'),
    });
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('has its words under the player, opened and closed by one touch, without a script too', async () => {
    await page.goto(`${server.url}/zh/lessons/clip/#step-3`);
    await page.getByRole('button', { name: '播放' }).waitFor();
    const words = page.locator('.transcript');
    const summary = words.locator('summary');
    expect(await words.getByText('先把这只羊隔开').isVisible()).toBe(false);
    const size = await summary.boundingBox();
    expect(size?.height ?? 0).toBeGreaterThanOrEqual(48);
    const buttons = await page.locator('.player-buttons').boundingBox();
    expect(size?.y ?? 0).toBeGreaterThanOrEqual((buttons?.y ?? 0) + (buttons?.height ?? 0));
    await summary.click();
    await words.getByText('先把这只羊隔开').waitFor();
    expect(await words.locator('p').count()).toBe(2);
    await summary.click();
    await words.getByText('先把这只羊隔开').waitFor({ state: 'hidden' });
  });
});
