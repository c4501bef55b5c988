import type { Page } from 'playwright-core';
import { connect } from '../db/connect.ts';
import { importCourses } from '../src/domain/lessons/import-courses.ts';
import { createAccount } from '../src/domain/people/townships/create-account.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { seedTownship } from '../tests/support/seed.ts';
import type { Figure } from './figures.ts';

const PASSWORD = 'green millet in the rain';
const BLOCKS = 300;
const KEYS = 60;

/** Fills an empty database with a trainer and one lesson of 300 blocks. */
export async function prepareStudio(databaseUrl: string): Promise<void> {
  const db = connect(databaseUrl, 2);
  const now = new Date();
  const { system } = await seedTownship(db);
  await importCourses(db, system, 'content', now, { bases: ['mutouyingzi'] });
  await createAccount(
    db,
    system,
    { username: 'teacher', displayName: 'teacher', password: PASSWORD, roles: [{ role: 'trainer', baseId: 'mutouyingzi' }] },
    now,
  );
  await db.destroy();
}

/** From a key pressed in the middle of 300 blocks to the next frame, beside a bare textarea in the same browser. */
export async function studioFigure(address: string): Promise<Figure> {
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(`${address}/sign-in/?then=/trainer/studio/pen-space/&language=en`);
    await page.fill('input[name="username"]', 'teacher');
    await page.fill('input[name="password"]', PASSWORD);
    await Promise.all([page.waitForURL('**/studio/pen-space/**'), page.press('input[name="password"]', 'Enter')]);
    await page.locator('.studio .row').first().waitFor();
    await page.getByRole('button', { name: 'Edit the source' }).click();
    for (const name of ['Chinese zh.mdx', 'English en.mdx']) {
      await page.getByRole('textbox', { name }).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(`\n\n${longText()}`);
    }
    await page.getByRole('button', { name: 'Edit in blocks' }).click();
    const line = page.locator('.kind-text .line').nth(BLOCKS / 4);
    await line.click();
    const ours = await typing(page);
    await page.evaluate('document.body.replaceChildren(document.createElement("textarea"))');
    await page.locator('textarea').click();
    const bare = await typing(page);
    return {
      name: 'studio-typing-ms',
      value: ours,
      unit: 'ms',
      comparedTo: `bare textarea ${bare.toFixed(1)} ms; limit 50 ms`,
      ratio: ours / bare,
    };
  } finally {
    await browser.close();
  }
}

function longText(): string {
  const block = (index: number) =>
    index % 3 === 0 ? `<Tip>第 ${index} 条小窍门。</Tip>` : `第 ${index} 段，**要紧**的话写在这里，一共两三句。`;
  return Array.from({ length: BLOCKS }, (_, index) => block(index)).join('\n\n');
}

/** The 95th percentile of key to frame, in ms: what a hand feels is the slow one. */
async function typing(page: Page): Promise<number> {
  await page.evaluate(`
    globalThis.taken = [];
    document.addEventListener('keydown', () => {
      const begun = performance.now();
      requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => taken.push(performance.now() - begun); c.port2.postMessage(0); });
    }, true);`);
  for (let key = 0; key < KEYS; key += 1) await page.keyboard.press('a', { delay: 20 });
  const taken = (await page.evaluate('taken')) as number[];
  taken.sort((a, b) => a - b);
  return taken[Math.floor(taken.length * 0.95)] ?? Number.NaN;
}
