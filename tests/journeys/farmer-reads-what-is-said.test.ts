import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { importCourses } from '../../src/domain/lessons/import-courses.ts';
import { removeContent, smallContent, writeContent } from '../domain/lessons/small-content.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { seedTownship } from '../support/seed.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const SAID = '这是羊咳嗽的声音：一声接一声，又短又干。\n听到这样的声音，先把这只羊隔开。';

describe('a sound in a lesson, for who cannot hear it', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: SIZES.kiosk });
    const content: Record<string, string | Uint8Array> = smallContent();
    for (const language of ['zh', 'en']) {
      const path = `courses/wool/clip/${language}.mdx`;
      content[path] = `${content[path]}\n## 听一听\n\n<Audio src="cough.ogg" title="羊咳嗽" transcript="${SAID}" />\n`;
    }
    content['courses/wool/clip/cough.ogg'] = new TextEncoder().encode('OggS nothing to hear');
    const folder = await writeContent(content);
    server = await startServer({
      prepare: async (databaseUrl) => {
        const db = connect(databaseUrl);
        const { system } = await seedTownship(db);
        const outcome = await importCourses(db, system, folder, new Date());
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
        await db.destroy();
      },
    });
    await removeContent(folder);
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
