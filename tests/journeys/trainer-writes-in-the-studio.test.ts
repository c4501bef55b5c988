import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { launchKillable } from '../support/killable-browser.ts';
import { type Office, PASSWORD, startOffice } from '../support/office.ts';
import { lineWith, openStudio, savedFiles, signInHere, typeAtEnd, untilSaved } from '../support/studio.ts';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const shipped = (lesson: string, file: string) => readFileSync(`content/courses/mutton-sheep-first-steps/${lesson}/${file}`, 'utf8');

describe('a trainer in the studio', () => {
  let office: Office;
  let browser: Browser;
  beforeAll(async () => {
    [office, browser] = await Promise.all([startOffice(), launchBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });
  async function window(who: 'teacher' | 'admin' = 'teacher', size = SIZES.office): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: size });
    await signInHere(context, office, who);
    return context;
  }

  it('reads a lesson both ways and changes no byte of it', async () => {
    const complaints: string[] = [];
    const page = await openStudio(await window(), office, 'pen-space', { complaints });
    for (const mode of ['Edit the source', 'Edit in blocks', 'Edit the source', 'Edit in blocks'])
      await page.getByRole('button', { name: mode }).click();
    await page.getByText('Nothing changed').waitFor();
    expect(await page.locator('.studio').getAttribute('data-revision')).toBe('0');
    // The policy allows no inline style, and the editor of the source wrote none.
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('changes one sentence: that sentence changes and nothing else, and undo brings the very bytes back', async () => {
    const page = await openStudio(await window(), office, 'pen-space');
    const line = page.locator('.kind-text .line').first();
    const before = await line.innerText();
    await typeAtEnd(page, line, '多一句。*不是标记*');
    await untilSaved(page);
    const source = shipped('pen-space', 'zh.mdx');
    const saved = await savedFiles(office, 'pen-space');
    expect(saved).toEqual({
      metadata: shipped('pen-space', 'lesson.yaml'),
      zh: source.replace(before, `${before}多一句。\\*不是标记\\*`),
      en: shipped('pen-space', 'en.mdx'),
    });
    await page.keyboard.press('Control+z');
    await expect.poll(() => line.innerText()).toBe(before);
    await untilSaved(page);
    expect((await savedFiles(office, 'pen-space')).zh).toBe(source);
    await page.context().close();
  }, 60_000);

  it('finds the words again that a killed browser had not brought to the server', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'furrow-studio-'));
    const first = await launchKillable(profile);
    await signInHere(first.context, office, 'teacher');
    const page = await openStudio(first.context, office, 'drench-right');
    await first.context.setOffline(true);
    await typeAtEnd(page, page.locator('.kind-text .line').first(), '话说到一半，电');
    await page.getByText('waiting for the network').waitFor({ timeout: 20_000 });
    await page.keyboard.type('就');
    await wroteLocally(page, '话说到一半，电就');
    await first.kill();

    const second = await launchKillable(profile);
    await signInHere(second.context, office, 'teacher');
    const again = await openStudio(second.context, office, 'drench-right');
    await lineWith(again, '话说到一半，电就').waitFor();
    await again.getByText('Brought back').waitFor();
    await untilSaved(again);
    expect((await savedFiles(office, 'drench-right')).zh).toContain('话说到一半，电就');
    await second.kill();
    rmSync(profile, { recursive: true, force: true });
  }, 120_000);

  it('writes on without a network; when it is back the server has it', async () => {
    const context = await window();
    const page = await openStudio(context, office, 'ration-by-weight');
    await context.setOffline(true);
    await typeAtEnd(page, page.locator('.kind-text .line').first(), '断网写的。');
    await page.getByText('Saved on this computer, waiting for the network').waitFor({ timeout: 20_000 });
    await context.setOffline(false);
    await untilSaved(page);
    expect((await savedFiles(office, 'ration-by-weight')).zh).toContain('断网写的。');
    await context.close();
  }, 60_000);

  it('whose session ended two hours ago keeps the text, also when the tab is closed; after signing in again it is saved by itself', async () => {
    const context = await window();
    const page = await openStudio(context, office, 'ration-by-weight');
    const db = connect(office.server.databaseUrl ?? '', 1);
    const ended = new Date(Date.now() - 2 * 3600_000);
    await db.updateTable('session').set({ expires_at: ended, absolute_until: ended }).execute();
    await db.destroy();
    await typeAtEnd(page, page.locator('.kind-text .line').first(), '过期后写的。');
    const link = page.getByRole('link', { name: 'Sign in again' });
    await link.waitFor({ timeout: 20_000 });
    await lineWith(page, '过期后写的。').waitFor();
    const lesson = page.url();
    await page.close();
    const again = await context.newPage();
    await again.goto(lesson);
    await signInByHand(again);
    await again.goto(lesson);
    await lineWith(again, '过期后写的。').waitFor();
    await untilSaved(again);
    expect((await savedFiles(office, 'ration-by-weight')).zh).toContain('过期后写的。');
    await context.close();
  }, 60_000);

  it('signed out while the tab is open signs in again in another tab, and saving goes on by itself', async () => {
    const context = await window();
    const page = await openStudio(context, office, 'ration-by-weight');
    await context.clearCookies({ name: 'furrow_session' });
    await typeAtEnd(page, page.locator('.kind-text .line').first(), '再登录后存的。');
    const link = page.getByRole('link', { name: 'Sign in again' });
    await link.waitFor({ timeout: 20_000 });
    const [other] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await signInByHand(other);
    await lineWith(page, '再登录后存的。').waitFor();
    await untilSaved(page);
    expect((await savedFiles(office, 'ration-by-weight')).zh).toContain('再登录后存的。');
    await context.close();
  }, 60_000);

  it('and another one on the same lesson see each other, and both versions, and choose; nothing is overwritten', async () => {
    const [one, other] = await Promise.all([window('teacher'), window('admin')]);
    const mine = await openStudio(one, office, 'pen-space');
    const theirs = await openStudio(other, office, 'pen-space');
    await theirs.getByText('teacher has this lesson open too').waitFor();
    await typeAtEnd(theirs, theirs.locator('.kind-text .line').first(), '他写的。');
    await typeAtEnd(theirs, theirs.locator('.kind-text .line').nth(2), '他也改了这里。');
    await untilSaved(theirs);
    await typeAtEnd(mine, mine.locator('.kind-text .line').first(), '我写的。');
    const conflict = mine.getByRole('region', { name: 'Two people changed this lesson' });
    await conflict.waitFor({ timeout: 20_000 });
    await conflict.getByText('他写的。').waitFor();
    await conflict.getByText('我写的。').waitFor();
    expect((await savedFiles(office, 'pen-space')).zh).toContain('他写的。');
    expect((await savedFiles(office, 'pen-space')).zh).not.toContain('我写的。');
    // What only one of them touched is chosen already; the sentence both changed waits for a person.
    await conflict.getByRole('button', { name: '1 still to choose' }).waitFor();
    await conflict.getByRole('group', { name: 'Chinese' }).first().getByText('Mine').click();
    await conflict.getByRole('button', { name: 'Save it like this' }).click();
    await conflict.waitFor({ state: 'detached' });
    await untilSaved(mine);
    const saved = await savedFiles(office, 'pen-space');
    expect(saved.zh).toContain('我写的。');
    expect(saved.zh).toContain('他也改了这里。');
    expect(saved.zh).not.toContain('他写的。');
    await Promise.all([one.close(), other.close()]);
  }, 90_000);

  it('uses the keyboard alone: adds a tip, writes it in both languages, moves it up, undoes', async () => {
    const page = await openStudio(await window(), office, 'drench-right');
    const rows = page.locator('.row');
    const before = await rows.count();
    const third = rows.nth(2);
    await third.getByRole('button', { name: 'Add a block here' }).focus();
    await page.keyboard.press('Enter');
    await third.getByRole('button', { name: 'Tip' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBe(before + 1);
    await expect.poll(() => page.evaluate('document.activeElement.closest(".kind-tip") !== null')).toBe(true);
    await page.keyboard.type('小窍门的话');
    for (let presses = 0; presses < 6 && !(await page.evaluate('document.activeElement.lang === "en"')); presses += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.type('Words of the tip');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => rows.nth(2).innerText()).toContain('Words of the tip');
    await untilSaved(page);
    const saved = await savedFiles(office, 'drench-right');
    expect([saved.zh, saved.en].map((text) => text.split('\n\n')[2])).toEqual(['<Tip>小窍门的话</Tip>', '<Tip>Words of the tip</Tip>']);
    for (let steps = 0; steps < 8 && (await rows.count()) > before; steps += 1) await page.keyboard.press('Control+z');
    expect(await rows.count()).toBe(before);
    await untilSaved(page);
    await page.context().close();
  }, 90_000);

  it('leaves a tag unfinished in the source: that stretch is one card, and a block again once it is finished', async () => {
    const page = await openStudio(await window(), office, 'ration-by-weight');
    const rows = await page.locator('.row').count();
    await page.getByRole('button', { name: 'Edit the source' }).click();
    const editor = page.getByRole('textbox', { name: 'Chinese zh.mdx' });
    await editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n<Tip>没写完\n');
    await page.getByRole('button', { name: 'Edit in blocks' }).click();
    const broken = page.locator('.kind-broken');
    await broken.waitFor();
    expect(await page.locator('.row').count()).toBe(rows + 1);
    await broken.locator('textarea').fill('<Tip>写完了</Tip>');
    await page.keyboard.press('Tab');
    await page.locator('.kind-tip', { hasText: '写完了' }).waitFor();
    await page.getByText('Missing in English').first().waitFor();
    await page.context().close();
  }, 60_000);

  it.each(['zh', 'en'] as const)(
    'finds no barrier in %s, in blocks and in the source, on a desk and on a phone',
    async (language) => {
      const context = await browser.newContext({ viewport: SIZES.office, bypassCSP: true });
      await signInHere(context, office, 'teacher');
      const page = await openStudio(context, office, 'drench-right', { language });
      await page.evaluate(AXE);
      const found = () => page.evaluate('axe.run().then((run) => run.violations.map(({ id, nodes }) => id + " " + nodes[0].html))');
      const sideways = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
      await page.locator('.about summary').click();
      await page.locator('.opener').nth(3).click();
      expect(await found()).toEqual([]);
      expect(await sideways()).toBe(0);
      await page.setViewportSize(SIZES.phone);
      expect(await sideways()).toBe(0);
      await page.setViewportSize(SIZES.office);
      await page.locator('.modes button').nth(1).click();
      await page.locator('.source').first().waitFor();
      expect(await found()).toEqual([]);
      await context.close();
    },
    90_000,
  );
});

/** Signs in as a trainer does, at the form that is shown. */
async function signInByHand(page: Page): Promise<void> {
  await page.locator('[name=username]').fill('teacher');
  await page.locator('[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** Waits for what a power cut would find: the words in the browser's own database. */
async function wroteLocally(page: Page, words: string): Promise<void> {
  const kept = `new Promise((resolve) => {
    const opening = indexedDB.open('furrow-studio');
    opening.onsuccess = () => {
      const asking = opening.result.transaction('words').objectStore('words').getAll();
      asking.onsuccess = () => { opening.result.close(); resolve(JSON.stringify(asking.result)); };
    };
  })`;
  await expect.poll(() => page.evaluate(kept), { timeout: 10_000 }).toContain(words);
}
